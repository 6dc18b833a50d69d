import { afterAll, describe, expect, it, test } from '@jest/globals';
import * as z from 'zod';
import { Problem } from '#core/contract/problem';
import { buildProject } from '../built-project';
import { runScript, WORKBOOK_ID, type World } from '../fake-google';

const project = buildProject();
afterAll(() => project.remove());
const code = project.read('main.js');

const Refused = z.strictObject({ ok: z.literal(false), problem: Problem });

function refusal(changes: Partial<World>): Problem {
  const { call } = runScript(code, changes);
  return Refused.parse(call('callFunction', 'checkEntries', {})).problem;
}

describe('a call', () => {
  const { call, recorded } = runScript(code, {
    locale: 'en_GB',
    reply: { status: 200, body: '{"action":"send","sent":3}' },
  });
  const answer = call('callFunction', 'weeklyNotice', {
    action: 'send',
    occasionId: 'S011',
    fingerprint: 'd'.repeat(64),
    spreadsheetId: 'another-workbook-of-someone-else',
  });
  const { url, options } = recorded.fetched[0]!;

  it('goes to the function’s own address by POST', () => {
    expect(url).toBe('https://api-1234.a.run.app/weeklyNotice');
    expect(options.method).toBe('post');
    expect(options.contentType).toBe('application/json');
    expect(options.followRedirects).toBe(false);
    expect(options.muteHttpExceptions).toBe(true);
  });

  it('carries the identity token for Cloud Run and for the function', () => {
    expect(options.headers).toEqual({
      Authorization: 'Bearer header.claims.signature',
      'X-Serverless-Authorization': 'Bearer header.claims.signature',
    });
  });

  it('names this workbook and the user’s language, whatever the page said', () => {
    expect(JSON.parse(options.payload)).toEqual({
      action: 'send',
      occasionId: 'S011',
      fingerprint: 'd'.repeat(64),
      language: 'en',
      spreadsheetId: WORKBOOK_ID,
    });
  });

  it('answers with the function’s value', () => {
    expect(answer).toEqual({ ok: true, value: { action: 'send', sent: 3 } });
  });
});

describe('an address', () => {
  it('may end in a slash', () => {
    const properties = { LECTERN_API_URL: ' http://127.0.0.1:8420/functions/api/ ' };
    const { call, recorded } = runScript(code, { properties });
    call('callFunction', 'checkEntries', {});
    expect(recorded.fetched[0]?.url).toBe('http://127.0.0.1:8420/functions/api/checkEntries');
  });

  it('that is missing is a problem that names the property to set', () => {
    const problem = refusal({ properties: {} });
    expect(problem.detail).toBe('还没有设置 Lectern 服务的地址。');
    expect(problem.nextStep).toContain('LECTERN_API_URL');
  });

  it('is the one that was built in, unless the administrator has entered another', () => {
    const built = buildProject('--api-url', 'https://api-1234.a.run.app/');
    const withAddress = built.read('main.js');
    built.remove();
    const urlWith = (properties: Record<string, string>): string | undefined => {
      const { call, recorded } = runScript(withAddress, { properties });
      call('callFunction', 'checkEntries', {});
      return recorded.fetched[0]?.url;
    };
    expect(urlWith({})).toBe('https://api-1234.a.run.app/checkEntries');
    const other = 'https://elsewhere.example.org';
    expect(urlWith({ LECTERN_API_URL: other })).toBe(`${other}/checkEntries`);
  });

  it.each(['../secret', 'a/b', 'x?y', ''])('is not left by the name "%s"', (name) => {
    const { call, recorded } = runScript(code);
    expect(() => call('callFunction', name, {})).toThrow('not the name of a function');
    expect(recorded.fetched).toEqual([]);
  });
});

describe('a problem', () => {
  const told: Problem = {
    type: 'about:blank',
    title: 'preview outdated',
    status: 409,
    code: 'preview-outdated',
    detail: '预览之后有改动。',
    nextStep: '重新预览。',
    requestId: 'r-1',
  };

  it('of the function is handed on as it is', () => {
    expect(refusal({ reply: { status: 409, body: JSON.stringify(told) } })).toEqual(told);
  });

  test.each([
    [401, '<html>401</html>', 'not-allowed'],
    [403, '<html>Your client does not have permission</html>', 'not-allowed'],
    [404, '<html>Not Found</html>', 'not-found'],
    [429, 'Rate exceeded.', 'busy'],
    [500, '<html>500 Server Error</html>', 'google-unavailable'],
    [503, '{"error": {"code": 503}}', 'google-unavailable'],
    [504, '', 'google-unavailable'],
    [302, '<a href="https://accounts.example.org">log in</a>', 'internal'],
    [200, '<!doctype html><title>Sign in</title>', 'internal'],
    [200, '"text"', 'internal'],
  ] as const)('stands for an answer %i %s', (status, body, expected) => {
    const problem = refusal({ reply: { status, body } });
    expect(problem.code).toBe(expected);
    expect(problem.detail).toContain(`HTTP ${status}`);
    expect(problem.detail).not.toContain('<');
    expect(problem.nextStep).not.toBe('');
  });

  it('is the result of a fetch that failed, with what Google said', () => {
    const problem = refusal({ reply: new Error('Address unavailable: https://api.example.org') });
    expect(problem.code).toBe('google-unavailable');
    expect(problem.detail).toContain('Address unavailable');
    expect(problem.nextStep).toContain('“关于与帮助”');
  });

  it.each([null, ''])(
    'stands for a missing identity token (%p), and nothing is fetched',
    (token) => {
      const { call, recorded } = runScript(code, { token });
      const { problem } = Refused.parse(call('callFunction', 'checkEntries', {}));
      expect(problem.code).toBe('not-authenticated');
      expect(recorded.fetched).toEqual([]);
    },
  );

  test.each([
    ['zh_CN', '连接不上'],
    ['zh_TW', '連不上'],
    ['en', 'could not be reached'],
    ['fr', 'could not be reached'],
  ])('is told in the language of the locale %s', (locale, words) => {
    expect(refusal({ locale, reply: new Error('no route') }).detail).toContain(words);
  });
});
