import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { openNotingHost, writeScript, type NotingHost, type ScriptFolder } from './script-project';

const CODE = `
  var counter = 0;
  function count() { counter += 1; return counter; }
  function echo() { return Array.prototype.slice.call(arguments); }
  function kinds(value) { return [Array.isArray(value), value instanceof Array, value.constructor === Object]; }
  function secret_() { return 'secret'; }
  const arrow = () => 'arrow';
  var table = { inner: function () { return 'inner'; } };
  function nothing() {}
  function when() { return { on: [new Date(0)] }; }
  async function later() { return 1; }
  function broken() { throw new RangeError('分数不对'); }
  function brokenPlainly() { throw 'plain text'; }
  function evalText(text) { return eval(text); }
  function forever() { while (true) {} }
  function nap(ms) { Utilities.sleep(ms); return ms; }
  function catchService() {
    try { SpreadsheetApp.getActive().getRange('nowhere!A1'); } catch (error) {
      return [error instanceof Error, error.name, error.message];
    }
  }
  function nodeGlobals() {
    return ['process', 'require', 'Buffer', 'fetch', 'setTimeout', 'URL', 'module', 'window']
      .filter(function (name) { return eval('typeof ' + name) !== 'undefined'; });
  }
`;

let script: ScriptFolder;
let host: NotingHost;

beforeAll(async () => {
  script = await writeScript({ 'main.js': CODE });
  host = await openNotingHost(script, { timeLimitMilliseconds: 30_000 });
});
afterAll(async () => {
  await host.close();
  await script.remove();
});

describe('calling a function of the script', () => {
  it('hands arguments over and the value back', async () => {
    const args = [1, 'two', null, [true, { four: '四' }]];
    expect(await host.value('echo', ...args)).toEqual(args);
  });

  it("makes the arguments objects of the script's own realm", async () => {
    expect(await host.value('kinds', [])).toEqual([true, true, false]);
    expect(await host.value('kinds', {})).toEqual([false, false, true]);
  });

  it('starts each call with fresh global variables, as Google does', async () => {
    expect([await host.value('count'), await host.value('count')]).toEqual([1, 1]);
  });

  it('answers null when a function returns nothing', async () => {
    expect(await host.value('nothing')).toBeNull();
  });

  test.each([
    'secret_',
    'arrow',
    'table',
    'inner',
    'table.inner',
    'SpreadsheetApp',
    'eval',
    'Date',
  ])('does not call %s', async (name) => {
    expect(await host.failure(name)).toBe(`Script function not found: ${name}`);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'does not call the inherited %s',
    async (name) => {
      expect(await host.failure(name)).toBe(`Script function not found: ${name}`);
    },
  );

  test.each([
    [[new Date()], '0'],
    [['fine', { deep: [new Date()] }], '1.deep.0'],
    [[() => 1], '0'],
    [[new Map()], '0'],
    [[Symbol('x')], '0'],
  ])('refuses the arguments %p as Google does', async (args, where) => {
    await expect(host.value('echo', ...args)).rejects.toThrow(
      `Failed due to illegal value in property: ${where}`,
    );
  });

  it('says when a value cannot go back to the sidebar, where Google would silently send null', async () => {
    expect(await host.failure('when')).toBe(
      'when returns something that Google does not hand to a sidebar, at on.0.',
    );
    expect(await host.failure('later')).toBe(
      'later returns something that Google does not hand to a sidebar.',
    );
  });

  it('reports what the script throws, by name and message, and prints where', async () => {
    const { result } = await host.run({ functionName: 'broken', args: [], language: 'en' });
    expect(result).toEqual({ ok: false, name: 'RangeError', message: '分数不对' });
    expect(host.printed.at(-1)).toMatch(/^error: broken: RangeError: 分数不对\n.*main\.js:/);
    expect(await host.failure('brokenPlainly')).toBe('plain text');
  });

  it("gives the script errors of its own realm when a service fails, named as Google's", async () => {
    expect(await host.value('catchService')).toEqual([
      true,
      'Exception',
      'Range not found: nowhere!A1',
    ]);
  });

  it('offers nothing of Node, which Google does not have either', async () => {
    expect(await host.value('nodeGlobals')).toEqual([]);
  });

  it('answers other calls while one takes long', async () => {
    const order: string[] = [];
    const long = host.value('nap', 1500).then(() => order.push('long'));
    await Promise.all([1, 2, 3].map((n) => host.value('echo', n).then(() => order.push('short'))));
    await long;
    expect(order).toEqual(['short', 'short', 'short', 'long']);
  });

  it('lets calls wait when all threads are busy', async () => {
    const naps = await Promise.all(
      [300, 301, 302, 303, 304, 305].map((ms) => host.value('nap', ms)),
    );
    expect(naps).toEqual([300, 301, 302, 303, 304, 305]);
  });
});

describe('a script that does not end', () => {
  it('is stopped at the limit, and the next call runs', async () => {
    const hasty = await openNotingHost(script, { timeLimitMilliseconds: 400 });
    try {
      expect(await hasty.failure('forever')).toBe('Exceeded maximum execution time');
      expect(await hasty.value('echo', 1)).toEqual([1]);
    } finally {
      await hasty.close();
    }
  });

  it('does not keep the host from closing', async () => {
    const closing = await openNotingHost(script);
    const running = closing.value('forever');
    const stopped = expect(running).rejects.toThrow('The script was stopped.');
    await closing.value('nothing');
    await closing.close();
    await stopped;
  });
});

describe('a script that does not load', () => {
  test.each([
    ['function f() {}\nundefinedName.x();', 'undefinedName is not defined'],
    ['function f( {', 'Unexpected end of input'],
  ])('fails every call with the reason: %s', async (code, reason) => {
    const faulty = await writeScript({ 'main.js': code });
    const host = await openNotingHost(faulty);
    try {
      expect(await host.failure('f')).toContain(reason);
      expect(await host.failure('f')).toContain(reason);
    } finally {
      await host.close();
      await faulty.remove();
    }
  });
});
