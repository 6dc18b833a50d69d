// The workbook's own id on a Sheets server: written by set-up, brought along by Drive's copy, replaced by the copy's set-up.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { planSetUp } from '#core/set-up/plan-set-up';
import { isCopy } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

let sheets: LocalSheets;
beforeAll(async () => {
  sheets = await startLocalSheets();
});
afterAll(() => sheets.close());

const port = () => googleWorkbook(() => sheets.client);
const read = (id: string) => port().read(id, TAB_KEYS);
const OPTIONS = { language: 'zh-CN', admins: ['admin@example.org'] } as const;

async function setUp(id: string): Promise<void> {
  const snapshot = await read(id);
  await port().apply(snapshot, planSetUp(snapshot, OPTIONS).changes);
}

async function copyOf(id: string): Promise<string> {
  const url = `${sheets.rootUrl}drive/v3/files/${id}/copy`;
  const headers = { 'content-type': 'application/json', authorization: 'Bearer of-the-tests' };
  const body = JSON.stringify({ name: '副本' });
  const response = await fetch(url, { method: 'POST', headers, body });
  return ((await response.json()) as { readonly id: string }).id;
}

it('shows a copy as a copy until it is set up, and leaves the original alone', async () => {
  const id = await sheets.create();
  expect((await read(id)).ownId).toBeNull();
  await setUp(id);
  const copy = await copyOf(id);
  expect(copy).not.toBe(id);
  const ids = async () => [(await read(id)).ownId, (await read(copy)).ownId];
  expect(await ids()).toEqual([id, id]);
  expect([isCopy(await read(id)), isCopy(await read(copy))]).toEqual([false, true]);
  await setUp(copy);
  expect(await ids()).toEqual([id, copy]);
  expect(isCopy(await read(copy))).toBe(false);
  expect(planSetUp(await read(copy), OPTIONS).changes).toEqual([]);
});
