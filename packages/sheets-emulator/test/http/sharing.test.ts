/** Who may read and write a file: API keys, people whom it is shared with, and people whom it is not. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';

let running: RunningServer;
let id: string;
beforeEach(async () => {
  running = await startServer();
  const { data } = await running.sheets.spreadsheets.create({});
  id = data.spreadsheetId ?? '';
});
afterEach(() => running.stop());

interface Answer {
  readonly error?: { message: string; errors?: { reason: string }[] };
  readonly [name: string]: unknown;
}

/** As this token's owner; without one, with an API key. */
async function call(token: string | undefined, verb: string, path: string, body?: object) {
  const separator = path.includes('?') ? '&' : '?';
  const url = `${running.rootUrl}${path}${token === undefined ? `${separator}key=abc` : ''}`;
  const response = await fetch(url, {
    method: verb,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as Answer;
  return { status: response.status, answer };
}

const share = async (permission: object) => {
  const path = `drive/v3/files/${id}/permissions`;
  const { answer } = await call('local', 'POST', path, permission);
  return String(answer['id']);
};

const read = (token?: string) => call(token, 'GET', `v4/spreadsheets/${id}/values/A1`);
const write = (token?: string) =>
  call(token, 'PUT', `v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { values: [['x']] });

const CLERK = 'clerk@example.org';

describe('a file', () => {
  it('that is not shared is refused with 403, and Drive does not know it', async () => {
    expect(await read(CLERK)).toMatchObject({
      status: 403,
      answer: { error: { message: 'The caller does not have permission' } },
    });
    expect((await write(CLERK)).status).toBe(403);
    expect((await call(CLERK, 'GET', `drive/v3/files/${id}`)).status).toBe(404);
    expect((await call(CLERK, 'GET', 'drive/v3/files')).answer['files']).toEqual([]);
    expect((await read('any-other-token')).status).toBe(200);
  });

  it.each([
    ['reader', 200, 403],
    ['commenter', 200, 403],
    ['writer', 200, 200],
  ])('shared with a %s is read with %i and written with %i', async (role, reads, writes) => {
    await share({ type: 'user', role, emailAddress: 'Clerk@example.org' });
    expect((await read(CLERK)).status).toBe(reads);
    expect((await write(CLERK)).status).toBe(writes);
    expect((await read('somebody-else@example.org')).status).toBe(403);
  });

  it('shared with a domain is read by its people only', async () => {
    await share({ type: 'domain', role: 'reader', domain: 'example.org' });
    expect((await read(CLERK)).status).toBe(200);
    expect((await read('clerk@sub.example.org')).status).toBe(403);
  });

  it.each(['reader', 'writer'])(
    'that everybody may open as %s is read with an API key, never written',
    async (role) => {
      const permission = await share({ type: 'anyone', role });
      expect((await read()).status).toBe(200);
      expect((await call(undefined, 'GET', `drive/v3/files/${id}`)).status).toBe(200);
      expect((await write()).status).toBe(401);
      expect((await write(CLERK)).status).toBe(role === 'writer' ? 200 : 403);
      await call('local', 'DELETE', `drive/v3/files/${id}/permissions/${permission}`);
      expect((await read()).status).toBe(403);
    },
  );

  it('belongs to the person who makes it; who may only write cannot delete it', async () => {
    const made = await call(CLERK, 'POST', 'v4/spreadsheets', {});
    id = String(made.answer['spreadsheetId']);
    const file = async (token: string) =>
      (await call(token, 'GET', `drive/v3/files/${id}?fields=ownedByMe,owners(me,emailAddress)`))
        .answer;
    expect(await file(CLERK)).toEqual({
      ownedByMe: true,
      owners: [{ me: true, emailAddress: CLERK }],
    });
    expect(await file('local')).toMatchObject({ ownedByMe: false });
    await share({ type: 'user', role: 'writer', emailAddress: 'wang@example.org' });
    expect(await call('wang@example.org', 'DELETE', `drive/v3/files/${id}`)).toMatchObject({
      status: 403,
      answer: { error: { errors: [{ reason: 'insufficientFilePermissions' }] } },
    });
    expect((await call(CLERK, 'DELETE', `drive/v3/files/${id}`)).status).toBe(204);
  });

  it('is copied by its readers to files of their own, but no sheet into a file they may not write', async () => {
    await share({ type: 'user', role: 'reader', emailAddress: CLERK });
    const copy = await call(CLERK, 'POST', `drive/v3/files/${id}/copy`, {});
    expect(copy.status).toBe(200);
    const own = String(copy.answer['id']);
    const copySheet = (from: string, destinationSpreadsheetId: string) =>
      call(CLERK, 'POST', `v4/spreadsheets/${from}/sheets/0:copyTo`, { destinationSpreadsheetId });
    expect((await copySheet(id, own)).status).toBe(200);
    expect((await copySheet(own, id)).status).toBe(403);
  });
});
