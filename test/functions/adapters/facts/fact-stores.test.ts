import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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

describe('what cannot be kept', () => {
  test('in a bucket that is not there says why', async () => {
    const store = bucketStore('another', server.rootUrl, request);
    const refused = { refusal: 'factStoreRefused' };
    await expect(store.list('')).rejects.toMatchObject({
      ...refused,
      facts: { reason: 'nothing at /storage/v1/b/another/o' },
    });
    await expect(store.write('a', '')).rejects.toMatchObject(refused);
  });

  test.each([429, 500, 503])('with status %i is tried again', async (status) => {
    const store = bucketStore('my-bucket', server.rootUrl, request);
    server.fail(status);
    await expect(store.list('')).rejects.toMatchObject({ refusal: 'factStoreDown' });
  });

  test('in a bucket without a role says why, also when something is taken away', async () => {
    const store = bucketStore('my-bucket', server.rootUrl, request);
    server.fail(403);
    await expect(store.remove('a')).rejects.toMatchObject({ refusal: 'factStoreRefused' });
  });

  test('while nobody answers is tried again', async () => {
    const store = bucketStore('my-bucket', 'http://127.0.0.1:9/', request);
    await expect(store.list('')).rejects.toMatchObject({ refusal: 'factStoreDown' });
  });

  test('where the folder is a file says so', async () => {
    await writeFile(join(folder, 'file'), '');
    const store = folderStore(join(folder, 'file'));
    await expect(store.list('')).rejects.toMatchObject({ refusal: 'factStoreRefused' });
    await expect(store.write('W1/a.ndjson', '')).rejects.toMatchObject({
      refusal: 'factStoreRefused',
    });
  });
});

const TABLE = { projectId: 'my-project', datasetId: 'lectern', tableId: 'facts' };
const bigquery = () =>
  bigqueryTable({ table: TABLE, bucket: 'my-bucket' }, server.rootUrl, request);

test('one load job replaces the table by every file of the bucket', async () => {
  expect(await bigquery().load('facts-2026-03-02')).toEqual({ is: 'running' });
  expect(server.jobs).toMatchObject([
    {
      jobReference: {
        projectId: 'my-project',
        jobId: 'lectern-lectern-facts-facts-2026-03-02',
        location: 'asia-east1',
      },
      configuration: {
        load: {
          sourceUris: ['gs://my-bucket/*.ndjson'],
          sourceFormat: 'NEWLINE_DELIMITED_JSON',
          destinationTable: TABLE,
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

describe('a load of the same name', () => {
  test('is begun once, and says what became of it', async () => {
    await bigquery().load('facts-2026-03-02');
    expect(await bigquery().load('facts-2026-03-02')).toEqual({ is: 'running' });
    server.endJobs(null);
    expect(await bigquery().load('facts-2026-03-02')).toEqual({ is: 'done' });
    expect(server.jobs).toHaveLength(1);
    await bigquery().load('facts-2026-03-03');
    expect(server.jobs).toHaveLength(2);
  });

  test('says why it failed', async () => {
    await bigquery().load('facts-2026-03-02');
    server.endJobs('Not found: Uris gs://my-bucket/*.ndjson');
    expect(await bigquery().load('facts-2026-03-02')).toEqual({
      is: 'failed',
      reason: 'Not found: Uris gs://my-bucket/*.ndjson',
    });
  });

  test.each([
    [403, 'factStoreRefused'],
    [503, 'factStoreDown'],
  ])('is refused with status %i as %s', async (status, refusal) => {
    server.fail(status);
    await expect(bigquery().load('facts-2026-03-02')).rejects.toMatchObject({ refusal });
  });
});
