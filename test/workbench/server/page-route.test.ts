import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileRoute, folderRoute } from '#workbench/server/page-route';
import { ask, withServer } from './ask';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-page-'));
  await mkdir(join(folder, 'assets', 'deep'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<h1>讲台</h1>');
  await writeFile(join(folder, 'secret.txt'), 'not for the page');
  await writeFile(join(folder, 'assets', 'page.js'), 'start();');
  await writeFile(join(folder, 'assets', 'deep', '页.css'), 'h1 {}');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the page', () => {
  it('is served at the root only', () =>
    withServer(async (server) => {
      server.mount('', fileRoute(join(folder, 'index.html')));
      const reply = await ask(`${server.url}/?lang=en`);
      expect(reply.text).toBe('<h1>讲台</h1>');
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['x-frame-options']).toBe('SAMEORIGIN');
      expect((await ask(`${server.url}//elsewhere`)).status).toBe(404);
      expect((await ask(`${server.url}/`, { method: 'POST' })).status).toBe(405);
    }));

  it('gets the files of its bundle with their types', () =>
    withServer(async (server) => {
      server.mount('assets', folderRoute(join(folder, 'assets')));
      const script = await ask(`${server.url}/assets/page.js`);
      expect(script.text).toBe('start();');
      expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
      const style = await ask(`${server.url}/assets/deep/${encodeURIComponent('页')}.css`);
      expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
    }));

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/missing.js', '', '/'])(
    'serves nothing outside its folder and no listing: %s',
    (path) =>
      withServer(async (server) => {
        server.mount('assets', folderRoute(join(folder, 'assets')));
        const reply = await ask(`${server.url}/assets${path}`);
        expect(reply.status).toBe(404);
        expect(reply.text).not.toContain('not for the page');
      }),
  );

  it('refuses an address that is not percent-encoded text', () =>
    withServer(async (server) => {
      server.mount('assets', folderRoute(join(folder, 'assets')));
      expect((await ask(`${server.url}/assets/%E4%ZZ`)).status).toBe(400);
    }));
});
