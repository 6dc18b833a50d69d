import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { appsScriptRoute, sidebarRoute } from '#workbench/apps-script-host/apps-script-routes';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { ask } from '../server/ask';
import { openNotingHost, writeScript, type NotingHost, type ScriptFolder } from './script-project';

const CODE = `
  function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar')); }
  function locale() { return Session.getActiveUserLocale(); }
  function add(a, b) { return a + b; }
  function broken() { throw new TypeError('坏了'); }
  function hidden_() {}
`;
const HTML = '<!doctype html><html><head lang="zh"><title>讲台</title></head><body></body></html>';

let script: ScriptFolder;
let host: NotingHost;
let server: HttpServer;

beforeAll(async () => {
  script = await writeScript({ 'main.js': CODE, 'sidebar.html': HTML });
  host = await openNotingHost(script);
  server = await openHttpServer(0);
  server.mount('sidebar', sidebarRoute(host));
  server.mount('apps-script', appsScriptRoute(host));
});
afterAll(async () => {
  await server.close();
  await host.close();
  await script.remove();
});

function post(body: unknown, query = '') {
  return ask(`${server.url}/apps-script/run${query}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
}

describe('POST /apps-script/run', () => {
  it('answers the value of the function', async () => {
    const reply = await post({ function: 'add', args: ['讲', '台'] });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: true, value: '讲台' }]);
  });

  it('answers a failure of the script as a normal answer', async () => {
    const reply = await post({ function: 'broken', args: [] });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      { ok: false, name: 'TypeError', message: '坏了' },
    ]);
  });

  it("reports the language of the query as the user's", async () => {
    const value = async (query: string) =>
      (JSON.parse((await post({ function: 'locale', args: [] }, query)).text) as { value: string })
        .value;
    expect([await value(''), await value('?lang=en'), await value('?lang=zh_TW')]).toEqual([
      'zh-CN',
      'en',
      'zh_TW',
    ]);
  });

  test.each([
    [{ function: 'add' }, ''],
    [{ args: [] }, ''],
    [{ function: 'add', args: {} }, ''],
    [{ function: 'add', args: [], more: 1 }, ''],
    [{ function: 'locale', args: [] }, '?lang=%3Cscript%3E'],
  ])('refuses %j%s', async (body, query) => {
    expect((await post(body, query)).status).toBe(400);
  });
});

describe('POST /apps-script/edited', () => {
  test.each([
    [{ sheetId: 11, a1: 'B2:C3' }, 200],
    [{ sheetId: 11 }, 400],
    [{ sheetId: -1, a1: 'B2' }, 400],
    [{ sheetId: 11, a1: 'B2', more: 1 }, 400],
  ])('answers %j with %d', async (body, status) => {
    const url = `${server.url}/apps-script/edited`;
    expect((await ask(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(status);
  });
});

describe('PUT /apps-script/refusal', () => {
  const refuse = (body: unknown, method = 'PUT') =>
    ask(`${server.url}/apps-script/refusal`, { method, body: JSON.stringify(body) });
  const answer = async (): Promise<unknown> =>
    JSON.parse((await post({ function: 'add', args: [1, 2] })).text);

  test.each([
    [
      'permission-denied',
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    ],
    ['authorization-required', 'Authorization is required to perform that action.'],
  ])(
    '%s has every call refused in Google’s words, until it is taken back',
    async (refusal, message) => {
      const refused = { ok: false, name: 'ScriptError', message };
      expect((await refuse({ refusal })).status).toBe(200);
      expect([await answer(), await answer()]).toEqual([refused, refused]);
      expect((await refuse({ refusal: null })).status).toBe(200);
      expect(await answer()).toEqual({ ok: true, value: 3 });
    },
  );

  test.each([
    [{ refusal: 'sometimes' }, 'PUT', 400],
    [{}, 'PUT', 400],
    [{ refusal: null }, 'POST', 405],
  ])('answers %j by %s with %d', async (body, method, status) => {
    expect((await refuse(body, method)).status).toBe(status);
    expect(await answer()).toEqual({ ok: true, value: 3 });
  });
});

describe('GET /sidebar', () => {
  it("serves what the script's own showSidebar shows, with the bridge first", async () => {
    const reply = await ask(`${server.url}/sidebar?lang=en`);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.text.startsWith('<!doctype html><html><head lang="zh"><script>')).toBe(true);
    expect(reply.text.endsWith('</script><title>讲台</title></head><body></body></html>')).toBe(
      true,
    );
  });

  it('lets the sidebar load nothing from elsewhere', async () => {
    const policy = (await ask(`${server.url}/sidebar`)).headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
  });

  it('answers GET on its one address only', async () => {
    expect((await ask(`${server.url}/sidebar`, { method: 'POST' })).status).toBe(405);
    expect((await ask(`${server.url}/sidebar/x`)).status).toBe(404);
    expect((await ask(`${server.url}/sidebar?lang=%22`)).status).toBe(400);
  });
});

interface Runner {
  withSuccessHandler(handler: (value: unknown, user: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error, user: unknown) => void): Runner;
  withUserObject(user: unknown): Runner;
  [name: string]: unknown;
}

/** Runs the served bridge as a browser would, and answers its `google.script`. */
async function openBridge() {
  const html = (await ask(`${server.url}/sidebar?lang=en`)).text;
  const bridge = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const messages: unknown[] = [];
  const window: { google?: { script: { run: Runner; host: { close(): void } } } } = {};
  runInNewContext(bridge, {
    window,
    location: { origin: server.url },
    parent: { postMessage: (...message: unknown[]) => messages.push(message) },
    fetch: (path: string, init: RequestInit) => fetch(server.url + path, init),
  });
  const script = window.google?.script;
  if (script === undefined) throw new Error('The bridge did not define google.script.');
  return { run: script.run, host: script.host, messages };
}

function call(run: Runner, name: string, ...args: unknown[]): Promise<unknown[]> {
  return new Promise((resolve) => {
    const handled = run
      .withUserObject('user')
      .withSuccessHandler((value, user) => resolve(['success', value, user]))
      .withFailureHandler((error, user) => resolve(['failure', error.name, error.message, user]));
    (handled[name] as (...args: unknown[]) => void)(...args);
  });
}

describe('google.script in the sidebar', () => {
  it('calls the success handler with the value and the user object', async () => {
    const { run } = await openBridge();
    expect(await call(run, 'add', 1, 2)).toEqual(['success', 3, 'user']);
  });

  it('calls the failure handler with the error and the user object', async () => {
    const { run } = await openBridge();
    expect(await call(run, 'broken')).toEqual(['failure', 'TypeError', '坏了', 'user']);
  });

  it('asks in the language the sidebar was opened in', async () => {
    const { run } = await openBridge();
    expect(await call(run, 'locale')).toEqual(['success', 'en', 'user']);
  });

  it('offers the public functions of the script and no others', async () => {
    const { run } = await openBridge();
    const offered = Object.keys(run).filter((name) => !name.startsWith('with'));
    expect(offered).toEqual(['showSidebar', 'locale', 'add', 'broken']);
  });

  it('keeps the handlers of one call apart from those of the next', async () => {
    const { run } = await openBridge();
    const values = await Promise.all([1, 2, 3].map((n) => call(run, 'add', n, 10)));
    expect(values.map(([, value]) => value)).toEqual([11, 12, 13]);
  });

  it('refuses a Date among the arguments before it asks', async () => {
    const { run } = await openBridge();
    const add = run['add'] as (...args: unknown[]) => void;
    for (const wrong of [new Date(), [new Date()], { a: new Map() }, () => 1]) {
      expect(() => add(1, wrong)).toThrow('Failed due to illegal value in property: 1');
    }
  });

  it('notifies the page when the sidebar closes itself', async () => {
    const { host, messages } = await openBridge();
    host.close();
    expect(messages).toEqual([[{ sidebar: 'close' }, server.url]]);
  });
});
