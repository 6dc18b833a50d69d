import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';
import { OTHER_ANSWERS, OWN_ANSWERS, QUIRKS } from '#src/model/quirks';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());

async function admin(verb: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${running.rootUrl}quirks`, {
    method: verb,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('/quirks', () => {
  it('has two answers to every question, the first of them its own', () => {
    const own = Object.entries(QUIRKS).map(([name, [first]]) => [name, first]);
    const other = Object.entries(QUIRKS).map(([name, [, second]]) => [name, second]);
    expect(Object.fromEntries(own)).toEqual(OWN_ANSWERS);
    expect(Object.fromEntries(other)).toEqual(OTHER_ANSWERS);
  });

  it('begins with its own answers, sets those named and goes back', async () => {
    expect(await admin('GET')).toEqual({ status: 200, body: OWN_ANSWERS });
    await admin('PUT', { deleteWithoutMatch: 'refused' });
    await admin('PUT', { takenIdWords: 'other' });
    const changed = { ...OWN_ANSWERS, deleteWithoutMatch: 'refused', takenIdWords: 'other' };
    expect((await admin('GET')).body).toEqual(changed);
    expect((await admin('PUT', OTHER_ANSWERS)).body).toEqual(OTHER_ANSWERS);
    expect((await admin('DELETE')).body).toEqual(OWN_ANSWERS);
  });

  it.each([
    [{ weather: 'fine' }],
    [{ takenIdWords: 'refused' }],
    [{ takenIdWords: null }],
    [{ toString: 'accepted' }],
    [['takenIdWords']],
    ['other'],
  ])('refuses %j and sets nothing', async (body) => {
    expect((await admin('PUT', body)).status).toBe(400);
    expect((await admin('GET')).body).toEqual(OWN_ANSWERS);
  });

  it('refuses another verb', async () => {
    expect((await admin('POST', {})).status).toBe(400);
  });
});
