// A tab that was full: its new rows look like the old ones, on a Sheets server.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appendRows } from '#core/workbook/write/append-rows';
import { planSetUp } from '#core/set-up/plan-set-up';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

let sheets: LocalSheets;
beforeAll(async () => {
  sheets = await startLocalSheets();
});
afterAll(() => sheets.close());

async function looksOf(id: string, range: string): Promise<unknown[]> {
  const fields =
    'sheets(conditionalFormats,data(rowData(values(userEnteredFormat.numberFormat,dataValidation.condition.type))))';
  const { data } = await sheets.client.spreadsheets.get({
    spreadsheetId: id,
    ranges: [range],
    fields,
  });
  const [sheet] = data.sheets ?? [];
  return [sheet?.data?.[0]?.rowData?.[0]?.values, sheet?.conditionalFormats];
}

it('has the number formats and drop-downs of the rows before, and no more colour rules', async () => {
  const port = googleWorkbook(() => sheets.client);
  const id = await sheets.create();
  const read = (): Promise<Snapshot> => port.read(id, TAB_KEYS);
  const blank = await read();
  await port.apply(blank, planSetUp(blank, { language: 'zh-CN', admins: [] }).changes);
  const before = await looksOf(id, '请假!A1000:R1000');
  const rows = Array.from({ length: 1000 }, (_, index) => ({ id: `L${index}` }));
  const append = async (): Promise<void> => {
    const snapshot = await read();
    await port.apply(snapshot, appendRows(snapshot, 'leave', { rows, language: 'zh-CN' }));
  };
  await append();
  expect(placeOf(await read(), 'leave')?.rowCount).toBe(2000);
  expect(await looksOf(id, '请假!A2:R2')).toEqual(before);
  expect(await looksOf(id, '请假!A1001:R1001')).toEqual(before);
  expect(JSON.stringify(before[0])).toContain('DATE');
  expect(JSON.stringify(before[0])).toContain('ONE_OF_LIST');
  // Somebody wrote in the last row: there is no row below it to take the looks from.
  await sheets.client.spreadsheets.values.update({
    spreadsheetId: id,
    range: '请假!E2000',
    valueInputOption: 'RAW',
    requestBody: { values: [['最后一行']] },
  });
  await append();
  expect(placeOf(await read(), 'leave')?.rowCount).toBe(4000);
  expect(await looksOf(id, '请假!A2001:R2001')).toEqual(before);
});
