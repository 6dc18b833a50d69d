import { describe, expect, it } from '@jest/globals';
import { http } from '@google-cloud/functions-framework';
import { functionsRoute } from '#workbench/server/functions-route';
import { ask, withServer } from './ask';

http('mirror', (request, response) => {
  const { method, path, query, headers } = request;
  const body = request.rawBody?.toString('utf8') ?? null;
  response.status(201).json({ method, path, query, body, authorization: headers.authorization });
});
http('broken', () => Promise.reject(new Error('the password is hunter2')));

describe('the functions', () => {
  it('see the path below their name, as if each had a server of its own', () =>
    withServer(async (server) => {
      server.mount('functions', functionsRoute(['mirror']));
      const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
      const url = `${server.url}/functions/mirror`;
      const reply = await ask(`${url}/weeklyNotice?a=%E4%B8%80`, {
        method: 'POST',
        headers,
        body: '{"half":',
      });
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
      expect(JSON.parse((await ask(`${url}?b=1`)).text)).toMatchObject({
        path: '/',
        query: { b: '1' },
      });
    }));

  it('answer 404 for a name that is not there', () =>
    withServer(async (server) => {
      server.mount('functions', functionsRoute(['mirror']));
      for (const name of ['nothing', '', 'broken', '__proto__']) {
        const reply = await ask(`${server.url}/functions/${name}`, { method: 'POST' });
        expect(reply.status).toBe(404);
        expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      }
    }));
});
