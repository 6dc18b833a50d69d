import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import { range } from '../support/grid-range';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

describe('updateCells and appendCells', () => {
  it('write only the fields in the mask, and clear those the data lacks', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['x']]);
    const update = (cell: object, fields: string) =>
      book.batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields } });
    await update(
      { userEnteredFormat: { textFormat: { bold: true, italic: true } }, note: 'n' },
      'userEnteredFormat.textFormat,note',
    );
    await update(
      { userEnteredFormat: { textFormat: { bold: false } } },
      'userEnteredFormat.textFormat.bold',
    );
    expect(await book.cell('A1', 'userEnteredValue,userEnteredFormat,note')).toEqual({
      userEnteredValue: { stringValue: 'x' },
      userEnteredFormat: { textFormat: { bold: false, italic: true } },
      note: 'n',
    });
    await update({}, '*');
    expect(await book.cell('A1', 'userEnteredValue,userEnteredFormat,note')).toEqual({});
  });

  it('take away the formats of parts of the former text, unless they bring others', async () => {
    const book = await Workbook.create(target);
    const runs = [{ startIndex: 1, format: { bold: true } }];
    const update = (cell: object, fields: string) =>
      book.batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields } });
    await update({ ...text('abc'), textFormatRuns: runs }, 'userEnteredValue,textFormatRuns');
    expect((await book.cell('A1', 'textFormatRuns')).textFormatRuns).toHaveLength(1);
    await update(text('xyz'), 'userEnteredValue');
    expect(await book.cell('A1', 'userEnteredValue,textFormatRuns')).toEqual(text('xyz'));
  });

  it('fill a whole range: cells without data are cleared', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
    await book.batch({
      updateCells: {
        range: range(0, 2, 0, 2),
        rows: [{ values: [text('X')] }],
        fields: 'userEnteredValue',
      },
    });
    expect(await book.shown('A1:B3')).toEqual([['X'], [], ['e', 'f']]);
  });

  it('refuse to write outside the grid', async () => {
    const book = await Workbook.create(target);
    const call = book.batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1000 },
        rows: [{ values: [text('X')] }],
        fields: '*',
      },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message:
        'Invalid requests[0].updateCells: Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });

  it.each([
    [
      { start: { sheetId: 0, columnIndex: 25 } },
      'column: 26, beyond the last requested column of: 25',
    ],
    [{ start: { sheetId: 0, rowIndex: 999 } }, 'row: 1000, beyond the last requested row of: 999'],
    [{ range: range(1, 2, 1, 2) }, 'column: 2, beyond the last requested column of: 1'],
  ])('refuse data that reach beyond %j', async (place, reason) => {
    const book = await Workbook.create(target);
    const rows = [{ values: [text('X'), text('Y')] }, { values: [text('Z')] }];
    const call = book.batch({ updateCells: { ...place, rows, fields: 'userEnteredValue' } });
    expect((await refusal(call)).message).toBe(
      `Invalid requests[0].updateCells: Attempting to write ${reason}`,
    );
    expect(await book.shown('Sheet1')).toEqual([]);
  });

  it('append after the last row with a value in any column, growing the grid', async () => {
    const book = await Workbook.create(target);
    await book.write('C1000', [['last']]);
    await book.batch({
      appendCells: { sheetId: 0, rows: [{ values: [text('new')] }], fields: 'userEnteredValue' },
    });
    expect(await book.shown('A1001:C1001')).toEqual([['new']]);
    expect(
      (await book.sheet('properties.gridProperties.rowCount')).properties?.gridProperties?.rowCount,
    ).toBe(1001);
  });

  it('refuse more than 50000 characters in a cell', async () => {
    const book = await Workbook.create(target);
    expect((await refusal(book.write('A1', [['x'.repeat(50_001)]]))).message).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    await book.write('A1', [['x'.repeat(50_000)]]);
  });
});

