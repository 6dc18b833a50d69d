import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { scheduledRequest } from '#core/contract/functions';
import { Problem } from '#core/contract/problem';
import { AppError, inLanguage } from '#functions/errors';
import { leaveBodyUnparsed } from '#functions/http/raw-body';
import { registerFunctions } from '#functions/register';
import type { Functions, Runner } from '#functions/http/functions';

const BODY = { spreadsheetId: 'workbook-of-the-tests-0001' };
const calls: unknown[] = [];
const logged: string[] = [];
let run: Runner;
let server: Server;

const functions: Functions = {
  identity: {
    verify: (token) =>
      token === 'good'
        ? Promise.resolve({ email: 'clerk@example.org', audience: 'script' })
        : Promise.reject(new AppError('badToken')),
  },
  schedulers: ['scheduler@example.org'],
  logger: {
    info: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
    error: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
  },
  run: (name, request, caller) => run(name, request, caller),
  runScheduled: (name, spreadsheetId, caller) => run(name, scheduledRequest(spreadsheetId), caller),
  dispatch: () => Promise.resolve({ workbooks: 3, tasks: 1, runs: [] }),
  page: () => Promise.reject(new Error('no page is asked for here')),
  milliseconds: () => 0,
};

beforeAll(async () => {
  registerFunctions(() => functions);
  const api = getTestServer('api');
  server = createServer((request, response) => {
    leaveBodyUnparsed(request);
    api.emit('request', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  calls.length = 0;
  logged.length = 0;
  run = ((name, request) => {
    calls.push({ name, request });
    return Promise.resolve({ created: [], upgraded: [], unchanged: 17 });
  }) as Runner; // only setUpWorkbook is called here, and this is its answer
});

interface Call {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

async function post({
  path = '/setUpWorkbook',
  method = 'POST',
  headers = {},
  body = JSON.stringify(BODY),
}: Call = {}): Promise<Response> {
  const { port } = server.address() as AddressInfo; // listening on TCP
  const sent = { authorization: 'Bearer good', 'content-type': 'application/json', ...headers };
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: sent,
    ...(method === 'POST' && { body }),
  });
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

describe('an endpoint', () => {
  test('hands the parsed body to the function and answers with what it returns', async () => {
    const response = await post();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ created: [], upgraded: [], unchanged: 17 });
    expect(calls).toEqual([{ name: 'setUpWorkbook', request: BODY }]);
  });

  test.each<[string, Call, number, string]>([
    ['a GET', { method: 'GET' }, 405, 'method-not-allowed'],
    ['broken JSON', { body: '{"spreadsheetId":' }, 400, 'bad-request'],
    ['an empty body', { body: '' }, 400, 'bad-request'],
    ['JSON that is not UTF-8', { body: Uint8Array.of(0x22, 0xff, 0x22) }, 400, 'bad-request'],
    ['a list', { body: '[]' }, 400, 'bad-request'],
    ['an unknown field', { body: JSON.stringify({ ...BODY, color: 'red' }) }, 400, 'bad-request'],
    [
      'a __proto__ field',
      { body: '{"spreadsheetId":"workbook-of-the-tests-0001","__proto__":{"role":"admin"}}' },
      400,
      'bad-request',
    ],
    ['a missing field', { body: '{}' }, 400, 'bad-request'],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a body over 256 KB',
      { body: JSON.stringify({ ...BODY, padding: 'x'.repeat(256 * 1024) }) },
      413,
      'too-large',
    ],
    ['no token', { headers: { authorization: '' } }, 401, 'not-authenticated'],
    [
      'a token of another scheme',
      { headers: { authorization: 'Basic good' } },
      401,
      'not-authenticated',
    ],
    ['a forged token', { headers: { authorization: 'Bearer forged' } }, 401, 'not-authenticated'],
    ['an unknown function', { path: '/removeEverything' }, 404, 'not-found'],
    ['a function of every object', { path: '/constructor' }, 404, 'not-found'],
  ])('refuses %s', async (_, call, status, code) => {
    const problem = await problemOf(await post(call));
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(calls).toEqual([]);
  });

  test('takes a body of exactly 256 KB', async () => {
    const filler = 256 * 1024 - JSON.stringify({ ...BODY, padding: '' }).length;
    const problem = await problemOf(
      await post({ body: JSON.stringify({ ...BODY, padding: 'x'.repeat(filler) }) }),
    );
    expect(problem.code).toBe('bad-request'); // not too large: refused for its unknown field only
  });

  test('names the fields it refuses', async () => {
    const problem = await problemOf(
      await post({ body: JSON.stringify({ ...BODY, color: 'red' }) }),
    );
    expect(problem.detail).toContain('color');
  });

  test.each([
    [{ body: JSON.stringify({ ...BODY, language: 'zh-TW', x: 1 }) }, '請求的欄位不對：x。'],
    [{ body: '{', headers: { 'accept-language': 'zh-CN,zh;q=0.9' } }, '请求不是有效的 JSON。'],
    [{ body: '{', headers: { 'accept-language': 'de' } }, 'The body is not valid JSON.'],
  ])('explains itself in the caller’s language', async (call, detail) => {
    expect((await problemOf(await post(call))).detail).toBe(detail);
  });

  test.each([
    ['zh-CN', '您没有此权限', /^[^a-z]*$/],
    ['zh-TW', '您沒有此權限', /^[^a-z]*$/],
    ['en', 'Not allowed for this person', /^[\x20-\x7e]*$/],
  ] as const)(
    'speaks the workbook’s language %s when the request names none, whatever the browser’s',
    async (language, title, whole) => {
      const role = { 'zh-CN': '管理员', 'zh-TW': '管理員', en: 'administrator' }[language];
      run = () =>
        Promise.reject(inLanguage(new AppError('roleTooLow', { facts: { role } }), language));
      const problem = await problemOf(await post({ headers: { 'accept-language': 'de,fr' } }));
      expect(problem.title).toBe(title);
      expect(`${problem.title}${problem.detail}${problem.nextStep}`).toMatch(whole);
    },
  );

  test('explains a mistake of ours in the workbook’s language too', async () => {
    run = () => Promise.reject(inLanguage(new Error('bug'), 'zh-TW'));
    const problem = await problemOf(await post({ headers: { 'accept-language': 'en' } }));
    expect(problem).toMatchObject({ title: 'Lectern 出了問題', detail: '操作沒有完成。' });
  });

  test('never shows our own mistakes, and logs them without addresses or tokens', async () => {
    run = () =>
      Promise.reject(
        new Error(
          'password hunter2 of clerk@example.org with eyJhbGciOi.eyJlbWFpbCI6.c2lnbmF0dXJl',
        ),
      );
    const response = await post();
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/hunter2|clerk@|eyJ/);
    expect(logged.join('\n')).toContain('hunter2');
    expect(logged.join('\n')).not.toMatch(/clerk@|eyJ/);
  });

  test('gives each answer an id that is in the log', async () => {
    const problem = await problemOf(await post({ body: '{' }));
    expect(logged.join('\n')).toContain(problem.requestId);
  });
});
