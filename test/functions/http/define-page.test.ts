import { createServer, type Server } from 'node:http';
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { AppError, withContact } from '#functions/errors';
import type { PageView } from '#functions/app/runtime/page-view';
import type { Functions, PageRunner } from '#functions/http/functions';
import { leaveBodyUnparsed } from '#functions/http/raw-body';
import { registerFunctions } from '#functions/register';

const HOSTILE = '"><img src=x onerror=alert(1)> [a](http://evil.example) \'';
const VIEW: PageView = {
  heading: `<b>${HOSTILE}`,
  notice: { tone: 'good', text: HOSTILE },
  facts: [{ label: HOSTILE, value: HOSTILE }],
  forms: [
    {
      heading: HOSTILE,
      token: 'payload.mark',
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: HOSTILE,
          options: [{ value: HOSTILE, label: HOSTILE }],
          value: HOSTILE,
        },
        {
          kind: 'text',
          name: 'reason',
          label: HOSTILE,
          value: HOSTILE,
          isRequired: true,
          longest: 9,
        },
      ],
      button: { action: 'leave', label: HOSTILE, isMain: true },
    },
  ],
};

const asked: unknown[] = [];
const logged: string[] = [];
let page: PageRunner;
let server: Server;

const log = (event: string, facts?: object) => logged.push(JSON.stringify({ event, ...facts }));
const functions: Functions = {
  identity: { verify: () => Promise.reject(new AppError('badToken')) },
  schedulers: [],
  logger: { info: log, error: log },
  run: () => Promise.reject(new Error('no function is asked for here')),
  runScheduled: () => Promise.reject(new Error('no function is asked for here')),
  dispatch: () => Promise.reject(new Error('no function is asked for here')),
  page: (name, request) => page(name, request),
  milliseconds: () => 0,
};

