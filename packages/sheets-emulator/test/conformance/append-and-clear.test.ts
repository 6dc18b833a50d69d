import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('values.append', () => {
  it('takes the last table that touches the range, and writes from its first column', async () => {
    const book = await Workbook.create(target);
    const row = [['x', '', 'z']];
    expect((await book.append('Sheet1', row)).tableRange).toBeUndefined();
    expect(await book.append('Sheet1', row)).toMatchObject({
      tableRange: 'Sheet1!C1',
      updates: { updatedRange: 'Sheet1!C2:E2' },
    });
    expect(await book.append('Sheet1!A1', row)).toMatchObject({
      tableRange: 'Sheet1!A1',
      updates: { updatedRange: 'Sheet1!A2:C2' },
    });
  });

  it.each([
    ['Sheet1', 'Sheet1!B7'],
    ['B4', 'Sheet1!B7'],
    ['C5:D5', 'Sheet1!B7'],
    ['B2:D4', 'Sheet1!B7'],
    ['A3:G10', 'Sheet1!B7'],
    ['A1', 'Sheet1!A3'],
    ['E4', 'Sheet1!E4'],
  ])("appends to %s at %s in the guide's example", async (range, place) => {
    const book = await Workbook.create(target);
    await book.write('A1:C2', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ]);
    await book.write('B4:D6', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ]);
    expect((await book.append(range, [['new']])).updates?.updatedRange).toBe(place);
  });

  it('grows the grid below and beside', async () => {
    const book = await Workbook.create(target);
    await book.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 2, columnCount: 2 } },
        fields: 'gridProperties(rowCount,columnCount)',
      },
    });
    await book.write('A1', [[1], [2]]);
    expect((await book.append('A1', [[3, 4, 5]])).updates?.updatedRange).toBe('Sheet1!A3:C3');
    expect((await book.sheet('properties.gridProperties')).properties?.gridProperties).toEqual({
      rowCount: 3,
      columnCount: 3,
    });
  });

  it('inserts rows on request, and overwrites what is below otherwise', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['head'], ['row'], [null], ['footer']]);
    await book.append('A1:A2', [['one'], ['two']], 'INSERT_ROWS');
    expect(await book.shown('A1:A6')).toEqual([
      ['head'],
      ['row'],
      ['one'],
      ['two'],
      [],
      ['footer'],
    ]);
    await book.append('A1:A2', [['three'], ['four'], ['five']], 'OVERWRITE');
    expect(await book.shown('A1:A8')).toEqual([
      ['head'],
      ['row'],
      ['one'],
      ['two'],
      ['three'],
      ['four'],
      ['five'],
    ]);
  });
});

describe('values.clear', () => {
  it('empties values and keeps formats, and answers the canonical range', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['66.67%', 'x']], 'USER_ENTERED');
    const clear = async (range: string) =>
      (await book.sheets.spreadsheets.values.clear({ spreadsheetId: book.id, range })).data
        .clearedRange;
    expect(await clear('A:B')).toBe('Sheet1!A1:B1000');
    expect(await clear('Sheet1!C3:C3')).toBe('Sheet1!C3');
    expect(await book.shown('Sheet1')).toEqual([]);
    const { userEnteredFormat } = await book.cell('A1', 'userEnteredFormat');
    expect(userEnteredFormat?.numberFormat?.type).toBe('PERCENT');
  });

  it('names the range of a batch that is wrong and clears nothing', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['x']]);
    const call = book.sheets.spreadsheets.values.batchClear({
      spreadsheetId: book.id,
      requestBody: { ranges: ['A1', 'Nowhere'] },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message: 'Invalid range[1]: Unable to parse range: Nowhere',
    });
    expect(await book.shown('A1')).toEqual([['x']]);
  });
});
