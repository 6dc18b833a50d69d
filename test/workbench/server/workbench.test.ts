import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { ask, type Reply } from './ask';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'empty', clock: '2026-03-02T09:00:00+08:00' });
});
afterAll(() => workbench.close());

async function callFunction(path: string, email: string | null, body: unknown): Promise<Reply> {
  const bearer = email === null ? {} : bothHeaders(await workbench.token(email));
  return ask(`${workbench.url}/functions/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify(body),
  });
}

/** One token for Google, one for the function, as the sidebar's script sends them. */
const bothHeaders = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'x-serverless-authorization': `Bearer ${token}`,
});

/** Calls a function of the script as the sidebar does. */
async function runScript(name: string, ...args: unknown[]): Promise<unknown> {
  const reply = await ask(`${workbench.url}/apps-script/run?lang=en`, {
    method: 'POST',
    body: JSON.stringify({ function: name, args }),
  });
  return JSON.parse(reply.text) as unknown;
}

describe('the workbench', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/app.js', 'text/javascript; charset=utf-8'],
    ['/inbox', 'text/html; charset=utf-8'],
    ['/inbox/messages', 'application/json; charset=utf-8'],
    ['/sidebar', 'text/html; charset=utf-8'],
    ['/clock', 'application/json; charset=utf-8'],
    ['/identity/certs', 'application/json; charset=utf-8'],
  ])('serves %s', async (path, type) => {
    const reply = await ask(workbench.url + path);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, type]);
  });

  it('gives the page the workbook, the user and the time', async () => {
    const reply = await ask(`${workbench.url}/workbench/state`);
    const state = JSON.parse(reply.text) as Record<string, string>;
    expect(state).toMatchObject({
      spreadsheetId: workbench.spreadsheetId,
      userEmail: 'admin@example.org',
      language: 'zh-CN',
    });
    expect(state['title']).not.toBe('');
    expect(state['now']).toMatch(/^2026-03-02T01:0/);
  });

  it('lets the functions see the workbook, the caller and the clock', async () => {
    const request = { spreadsheetId: workbench.spreadsheetId };
    const reply = await callFunction('api/checkEntries', 'admin@example.org', request);
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([200, { counts: { error: 0 } }]);
  });

  it('refuses a call without a token and one for another workbook', async () => {
    const request = { spreadsheetId: workbench.spreadsheetId };
    expect((await callFunction('checkEntries', null, request)).status).toBe(403);
    const other = { spreadsheetId: 'another-spreadsheet-id' };
    expect((await callFunction('checkEntries', 'admin@example.org', other)).status).toBe(404);
  });

  it("reaches the functions from the sidebar's script with the user's token", async () => {
    expect(await runScript('getContext')).toMatchObject({
      ok: true,
      value: {
        spreadsheetId: workbench.spreadsheetId,
        language: 'en',
        userEmail: 'admin@example.org',
      },
    });
    expect(await runScript('callFunction', 'checkEntries', {})).toMatchObject({
      ok: true,
      value: { ok: true, value: { counts: { error: 0 } } },
    });
  });

  it('sends the page what happens: clock, cells, selection', async () => {
    const events = await listen();
    await workbench.setClock('2026-03-03T09:00:00+08:00');
    const sheetId = await firstSheetId();
    const range = `/v4/spreadsheets/${workbench.spreadsheetId}/values/T900?valueInputOption=RAW`;
    const written = await ask(workbench.url + range, {
      method: 'PUT',
      headers: { authorization: 'Bearer page', 'content-type': 'application/json' },
      body: JSON.stringify({ values: [['x']] }),
    });
    expect(written.status).toBe(200);
    await runScript('goToCell', sheetId, 'B3');
    const seen = await events.until('"a1":"B3"');
    expect(seen).toContain('event: clock\ndata: {"now":"2026-03-03T01:00:0');
    expect(seen).toContain(`"sheetIds":[${sheetId}]`);
    expect(seen).toContain(`event: select\ndata: {"sheetId":${sheetId},"a1":"B3"}`);
  });
});

async function firstSheetId(): Promise<number> {
  const fields = 'sheets.properties.sheetId';
  const address = `${workbench.url}/v4/spreadsheets/${workbench.spreadsheetId}?fields=${fields}`;
  const reply = await ask(address, { headers: { authorization: 'Bearer page' } });
  const book = JSON.parse(reply.text) as { sheets: { properties: { sheetId?: number } }[] };
  return book.sheets[0]?.properties.sheetId ?? 0;
}

async function listen() {
  const response = await fetch(`${workbench.url}/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async until(text: string): Promise<string> {
      let seen = '';
      while (!seen.includes(text)) {
        const part = await reader?.read();
        if (part?.value === undefined) throw new Error(`The feed ended after: ${seen}`);
        seen += part.value;
      }
      await reader?.cancel();
      return seen;
    },
  };
}