describe('repeatCell', () => {
  it('takes a range that ends outside the grid and does not grow it', async () => {
    const book = await Workbook.create(target);
    const cell = { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } };
    await book.batch({
      repeatCell: { range: range(998, 1010, 0, 1), cell, fields: 'userEnteredFormat.numberFormat' },
    });
    expect(
      (await book.sheet('properties.gridProperties.rowCount')).properties?.gridProperties?.rowCount,
    ).toBe(1000);
    await book.write('A1000', [[0.5]]);
    expect(await book.shown('A1000')).toEqual([['50%']]);
  });

  it('refuses a range that starts outside the grid', async () => {
    const book = await Workbook.create(target);
    const call = book.batch({
      repeatCell: { range: range(1000, 1001, 0, 1), cell: {}, fields: '*' },
    });
    expect((await refusal(call)).message).toBe(
      'Invalid requests[0].repeatCell: Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });

  it('moves relative references of a formula along', async () => {
    const book = await Workbook.create(target);
    const cell = { userEnteredValue: { formulaValue: '=B1+$C$1' } };
    await book.batch({
      repeatCell: { range: range(0, 3, 0, 1), cell, fields: 'userEnteredValue' },
    });
    expect((await book.read('A1:A3', { valueRenderOption: 'FORMULA' })).values).toEqual([
      ['=B1+$C$1'],
      ['=B2+$C$1'],
      ['=B3+$C$1'],
    ]);
  });
});

describe('formats', () => {
  it('keep colours in 8 bits under both names, without zero channels', async () => {
    const book = await Workbook.create(target);
    const cell = {
      userEnteredFormat: {
        backgroundColor: { red: 0.5, green: 0, blue: 1 },
        textFormat: { foregroundColor: { red: 1 } },
      },
    };
    await book.batch({
      repeatCell: { range: range(0, 1, 0, 1), cell, fields: 'userEnteredFormat' },
    });
    const back = { red: 0.49803922, blue: 1 };
    expect((await book.cell('A1', 'userEnteredFormat')).userEnteredFormat).toEqual({
      backgroundColor: back,
      backgroundColorStyle: { rgbColor: back },
      textFormat: { foregroundColor: { red: 1 }, foregroundColorStyle: { rgbColor: { red: 1 } } },
    });
  });

  it('draw borders along a range and take them away with NONE', async () => {
    const book = await Workbook.create(target);
    const line = { style: 'SOLID' };
    await book.batch({
      updateBorders: { range: range(0, 2, 0, 2), top: line, innerVertical: line },
    });
    const borders = async (cell: string) =>
      Object.keys(
        (await book.cell(cell, 'userEnteredFormat.borders')).userEnteredFormat?.borders ?? {},
      ).sort();
    expect(await borders('A1')).toEqual(['right', 'top']);
    expect(await borders('B2')).toEqual(['left']);
    await book.batch({ updateBorders: { range: range(0, 2, 0, 2), top: { style: 'NONE' } } });
    expect(await borders('A1')).toEqual(['right']);
  });

  it('put a drop-down on a range and take it away', async () => {
    const book = await Workbook.create(target);
    const rule = {
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: '出席' }, { userEnteredValue: '请假' }],
      },
      strict: true,
      showCustomUi: true,
    };
    await book.batch({ setDataValidation: { range: range(1, 3, 0, 1), rule } });
    expect((await book.cell('A2', 'dataValidation')).dataValidation).toEqual(rule);
    await book.batch({ setDataValidation: { range: range(1, 3, 0, 1) } });
    expect(await book.cell('A2', 'dataValidation')).toEqual({});
  });
});

describe('merges', () => {
  it('keep only the top-left value', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await book.batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(await book.shown('A1:B2')).toEqual([['a']]);
    expect((await book.sheet('merges')).merges).toEqual([
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
    ]);
  });

  it('of rows are replaced when the block is merged as a whole', async () => {
    const book = await Workbook.create(target);
    const merges = async () => (await book.sheet('merges')).merges ?? [];
    await book.batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } });
    expect(await merges()).toHaveLength(2);
    await book.batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(await merges()).toHaveLength(1);
    await book.batch({ unmergeCells: { range: range(0, 2, 0, 2) } });
    expect(await merges()).toHaveLength(0);
  });

  it('are not cut in two', async () => {
    const book = await Workbook.create(target);
    await book.batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(
      (await refusal(book.batch({ unmergeCells: { range: range(0, 1, 0, 1) } }))).message,
    ).toBe(
      'Invalid requests[0].unmergeCells: You must select all cells in a merged range to merge or unmerge them.',
    );
  });
});
