import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import { range } from '../support/grid-range';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const formulas = { valueRenderOption: 'FORMULA' };

describe('deleteRange', () => {
  it('closes up below, with formulas, merges and names; the grid keeps its size', async () => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      [
        ['a', 'A', '=A4', '=A2'],
        ['b', 'B', '=SUM(A1:A4)'],
        ['c', 'C', '=SUM(A1:B4)'],
        ['d', 'D'],
      ],
      'USER_ENTERED',
    );
    await book.batch(
      { mergeCells: { range: range(5, 7, 0, 1), mergeType: 'MERGE_ALL' } },
      { addNamedRange: { namedRange: { name: 'Here', range: range(3, 4, 0, 1) } } },
      { deleteRange: { range: range(1, 3, 0, 1), shiftDimension: 'ROWS' } },
    );
    expect((await book.read('A1:D4', formulas)).values).toEqual([
      ['a', 'A', '=A2', '=#REF!'],
      ['d', 'B', '=SUM(A1:A2)'],
      ['', 'C', '=SUM(A1:B4)'],
      ['', 'D'],
    ]);
    expect(await book.shown('Here')).toEqual([['d']]);
    const { merges, properties } = await book.sheet('merges,properties.gridProperties.rowCount');
    expect(merges?.[0]).toMatchObject({ startRowIndex: 3, endRowIndex: 5 });
    expect(properties?.gridProperties?.rowCount).toBe(1000);
  });

  it('closes up from the right', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    await book.batch({ deleteRange: { range: range(0, 1, 0, 1), shiftDimension: 'COLUMNS' } });
    expect(await book.shown('A1:C2')).toEqual([
      ['2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('does not cut an array in two', async () => {
    const book = await Workbook.create(target);
    await book.write('A3', [['={1;2}']], 'USER_ENTERED');
    const call = book.batch({
      deleteRange: { range: range(0, 1, 0, 1), shiftDimension: 'ROWS' },
    });
    expect((await refusal(call)).message).toBe(
      'Invalid requests[0].deleteRange: You cannot insert or delete cells over an array formula.',
    );
  });
});

describe('insertRange', () => {
  it('makes room below, with formulas, merges and names; the grid grows when something would fall off', async () => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      [
        ['a', 'A', '=A2', '=SUM(A1:A2)'],
        ['b', 'B', '=SUM(A1:B2)'],
      ],
      'USER_ENTERED',
    );
    await book.write('A1000', [['last']]);
    await book.batch(
      { mergeCells: { range: range(5, 7, 0, 1), mergeType: 'MERGE_ALL' } },
      { addNamedRange: { namedRange: { name: 'Here', range: range(1, 2, 0, 1) } } },
      { insertRange: { range: range(1, 3, 0, 1), shiftDimension: 'ROWS' } },
    );
    expect((await book.read('A1:D4', formulas)).values).toEqual([
      ['a', 'A', '=A4', '=SUM(A1:A4)'],
      ['', 'B', '=SUM(A1:B2)'],
      [],
      ['b'],
    ]);
    expect(await book.shown('Here')).toEqual([['b']]);
    expect(await book.shown('A1002')).toEqual([['last']]);
    const { merges, properties } = await book.sheet('merges,properties.gridProperties.rowCount');
    expect(merges?.[0]).toMatchObject({ startRowIndex: 7, endRowIndex: 9 });
    expect(properties?.gridProperties?.rowCount).toBe(1002);
  });

  it('makes room to the right; an empty edge is not kept', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      [1, 2],
      [3, 4],
    ]);
    await book.batch({ insertRange: { range: range(0, 1, 0, 1), shiftDimension: 'COLUMNS' } });
    expect(await book.shown('A1:C2')).toEqual([
      ['', '1', '2'],
      ['3', '4'],
    ]);
    const { properties } = await book.sheet('properties.gridProperties.columnCount');
    expect(properties?.gridProperties?.columnCount).toBe(26);
  });

  it('does not tear a merge, and needs a direction', async () => {
    const book = await Workbook.create(target);
    await book.batch({ mergeCells: { range: range(2, 3, 0, 2), mergeType: 'MERGE_ALL' } });
    const insert = (shiftDimension?: string) =>
      book.batch({
        insertRange: {
          range: range(0, 1, 0, 1),
          ...(shiftDimension !== undefined && { shiftDimension }),
        },
      });
    expect((await refusal(insert('ROWS'))).message).toContain('merged range');
    expect((await refusal(insert())).message).toContain('No dimension specified.');
  });
});

