import { describe, expect, it, test } from '@jest/globals';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { openHttpServer } from '#workbench/server/http-server';
import { readJson } from '#workbench/server/read-body';
import { sendJson, sendText } from '#workbench/server/send';
import { ask, withServer } from './ask';

describe('openHttpServer', () => {
  it('hands a request to the route mounted under the first part of its path', () =>
    withServer(async (server) => {
      server.mount('clock', ({ response, rest }) => sendText(response, `clock:${rest}`));
      server.mount('', ({ response, rest }) => sendText(response, `page:${rest}`));
      expect((await ask(`${server.url}/clock`)).text).toBe('clock:');
      expect((await ask(`${server.url}/clock/a%2Fb?c=d`)).text).toBe('clock:/a%2Fb');
      expect((await ask(`${server.url}/`)).text).toBe('page:');
    }));

  it('answers an unknown path with a 404 problem', () =>
    withServer(async (server) => {
      const reply = await ask(`${server.url}/nowhere/at-all`);
      expect(reply.status).toBe(404);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(JSON.parse(reply.text)).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: 'Nothing is served at /nowhere/at-all.',
      });
    }));

  test.each([
    ['evil.example', 403],
    ['127.0.0.1', 403],
    ['127.0.0.1:1', 403],
  ])('refuses the Host header "%s"', (host, status) =>
    withServer(async (server) => {
      server.mount('', ({ response }) => sendText(response, 'secret'));
      const reply = await ask(`${server.url}/`, { headers: { host } });
      expect(reply.status).toBe(status);
      expect(reply.text).not.toContain('secret');
    }),
  );

  it('answers to localhost as well as to 127.0.0.1', () =>
    withServer(async (server) => {
      server.mount('', ({ response }) => sendText(response, 'page'));
      const headers = { host: `LocalHost:${server.port}` };
      expect((await ask(`${server.url}/`, { headers })).status).toBe(200);
    }));

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:1', 403],
  ])('refuses a change that comes from a page of origin %s', (origin, status) =>
    withServer(async (server) => {
      let changed = false;
      server.mount('clock', ({ response }) => {
        changed = true;
        sendText(response, 'changed');
      });
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const reply = await ask(`${server.url}/clock`, { method, headers: { origin } });
        expect(reply.status).toBe(status);
      }
      expect(changed).toBe(false);
    }),
  );

  it('lets its own page and programs without a browser change things', () =>
    withServer(async (server) => {
      server.mount('clock', ({ response }) => sendText(response, 'changed'));
      const own = { origin: server.url };
      const localhost = { origin: `http://localhost:${server.port}` };
      for (const headers of [own, localhost, {}]) {
        expect((await ask(`${server.url}/clock`, { method: 'PUT', headers })).status).toBe(200);
      }
    }));

  it('hides what went wrong inside and stays up', () =>
    withServer(async (server) => {
      const printed: unknown[] = [];
      const print = console.error;
      console.error = (...values: unknown[]) => void printed.push(...values);
      try {
        server.mount('broken', () => Promise.reject(new Error('the password is hunter2')));
        const reply = await ask(`${server.url}/broken`);
        expect(reply.status).toBe(500);
        expect(reply.text).not.toContain('hunter2');
        expect(String(printed[0])).toContain('hunter2');
      } finally {
        console.error = print;
      }
      expect((await ask(`${server.url}/`)).status).toBe(404);
    }));

  it('listens on the loopback interface only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    await withServer(async (server) => {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(server.port, outside?.address ?? '127.0.0.2');
        socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
        socket.on('close', () => socket.destroy());
      });
      expect(reached).toBe(false);
    });
  });

  it('says that the port is taken', () =>
    withServer(async (server) => {
      await expect(openHttpServer(server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    }));
});

describe('readJson', () => {
  test.each([
    ['{"now":', 400, 'The body is not JSON.'],
    [JSON.stringify('x'.repeat(1024 * 1024)), 413, 'The body is over 1048576 bytes.'],
  ])('refuses %.20s', (body, status, detail) =>
    withServer(async (server) => {
      server.mount('echo', async ({ request, response }) =>
        sendJson(response, 200, await readJson(request)),
      );
      const reply = await ask(`${server.url}/echo`, { method: 'POST', body });
      expect(reply.status).toBe(status);
      expect(JSON.parse(reply.text)).toMatchObject({ detail });
    }),
  );
});
