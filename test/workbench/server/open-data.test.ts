import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { openData } from '#workbench/server/open-data';

let folder = '';
let dataFile = '';
let server: HttpServer;
const now = () => new Date('2026-03-02T01:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-data-'));
  dataFile = join(folder, 'workbook.json');
  server = await openHttpServer(0);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Makes a spreadsheet as a client of the Sheets API does. */
async function create(rootUrl: string, title: string): Promise<void> {
  const response = await fetch(`${rootUrl}v4/spreadsheets`, {
    method: 'POST',
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { title } }),
  });
  expect(response.status).toBe(200);
}

describe('openData', () => {
  it('fills a new data file through the Sheets API and opens it', async () => {
    const prepare = (rootUrl: string) => create(rootUrl, '新工作簿');
    const { sheets, spreadsheetId } = await openData({ server, dataFile, now, prepare });
    expect(sheets.list()).toEqual([{ spreadsheetId, title: '新工作簿' }]);
    expect(await readdir(folder)).toEqual(['workbook.json']);
    await sheets.close();
  });

  it('opens the same workbook again, whatever others were added', async () => {
    const prepare = (rootUrl: string) => create(rootUrl, '第一份');
    const first = await openData({ server, dataFile, now, prepare });
    await create(`${server.url}/`, '第二份');
    await first.sheets.close();
    const again = await openData({
      server,
      dataFile,
      now,
      prepare: () => Promise.reject(new Error('must not be prepared twice')),
    });
    expect(again.spreadsheetId).toBe(first.spreadsheetId);
    expect(again.sheets.list()).toHaveLength(2);
    await again.sheets.close();
  });

  it('starts anew after the first start was cut off in the middle', async () => {
    const interrupted = async (rootUrl: string) => {
      await create(rootUrl, '一半');
      throw new Error('killed');
    };
    await expect(openData({ server, dataFile, now, prepare: interrupted })).rejects.toThrow(
      'killed',
    );
    expect(await readdir(folder)).not.toContain('workbook.json');
    const prepare = (rootUrl: string) => create(rootUrl, '完整');
    const { sheets } = await openData({ server, dataFile, now, prepare });
    expect(sheets.list().map(({ title }) => title)).toEqual(['完整']);
    await sheets.close();
  });

  it('refuses a file it cannot read, names it and leaves it alone', async () => {
    await writeFile(dataFile, '{"half":');
    const prepare = () => Promise.reject(new Error('must not be prepared'));
    await expect(openData({ server, dataFile, now, prepare })).rejects.toThrow(dataFile);
    expect(await readFile(dataFile, 'utf8')).toBe('{"half":');
  });
});
