// What must be refused is refused, clearly, and leaves the workbook as it was.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { call, post, problemOf, type RawCall } from './function-client';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'empty' });
});
afterAll(() => workbench.close());

const sheets = () => localSheetsClient(`${workbench.url}/`);

/** The tabs, with their charts and protections, and every value. */
async function contents(): Promise<unknown> {
  const { spreadsheetId } = workbench;
  const { data: structure } = await sheets().spreadsheets.get({ spreadsheetId });
  const ranges = (structure.sheets ?? []).map(({ properties }) => `'${properties?.title ?? ''}'`);
  const { data: values } = await sheets().spreadsheets.values.batchGet({
    spreadsheetId,
    ranges,
    valueRenderOption: 'FORMULA',
  });
  return { structure, values };
}

const body = (part: object = {}): string =>
  JSON.stringify({ spreadsheetId: workbench.spreadsheetId, ...part });

describe('a function refuses and writes nothing', () => {
  test.each<[string, () => Promise<RawCall> | RawCall, number, string]>([
    ['bad JSON', () => ({ body: '{"spreadsheetId": ' }), 400, 'bad-request'],
    ['an unknown field', () => ({ body: body({ color: 'red' }) }), 400, 'bad-request'],
    [
      'a body over 256 KB',
      () => ({ body: body({ padding: 'x'.repeat(300_000) }) }),
      413,
      'too-large',
    ],
    [
      'a workbook nobody registered',
      () => ({ body: JSON.stringify({ spreadsheetId: 'a'.repeat(44) }) }),
      404,
      'not-found',
    ],
    [
      'a spreadsheet id of no known form',
      () => ({ body: JSON.stringify({ spreadsheetId: '../../etc' }) }),
      404,
      'not-found',
    ],
    ['a missing token', () => ({ body: body(), email: null }), 401, 'not-authenticated'],
    [
      'a token that is none',
      () => ({ body: body(), token: 'not.a.token' }),
      401,
      'not-authenticated',
    ],
    [
      'a token with another signature',
      async () => ({ body: body(), token: await forged() }),
      401,
      'not-authenticated',
    ],
    [
      'a token for somebody else’s service',
      async () => ({ body: body(), token: await issued('&audience=other') }),
      401,
      'not-authenticated',
    ],
    [
      'an expired token',
      async () => ({ body: body(), token: await issued('&expiresIn=-3600') }),
      401,
      'not-authenticated',
    ],
    [
      'an address that is not verified',
      async () => ({ body: body(), token: await issued('&emailVerified=false') }),
      401,
      'not-authenticated',
    ],
    ['a stranger', () => ({ body: body(), email: 'stranger@example.org' }), 403, 'not-allowed'],
  ])('%s', async (_, make, status, code) => {
    const before = await contents();
    const problem = await problemOf(await post(workbench, 'checkEntries', await make()));
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(problem.nextStep).not.toBe('');
    expect(await contents()).toEqual(before);
  });

  test('a workbook without a required tab, until set-up has made it again', async () => {
    const roster = await sheetIdOf('花名册');
    await sheets().spreadsheets.batchUpdate({
      spreadsheetId: workbench.spreadsheetId,
      requestBody: { requests: [{ deleteSheet: { sheetId: roster } }] },
    });
    const before = await contents();
    const problem = await problemOf(
      await post(workbench, 'checkEntries', {
        body: body({ language: 'zh-CN' }),
        email: 'admin@example.org',
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'workbook-incomplete',
      detail: '工作簿缺少工作表：花名册。',
      nextStep: '请点“初始化工作簿”。原有内容不会丢失。',
    });
    expect(await contents()).toEqual(before);
    expect((await call(workbench, 'setUpWorkbook', {}, 'admin@example.org')).created).toEqual([
      '花名册',
    ]);
    await expect(call(workbench, 'checkEntries', {}, 'admin@example.org')).resolves.toBeDefined();
  });
});

async function sheetIdOf(title: string): Promise<number> {
  const { data } = await sheets().spreadsheets.get({
    spreadsheetId: workbench.spreadsheetId,
    fields: 'sheets.properties(sheetId,title)',
  });
  return (
    data.sheets?.find(({ properties }) => properties?.title === title)?.properties?.sheetId ?? -1
  );
}

async function issued(options: string): Promise<string> {
  return (await fetch(`${workbench.url}/identity/token?email=admin@example.org${options}`)).text();
}

/** A real token with its address changed afterwards. */
async function forged(): Promise<string> {
  const [header = '', payload = '', signature = ''] = (await issued('')).split('.');
  const claims = Buffer.from(payload, 'base64url')
    .toString()
    .replace('admin@example.org', 'other@example.org');
  return [header, Buffer.from(claims).toString('base64url'), signature].join('.');
}