describe('copyPaste and cutPaste', () => {
  it('fill a destination that is a multiple of the source', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', '=A1']], 'USER_ENTERED');
    await book.batch({
      copyPaste: {
        source: range(0, 1, 0, 2),
        destination: range(1, 3, 0, 4),
        pasteType: 'PASTE_NORMAL',
      },
    });
    expect((await book.read('A1:D3', formulas)).values).toEqual([
      ['a', '=A1'],
      ['a', '=A2', 'a', '=C2'],
      ['a', '=A3', 'a', '=C3'],
    ]);
  });

  it('paste values or formats alone', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['66.67%']], 'USER_ENTERED');
    const paste = (column: number, pasteType: string) => ({
      copyPaste: {
        source: range(0, 1, 0, 1),
        destination: range(0, 1, column, column + 1),
        pasteType,
      },
    });
    await book.batch(paste(1, 'PASTE_VALUES'), paste(2, 'PASTE_FORMAT'));
    await book.write('C1', [[0.5]]);
    expect(await book.shown('A1:C1')).toEqual([['66.67%', '0.6667', '50.00%']]);
  });

  it('paste formats without naming cells again that a colour rule already covers', async () => {
    const book = await Workbook.create(target);
    const rule = {
      ranges: [range(0, 4, 0, 1)],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    };
    const paste = (row: number) => ({
      copyPaste: {
        source: range(0, 1, 0, 1),
        destination: range(row, row + 1, 0, 1),
        pasteType: 'PASTE_FORMAT',
      },
    });
    await book.batch({ addConditionalFormatRule: { index: 0, rule } }, paste(2), paste(5));
    const fields = 'sheets.conditionalFormats.ranges';
    const { data } = await book.sheets.spreadsheets.get({ spreadsheetId: book.id, fields });
    const ranges = data.sheets?.[0]?.conditionalFormats?.[0]?.ranges ?? [];
    expect(ranges.map((one) => [one.startRowIndex, one.endRowIndex])).toEqual([
      [0, 4],
      [5, 6],
    ]);
  });

  it('turn rows into columns', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', 'b', 'c']]);
    await book.batch({
      copyPaste: {
        source: range(0, 1, 0, 3),
        destination: range(1, 2, 0, 1),
        pasteOrientation: 'TRANSPOSE',
      },
    });
    expect(await book.shown('A2:A4')).toEqual([['a'], ['b'], ['c']]);
  });

  it('empty the source when cut, and references follow the cells', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', '=A1'], ['=B1']], 'USER_ENTERED');
    await book.batch({
      cutPaste: {
        source: range(0, 1, 0, 2),
        destination: { sheetId: 0, rowIndex: 4, columnIndex: 2 },
      },
    });
    expect((await book.read('A1:D5', formulas)).values).toEqual([
      [],
      ['=D5'],
      [],
      [],
      ['', '', 'a', '=C5'],
    ]);
  });
});

describe('text', () => {
  it('is found and replaced, with counts of what changed', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['cat', 'Cat cat'],
      ['dog', 'concat'],
    ]);
    const [reply] = await book.batch({
      findReplace: { find: 'cat', replacement: 'cow', allSheets: true, matchCase: true },
    });
    expect(reply?.findReplace).toEqual({
      valuesChanged: 3,
      rowsChanged: 2,
      sheetsChanged: 1,
      occurrencesChanged: 3,
    });
    expect(await book.shown('A1:B2')).toEqual([
      ['cow', 'Cat cow'],
      ['dog', 'concow'],
    ]);
  });

  it('is split into columns', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['1,x,2020-01-01']]);
    await book.batch({ textToColumns: { source: range(0, 1, 0, 1), delimiterType: 'COMMA' } });
    expect((await book.read('A1:C1', { valueRenderOption: 'UNFORMATTED_VALUE' })).values).toEqual([
      [1, 'x', 43831],
    ]);
  });

  it('is pasted as delimited rows', async () => {
    const book = await Workbook.create(target);
    await book.batch({
      pasteData: {
        coordinate: { sheetId: 0, rowIndex: 1 },
        data: 'a;"b;c"\n1;2\n',
        delimiter: ';',
      },
    });
    expect(await book.shown('A2:B3')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['PASTE_NORMAL', '50.00%', 0.5],
    ['PASTE_NO_BORDERS', '50.00%', 0.5],
    ['PASTE_VALUES', '0.5', 0.5],
    ['PASTE_FORMULA', '0.5', 0.5],
    ['PASTE_FORMAT', 'before', 'before'],
    ['PASTE_DATA_VALIDATION', 'before', 'before'],
    ['PASTE_CONDITIONAL_FORMATTING', 'before', 'before'],
  ])('is pasted with %s as %s', async (type, shown, value) => {
    const book = await Workbook.create(target);
    await book.write('A1', [['before']]);
    await book.batch({
      updateCells: {
        range: range(0, 1, 0, 1),
        rows: [{ values: [{ note: 'kept' }] }],
        fields: 'note',
      },
    });
    await book.batch({
      pasteData: { coordinate: { sheetId: 0 }, data: '50.00%', delimiter: ',', type },
    });
    expect(await book.shown('A1')).toEqual([[shown]]);
    const { values } = await book.read('A1', { valueRenderOption: 'UNFORMATTED_VALUE' });
    expect(values).toEqual([[value]]);
    expect(await book.cell('A1', 'note')).toEqual({ note: 'kept' });
  });

  it('is pasted as a formula, but not as the value of one', async () => {
    const book = await Workbook.create(target);
    const paste = (type: string) =>
      book.batch({
        pasteData: { coordinate: { sheetId: 0 }, data: '=1+1', delimiter: ',', type },
      });
    await paste('PASTE_FORMULA');
    expect((await book.read('A1', formulas)).values).toEqual([['=1+1']]);
    expect((await refusal(paste('PASTE_VALUES'))).status).toBe(501);
    expect((await refusal(paste('PASTE_NOTHING'))).status).toBe(400);
  });

  it('is trimmed, inner runs of white space to one blank', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['  a   b ', 'c']]);
    const [reply] = await book.batch({ trimWhitespace: { range: range(0, 1, 0, 2) } });
    expect(reply).toEqual({ trimWhitespace: { cellsChangedCount: 1 } });
    expect(await book.shown('A1:B1')).toEqual([['a b', 'c']]);
  });

  it('in duplicate rows goes, whatever its case', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['a', 1],
      ['A', 1],
      ['b', 2],
      ['a', 3],
    ]);
    const [reply] = await book.batch({ deleteDuplicates: { range: range(0, 4, 0, 2) } });
    expect(reply).toEqual({ deleteDuplicates: { duplicatesRemovedCount: 1 } });
    expect(await book.shown('A1:B4')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ]);
  });
});
