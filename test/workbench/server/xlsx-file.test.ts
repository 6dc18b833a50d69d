import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { chooseContents } from '#workbench/server/choose-contents';
import { ask } from './ask';

let folder = '';
let xlsxFile = '';
let first: RunningWorkbench;
let second: RunningWorkbench;
let fileName: string | null;

/** The sample is downloaded from one workbench and opened by another. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-xlsx-'));
  xlsxFile = join(folder, '云溪区 2026.xlsx');
  first = await startWorkbench({ sample: 'district' });
  const response = await fetch(`${first.url}/workbench/workbook.xlsx`);
  fileName = response.headers.get('content-disposition');
  await writeFile(xlsxFile, Buffer.from(await response.arrayBuffer()));
  second = await startWorkbench({ sample: 'district', xlsxFile });
});
afterAll(async () => {
  await first.close();
  await second.close();
  await rm(folder, { recursive: true });
});

const fetchJson = async (url: string): Promise<unknown> =>
  JSON.parse((await ask(url, { headers: { authorization: 'Bearer test' } })).text);

async function valuesOf({ url, spreadsheetId }: RunningWorkbench, range: string) {
  const path = `${url}/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}`;
  return fetchJson(path);
}

async function callFunction(workbench: RunningWorkbench, name: string) {
  const { url, spreadsheetId } = workbench;
  const bearer = `Bearer ${await workbench.token('admin@example.org')}`;
  const reply = await ask(`${url}/functions/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: bearer,
      'x-serverless-authorization': bearer,
    },
    body: JSON.stringify({ spreadsheetId }),
  });
  return { status: reply.status, body: JSON.parse(reply.text) as unknown };
}

describe('a workbook as an .xlsx file', () => {
  it('is downloaded under its own name', () => {
    const name = encodeURIComponent('云溪区领导干部理论学习 2026.xlsx');
    expect(fileName).toBe(`attachment; filename="workbook.xlsx"; filename*=UTF-8''${name}`);
  });

  it('is opened with its title, language and every row', async () => {
    const state = await fetchJson(`${second.url}/workbench/state`);
    expect(state).toMatchObject({ title: '云溪区 2026', language: 'zh-CN' });
    for (const tab of ['花名册', '日程', '考勤', '标准']) {
      const { values } = (await valuesOf(first, tab)) as { values: unknown[] };
      expect(values.length).toBeGreaterThan(5);
      expect(await valuesOf(second, tab)).toMatchObject({ values });
    }
  });

  it('is a workbook to work on: the check finds the same, setting up completes it', async () => {
    const before = await callFunction(first, 'checkEntries');
    const counts = { error: 12 };
    expect(before).toMatchObject({ status: 200, body: { counts } });
    // The file does not keep what time it is for the sample; later, a request for leave of a past session is wrong too.
    const now = JSON.stringify({ now: '2026-11-23T09:00:00+08:00' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${second.url}/clock`, { method: 'PUT', body: now, headers })).status).toBe(
      200,
    );
    expect((await callFunction(second, 'setUpWorkbook')).status).toBe(200);
    expect(await callFunction(second, 'checkEntries')).toMatchObject({ body: { counts } });
  });
});

describe('what cannot be opened', () => {
  const wishes = { dataFile: 'year.json', sample: 'empty', language: 'en' } as const;

  it('a missing file is named', async () => {
    const missing = join(folder, 'missing.xlsx');
    await expect(chooseContents({ ...wishes, xlsxFile: missing })).rejects.toThrow(
      /missing\.xlsx cannot be opened: .* Check the name after --open\./,
    );
  });

  it('a file of another kind is refused and makes no workbook', async () => {
    const other = join(folder, 'other.xlsx');
    await writeFile(other, 'no zip');
    await expect(startWorkbench({ sample: 'empty', xlsxFile: other })).rejects.toThrow(
      /other\.xlsx cannot be opened\. .*no workbook that can be read/,
    );
  });

  it('a data file with another workbook is not overwritten', async () => {
    const changed = join(folder, 'changed.xlsx');
    await writeFile(changed, 'saved again since');
    const { check } = await chooseContents({ ...wishes, xlsxFile: changed });
    await expect(check(`${second.url}/`, second.spreadsheetId)).rejects.toThrow(
      'year.json already holds another workbook',
    );
    const same = await chooseContents({ ...wishes, xlsxFile });
    await expect(same.check(`${second.url}/`, second.spreadsheetId)).resolves.toBeUndefined();
  });
});
