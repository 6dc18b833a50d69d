import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockRoute } from '#workbench/clock/clock-route';
import { openKeptClock } from '#workbench/clock/kept-clock';
import { createSettableClock } from '#workbench/clock/settable-clock';
import { ask, withServer } from '../server/ask';

function tickingSystem(start: string) {
  let time = Date.parse(start);
  return { now: () => new Date(time), pass: (milliseconds: number) => (time += milliseconds) };
}

describe('createClock', () => {
  it('keeps ticking from the time it was set to', () => {
    const system = tickingSystem('2026-11-23T04:00:00Z');
    const clock = createSettableClock(system.now);
    clock.set(new Date('2026-03-02T01:00:00Z'));
    system.pass(90_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T01:01:30.000Z');
  });

  it("returns to the system's time", () => {
    const system = tickingSystem('2026-11-23T04:00:00Z');
    const clock = createSettableClock(system.now);
    clock.set(new Date('2026-03-02T01:00:00Z'));
    clock.set(null);
    expect(clock.isSet).toBe(false);
    expect(clock.now().toISOString()).toBe('2026-11-23T04:00:00.000Z');
  });
});

describe('a clock that is kept', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'lectern-clock-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('goes on after a restart as if it had not stopped', async () => {
    const file = join(folder, 'book.json.clock');
    const system = tickingSystem('2026-11-23T04:00:00Z');
    const first = await openKeptClock(file, system.now);
    expect(first.wasKept).toBe(false);
    first.clock.set(new Date('2026-03-02T01:00:00Z'));
    await first.keep();
    system.pass(90_000);
    const second = await openKeptClock(file, system.now);
    expect(second.wasKept).toBe(true);
    expect(second.clock.isSet).toBe(true);
    expect(second.clock.now().toISOString()).toBe('2026-03-02T01:01:30.000Z');
    second.clock.set(null);
    await second.keep();
    const third = await openKeptClock(file, system.now);
    expect([third.wasKept, third.clock.isSet]).toEqual([true, false]);
  });

  it.each(['', '{', '{"ahead":1}', '"no"'])(
    'starts anew with a file that says %p',
    async (text) => {
      const file = join(folder, 'book.json.clock');
      await writeFile(file, text);
      const { wasKept, clock } = await openKeptClock(file);
      expect([wasKept, clock.isSet]).toEqual([false, false]);
    },
  );
});

describe('/clock', () => {
  it('is read, set with an offset, and reset to the system, and notifies the page', () =>
    withServer(async (server) => {
      const system = tickingSystem('2026-11-23T04:00:00Z');
      const told: unknown[] = [];
      const clock = createSettableClock(system.now);
      server.mount(
        'clock',
        clockRoute(clock, (name, data) => void told.push([name, data])),
      );
      const url = `${server.url}/clock`;
      const put = (body: unknown) => ask(url, { method: 'PUT', body: JSON.stringify(body) });

      const systemState = { now: '2026-11-23T04:00:00.000Z', isSet: false };
      const setState = { now: '2026-03-02T01:00:00.000Z', isSet: true };
      expect(JSON.parse((await ask(url)).text)).toEqual(systemState);
      expect(JSON.parse((await put({ now: '2026-03-02T09:00:00+08:00' })).text)).toEqual(setState);
      expect(JSON.parse((await ask(url)).text)).toEqual(setState);
      expect(JSON.parse((await put({ now: null })).text)).toEqual(systemState);
      expect(told).toEqual([
        ['clock', setState],
        ['clock', systemState],
      ]);
    }));

  test.each([
    '{"now": "2026-03-02"}',
    '{"now": "2026-03-02T09:00:00"}',
    '{"now": "2026-02-30T09:00:00+08:00"}',
    '{"now": "next Monday"}',
    '{"now": 1772413200000}',
    '{"now": null, "zone": "Asia/Shanghai"}',
    '{}',
    'null',
    'now',
  ])('refuses %s and leaves the time alone', (body) =>
    withServer(async (server) => {
      const clock = createSettableClock();
      server.mount(
        'clock',
        clockRoute(clock, () => undefined),
      );
      const reply = await ask(`${server.url}/clock`, { method: 'PUT', body });
      expect(reply.status).toBe(400);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(clock.isSet).toBe(false);
    }),
  );

  it('answers GET and PUT only, and nothing below it', () =>
    withServer(async (server) => {
      server.mount(
        'clock',
        clockRoute(createSettableClock(), () => undefined),
      );
      const deleted = await ask(`${server.url}/clock`, { method: 'DELETE' });
      expect([deleted.status, deleted.headers['allow']]).toEqual([405, 'GET, PUT']);
      expect((await ask(`${server.url}/clock/now`)).status).toBe(404);
    }));
});
