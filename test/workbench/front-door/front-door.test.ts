// Cloud Run's front, over HTTP: who is let in, what the function sees of the token, and what is answered in the function's place.
import { describe, expect, it, test } from '@jest/globals';
import { http } from '@google-cloud/functions-framework';
import { frontDoor } from '#workbench/front-door/front-door';
import { frontDoorRoute } from '#workbench/front-door/front-door-route';
import type { ServiceSettings } from '#workbench/front-door/service-settings';
import { createIssuer } from '#workbench/identity/issuer';
import { readToken } from '#workbench/identity/read-token';
import { ask, withServer, type Question, type Reply } from '../server/ask';

http('mirror', (request, response) => {
  const { method, path, query, headers } = request;
  response.status(201).json({
    method,
    path,
    query,
    body: request.rawBody?.toString('utf8') ?? null,
    authorization: headers.authorization,
    serverless: headers['x-serverless-authorization'],
  });
});
/** Waits at a gate, then says so. */
const gate = { arrivals: 0, open: (): void => undefined, passed: 0 };
http('slow', async (_request, response) => {
  gate.arrivals += 1;
  await new Promise<void>((resolve) => (gate.open = resolve));
  gate.passed += 1;
  response.send('done');
});
/** Resolves when so many have arrived, or passed. */
const until = async (count: () => number, wanted: number): Promise<void> => {
  while (count() < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
};
http('broken', () => Promise.reject(new Error('the password is hunter2')));

const OPEN: ServiceSettings = {
  checksInvoker: false,
  concurrency: 1,
  maxInstances: 1,
  timeoutSeconds: 60,
  pendingSeconds: 60,
};
const CHECKED = { ...OPEN, checksInvoker: true };
const issuer = createIssuer('https://issuer.example.org', 'client-1');
const token = (part: object = {}): string =>
  issuer.issueToken({ email: 'clerk@example.org', ...part });
/** Another's key, the same claims. */
const forged = createIssuer(issuer.issuer, issuer.audience).issueToken({
  email: 'clerk@example.org',
});

interface Door {
  readonly url: string;
  readonly call: (path: string, question?: Question) => Promise<Reply>;
}

const withDoor = (settings: ServiceSettings, use: (door: Door) => Promise<void>): Promise<void> =>
  withServer(async (server) => {
    const services = new Map([
      ['mirror', settings],
      ['slow', settings],
    ]);
    const url = `${server.url}/functions`;
    const invokers = ['domain:example.org', 'serviceAccount:job@project.example.com'];
    server.mount('front-door', frontDoorRoute(services));
    server.mount(
      'functions',
      frontDoor({
        services,
        url,
        customAudiences: ['client-1', 'client-2'],
        invokers,
        readToken: (text) => readToken(text, issuer),
      }),
    );
    await use({
      url: server.url,
      call: (path, question) => ask(`${url}/${path}`, { method: 'POST', ...question }),
    });
  });

describe('the functions', () => {
  it('see the path below their name, as if each had a server of its own', () =>
    withDoor(OPEN, async ({ call }) => {
      const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
      const reply = await call('mirror/weeklyNotice?a=%E4%B8%80', { headers, body: '{"half":' });
      expect([reply.status, JSON.parse(reply.text)]).toEqual([
        201,
        {
          method: 'POST',
          path: '/weeklyNotice',
          query: { a: '一' },
          body: '{"half":',
          authorization: 'Bearer x',
        },
      ]);
      expect(JSON.parse((await call('mirror?b=1', { method: 'GET' })).text)).toMatchObject({
        path: '/',
        query: { b: '1' },
      });
    }));

  it('answer 404 for a name that is not there', () =>
    withDoor(OPEN, async ({ call }) => {
      for (const name of ['nothing', '', 'broken', '__proto__']) {
        const reply = await call(name);
        expect(reply.status).toBe(404);
        expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      }
    }));

  it('get bodies of any size up to 32 MiB whole, and no larger one', () =>
    withDoor(OPEN, async ({ call }) => {
      const headers = { 'content-type': 'text/plain' };
      const mirrored = await call('mirror', { headers, body: '讲'.repeat(1_000_000) });
      const { body } = JSON.parse(mirrored.text) as { body: string };
      expect([body.length, body.replaceAll('讲', '')]).toEqual([1_000_000, '']);
      const tooLarge = 'x'.repeat(32 * 1024 * 1024 + 1);
      expect((await call('mirror', { headers, body: tooLarge })).status).toBe(413);
    }));
});

describe('with the invoker check', () => {
  const [whole, other] = [token(), token({ email: 'admin@example.org' })];
  const stripped = (text: string): string =>
    `Bearer ${text.slice(0, text.lastIndexOf('.'))}.SIGNATURE_REMOVED_BY_GOOGLE`;

  test('a token in Authorization arrives without its signature', () =>
    withDoor(CHECKED, async ({ call }) => {
      const reply = await call('mirror', { headers: { authorization: `Bearer ${whole}` } });
      expect(JSON.parse(reply.text)).toMatchObject({ authorization: stripped(whole) });
    }));

  test('with both headers the other one is read, and Authorization arrives whole, whatever it is', () =>
    withDoor(CHECKED, async ({ call }) => {
      for (const authorization of [`Bearer ${other}`, `Bearer ${forged}`, 'Basic eDp5']) {
        const reply = await call('mirror', {
          headers: { authorization, 'x-serverless-authorization': `Bearer ${whole}` },
        });
        expect(JSON.parse(reply.text)).toMatchObject({
          authorization,
          serverless: stripped(whole),
        });
      }
    }));

  test.each([
    ['no token', {}, 403],
    [
      'a token of somebody else',
      { authorization: `Bearer ${token({ email: 'a@example.com' })}` },
      403,
    ],
    [
      'a token for another service',
      { authorization: `Bearer ${token({ audience: 'other' })}` },
      401,
    ],
    ['a token that is over', { authorization: `Bearer ${token({ expiresIn: -1 })}` }, 401],
    ['a token that Google did not sign', { authorization: `Bearer ${forged}` }, 401],
    ['a token that was stripped before', { authorization: stripped(whole) }, 401],
    ['something else', { authorization: 'Basic eDp5' }, 401],
    [
      'only one good header, the wrong one',
      { authorization: `Bearer ${whole}`, 'x-serverless-authorization': 'Bearer x' },
      401,
    ],
  ])('%s is refused by Google, in HTML', (_, headers, status) =>
    withDoor(CHECKED, async ({ call }) => {
      const reply = await call('mirror', { headers });
      expect([reply.status, reply.headers['content-type']]).toEqual([
        status,
        'text/html; charset=UTF-8',
      ]);
    }),
  );

  test('a custom audience, the service’s own address, and a service account are taken', () =>
    withDoor(CHECKED, async ({ url, call }) => {
      for (const part of [
        { audience: 'client-2' },
        { audience: `${url}/functions/mirror` },
        { email: 'job@project.example.com' },
      ]) {
        const headers = { authorization: `Bearer ${token(part)}` };
        expect((await call('mirror', { headers })).status).toBe(201);
      }
      const headers = { authorization: `Bearer ${token({ audience: `${url}/functions/slow` })}` };
      expect((await call('mirror', { headers })).status).toBe(401);
    }));
});

describe('without the invoker check', () => {
  test('every header arrives as it was sent', () =>
    withDoor(OPEN, async ({ call }) => {
      const headers = {
        authorization: `Bearer ${forged}`,
        'x-serverless-authorization': 'Bearer x',
      };
      expect(JSON.parse((await call('mirror', { headers })).text)).toMatchObject({
        authorization: `Bearer ${forged}`,
        serverless: 'Bearer x',
      });
    }));
});

describe('places and time', () => {
  test('who finds no place in time is answered 429, and the place is free again afterwards', () =>
    withDoor({ ...OPEN, pendingSeconds: 0 }, async ({ call }) => {
      const before = gate.arrivals;
      const first = call('slow');
      await until(() => gate.arrivals, before + 1);
      const second = await call('slow');
      expect([second.status, second.text]).toEqual([429, 'Rate exceeded.']);
      gate.open();
      expect((await first).text).toBe('done');
      const third = call('slow');
      await until(() => gate.arrivals, before + 2);
      gate.open();
      expect((await third).status).toBe(200);
    }));

  test('a request that takes too long is answered 504, while the function goes on', () =>
    withDoor({ ...OPEN, timeoutSeconds: 0.05 }, async ({ call }) => {
      const before = gate.passed;
      const reply = await call('slow');
      expect([reply.status, reply.text]).toEqual([504, 'upstream request timeout']);
      gate.open();
      await until(() => gate.passed, before + 1);
    }));
});

describe('the settings of a service', () => {
  test('can be read and changed, one service at a time', () =>
    withDoor(OPEN, async ({ url, call }) => {
      const change = (name: string, body: object): Promise<Reply> =>
        ask(`${url}/front-door/${name}`, { method: 'PUT', body: JSON.stringify(body) });
      expect(JSON.parse((await change('mirror', { checksInvoker: true })).text)).toEqual(CHECKED);
      expect(JSON.parse((await ask(`${url}/front-door`)).text)).toEqual({
        mirror: CHECKED,
        slow: OPEN,
      });
      expect((await call('mirror')).status).toBe(403);
      expect((await change('nothing', {})).status).toBe(404);
      expect((await change('mirror', { checksInvoker: 'no' })).status).toBe(400);
      expect((await ask(`${url}/front-door/mirror`, { method: 'POST' })).status).toBe(405);
    }));
});
