// Google's own client for the Apps Script API against the local route.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personClients, type ScriptClient } from '../../../scripts/provision/person-clients';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { projectStore } from '#workbench/script-api/project-store';
import { scriptRoute } from '#workbench/script-api/script-route';

const BOOK = 'the-spreadsheet-of-one-district';
const MANIFEST = { name: 'appsscript', type: 'JSON', source: '{"timeZone":"Asia/Shanghai"}' };
const MAIN = { name: 'main', type: 'SERVER_JS', source: 'function onOpen() {}' };

let folder: string;
let server: HttpServer;
let projects: ScriptClient['projects'];
let faults: ('503' | 'lost-answer')[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-scripts-'));
  server = await openHttpServer(0);
  faults = [];
  server.mount(
    'v1',
    scriptRoute({
      projects: projectStore(folder, () => new Date('2026-03-02T01:00:00Z')),
      takeFault: () => {
        const kind = faults.pop();
        return (
          kind && { kind, method: '', count: 1, skip: 0, delayMilliseconds: 0, afterCommit: false }
        );
      },
      isSpreadsheet: (id) => id === BOOK,
    }),
  );
  ({ projects } = personClients(`${server.url}/`).script);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const made = async (): Promise<string> => {
  const { data } = await projects.create({ requestBody: { title: 'Lectern', parentId: BOOK } });
  return data.scriptId ?? '';
};

describe('the local Apps Script API', () => {
  it('makes a bound script with a manifest only, and says whose it is', async () => {
    const scriptId = await made();
    expect((await projects.get({ scriptId })).data).toEqual({
      scriptId,
      title: 'Lectern',
      parentId: BOOK,
      createTime: '2026-03-02T01:00:00.000Z',
      updateTime: '2026-03-02T01:00:00.000Z',
    });
    const { files = [] } = (await projects.getContent({ scriptId })).data;
    expect(files.map(({ name, type }) => `${name} ${type}`)).toEqual(['appsscript JSON']);
  });

  it('replaces all files, and keeps them over a restart', async () => {
    const scriptId = await made();
    const files = [MANIFEST, MAIN];
    await projects.updateContent({ scriptId, requestBody: { files } });
    const again = projectStore(folder, () => new Date());
    expect((await again.find(scriptId))?.files).toEqual(files);
    expect((await projects.getContent({ scriptId })).data).toEqual({ scriptId, files });
  });

  it.each([
    ['no manifest', [MAIN], 'exactly one manifest'],
    ['a syntax error', [MANIFEST, { ...MAIN, source: 'function (' }], 'Syntax error'],
    ['a name twice', [MANIFEST, MAIN, MAIN], 'already exists'],
    ['a spoiled manifest', [{ ...MANIFEST, source: '{' }], 'Syntax error'],
  ])('refuses files with %s and keeps the former ones', async (_, files, words) => {
    const scriptId = await made();
    await projects.updateContent({ scriptId, requestBody: { files: [MANIFEST, MAIN] } });
    await expect(projects.updateContent({ scriptId, requestBody: { files } })).rejects.toThrow(
      words,
    );
    expect((await projects.getContent({ scriptId })).data.files).toEqual([MANIFEST, MAIN]);
  });

  it('knows neither other scripts nor other spreadsheets', async () => {
    const title = 'Lectern';
    await expect(projects.getContent({ scriptId: 'nothing' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      projects.create({ requestBody: { title, parentId: 'another' } }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('answers without credentials, and to other calls, as Google’s front does', async () => {
    const status = async (path: string, init?: RequestInit): Promise<number> =>
      (await fetch(`${server.url}/v1${path}`, init)).status;
    expect(await status('/projects/x/content')).toBe(401);
    expect(await status('/projects/x/versions')).toBe(501);
    expect(await status('/elsewhere')).toBe(501);
    for (const path of ['/projects/x/versions', '/projects/x/deployments', '/projectsX'])
      expect(await status(path, { method: 'POST' })).toBe(501);
  });

  it('fails on order: before it does anything, or after', async () => {
    faults = ['503'];
    await expect(made()).rejects.toMatchObject({ status: 503 });
    const scriptId = await made();
    faults = ['lost-answer'];
    await projects.updateContent({ scriptId, requestBody: { files: [MANIFEST, MAIN] } }); // repeated by the client
    expect((await projects.getContent({ scriptId })).data.files).toHaveLength(2);
  });
});