beforeAll(async () => {
  registerFunctions(() => functions);
  const pages = getTestServer('pages');
  server = createServer((request, response) => {
    leaveBodyUnparsed(request);
    pages.emit('request', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked.length = 0;
  logged.length = 0;
  page = (name, { token, form }) => {
    asked.push([name, token, form && Object.fromEntries(form)]);
    return Promise.resolve({ language: 'zh-CN', view: VIEW });
  };
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init); // listening on TCP
const submit = (body: string, type = 'application/x-www-form-urlencoded'): Promise<Response> =>
  ask('/reply', { method: 'POST', body, headers: { 'content-type': type } });

describe('a public page', () => {
  test('is shown on GET with what its link carries', async () => {
    const response = await ask('/reply?t=payload.mark');
    expect([response.status, asked]).toEqual([200, [['reply', 'payload.mark', null]]]);
    expect(await response.text()).toContain('<html lang="zh-CN">');
  });

  test('is asked on POST with its form, of any letters', async () => {
    await submit('t=payload.mark&action=leave&reason=%E5%BC%80+%E4%BC%9A%26a%3Db');
    expect(asked).toEqual([
      ['reply', 'payload.mark', { t: 'payload.mark', action: 'leave', reason: '开 会&a=b' }],
    ]);
  });

  test('is kept by nobody, loads nothing, and tells its address to nobody', async () => {
    const response = await ask('/reply?t=x');
    const header = (name: string) => response.headers.get(name);
    expect(header('cache-control')).toBe('no-store');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('set-cookie')).toBeNull();
    const policy = header('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(await response.text())?.[1] ?? '';
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
  });

  test('shows every value as text', async () => {
    const text = await (await ask('/reply?t=x')).text();
    expect(text).not.toMatch(/<img|<b>|"">|<a[ >]/);
    expect(text.match(/&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;/g)).toHaveLength(12);
  });

  test('draws a code to be scanned, and loads itself anew', async () => {
    const code = { address: 'https://pages.example.org/checkIn?t=a.b', label: '请扫码' };
    const view = { ...VIEW, facts: [], forms: [], code, renewAfter: 30 };
    page = () => Promise.resolve({ language: 'zh-CN', view });
    const text = await (await ask('/checkInScreen?t=x')).text();
    expect(text).toContain('<meta http-equiv="refresh" content="30" />');
    // Version 3 has 29 modules a side, and four of white on each.
    expect(text).toContain(
      '<a href="https://pages.example.org/checkIn?t=a.b"><svg viewBox="0 0 37 37"',
    );
    expect(text.match(/M4 4h1v1h-1z/)).not.toBeNull();
  });

  test.each([
    ['a forged link', 404, () => ask('/reply?t=forged'), new AppError('badLink')],
    ['an expired link', 410, () => submit('t=old&action=attend'), new AppError('linkExpired')],
    ['our bug', 500, () => ask('/reply?t=x'), new Error('no such thing: payload.mark')],
  ])('says on a page of its own why not: %s', async (_, status, call, error) => {
    page = () => Promise.reject(error);
    const response = await call();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).not.toContain('payload.mark');
  });

  test('says whom to ask, once the workbook is known', async () => {
    const refused = withContact(new AppError('sessionBegun'), '李老师 000-0000-1234 <b>');
    for (const answer of [
      Promise.reject(refused),
      Promise.resolve({ language: 'zh-CN' as const, refused }),
    ]) {
      page = () => answer;
      const text = await (
        await ask('/reply?t=x', { headers: { 'accept-language': 'zh-CN' } })
      ).text();
      expect(text).toContain('<dt>联系人</dt>');
      expect(text).toContain('李老师 000-0000-1234 &lt;b&gt;');
      expect(text).toContain('这期课程已经开始，不能再答复。');
    }
    page = () => Promise.reject(new AppError('badLink'));
    expect(await (await ask('/reply?t=x')).text()).not.toContain('联系人');
  });

  test('speaks the workbook’s language once it is known, else the reader’s', async () => {
    const refused = new AppError('replyClosed');
    page = () => Promise.resolve({ language: 'zh-TW', refused });
    expect(await (await ask('/reply?t=x')).text()).toContain('不能再答覆');
    page = () => Promise.reject(refused);
    const english = await ask('/reply?t=x', { headers: { 'accept-language': 'en-GB' } });
    expect(await english.text()).toContain('replies are no longer accepted');
  });

  test.each([
    ['another method', 405, () => ask('/reply?t=x', { method: 'PUT' })],
    ['JSON', 415, () => submit('{}', 'application/json')],
    ['a form that is too long', 413, () => submit(`t=x&reason=${'x'.repeat(16 * 1024)}`)],
  ])('refuses %s', async (_, status, call) => {
    expect([(await call()).status, asked]).toEqual([status, []]);
  });

  test('answers a scanner’s HEAD like a GET', async () => {
    const response = await ask('/reply?t=x', { method: 'HEAD' });
    expect([response.status, asked]).toEqual([200, [['reply', 'x', null]]]);
  });

  test('logs no link', async () => {
    await ask('/reply?t=payload.mark');
    await submit('t=payload.mark&action=attend');
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toContain('payload');
  });

  test.each([
    ['checkInScreen', 'sheetsDown', 503, true],
    ['checkInScreen', 'quotaReached', 429, true],
    ['checkInScreen', 'tabMissing', 422, true],
    ['checkInScreen', 'badLink', 404, false],
    ['checkIn', 'sheetsDown', 503, false],
  ] as const)(
    '%s that could not be shown because of %s (%i) loads itself anew: %p',
    async (name, refusal, status, renews) => {
      page = () => Promise.reject(new AppError(refusal, { facts: { tabs: '' } }));
      const response = await ask(`/${name}?t=x`);
      expect(response.status).toBe(status);
      expect((await response.text()).includes('http-equiv="refresh" content="15"')).toBe(renews);
    },
  );
});
