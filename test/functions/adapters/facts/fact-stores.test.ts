import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OAuth2Client } from 'google-auth-library';
import { bigqueryTable } from '#functions/adapters/facts/bigquery-table';
import { bucketStore } from '#functions/adapters/facts/bucket-store';
import { folderStore } from '#functions/adapters/facts/folder-store';
import type { GoogleRequest } from '#functions/adapters/google-clients';
import type { FactStore } from '#functions/ports/fact-store';
import { startStorageServer, type StorageServer } from './storage-server';

const request: GoogleRequest = async (options) => {
  const client = new OAuth2Client({ transporterOptions: { fetchImplementation: fetch } });
  client.setCredentials({ access_token: 'local' });
  return (await client.request(options)).data;
};

let server: StorageServer;
let folder = '';
beforeEach(async () => {
  server = await startStorageServer('my-bucket');
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const STORES: readonly [string, () => FactStore][] = [
  ['a bucket', () => bucketStore('my-bucket', server.rootUrl, request)],
  ['a folder', () => folderStore(join(folder, 'not there yet'))],
];

describe.each(STORES)('facts in %s', (_, make) => {
  test('are listed by their beginning, with the MD5 of their content', async () => {
    const store = make();
    expect(await store.list('W1/')).toEqual(new Map());
    for (const week of ['2026-03-02', '2026-03-09', '2026-03-16'])
      await store.write(`W1/${week}.ndjson`, '{"a":"甲"}\n');
    await store.write('W10/2026-03-02.ndjson', '');
    const hash = '3NSSb3prg/eEo161i+0sTg==';
    expect([...(await store.list('W1/'))].sort()).toEqual([
      ['W1/2026-03-02.ndjson', hash],
      ['W1/2026-03-09.ndjson', hash],
      ['W1/2026-03-16.ndjson', hash],
    ]);
  });

  test('are replaced and taken away; taking away what is not there is no error', async () => {
    const store = make();
    await store.write('W1/2026-03-02.ndjson', 'one');
    const before = await store.list('');
    await store.write('W1/2026-03-02.ndjson', 'two');
    expect([...(await store.list('')).values()]).not.toEqual([...before.values()]);
    await store.remove('W1/2026-03-02.ndjson');
    await store.remove('W1/2026-03-02.ndjson');
    expect(await store.list('')).toEqual(new Map());
  });
});

test('a folder has nothing but its files after a write', async () => {
  await folderStore(folder).write('W1/2026-03-02.ndjson', 'x');
  expect(await readdir(join(folder, 'W1'))).toEqual(['2026-03-02.ndjson']);
});

test('a bucket that refuses is an error', async () => {
  const store = bucketStore('another', server.rootUrl, request);
  await expect(store.list('')).rejects.toThrow('nothing at /storage/v1/b/another/o');
});

test('one load job replaces the table by every file of the bucket', async () => {
  const table = { projectId: 'my-project', datasetId: 'lectern', tableId: 'facts' };
  const facts = bigqueryTable({ table, bucket: 'my-bucket' }, server.rootUrl, request);
  expect(await facts.load()).toBe('my-project:EU.job_1');
  expect(server.jobs).toMatchObject([
    {
      configuration: {
        load: {
          sourceUris: ['gs://my-bucket/*.ndjson'],
          sourceFormat: 'NEWLINE_DELIMITED_JSON',
          destinationTable: table,
          writeDisposition: 'WRITE_TRUNCATE',
          timePartitioning: { type: 'MONTH', field: 'week' },
        },
      },
    },
  ]);
  const [job] = server.jobs as {
    configuration: { load: { schema: { fields: { name: string; type: string }[] } } };
  }[];
  const fields = job?.configuration.load.schema.fields ?? [];
  expect(fields).toHaveLength(21);
  expect(fields.slice(0, 5)).toEqual([
    { name: 'kind', type: 'STRING' },
    { name: 'workbook', type: 'STRING' },
    { name: 'district', type: 'STRING' },
    { name: 'region', type: 'STRING' },
    { name: 'week', type: 'DATE' },
  ]);
});
