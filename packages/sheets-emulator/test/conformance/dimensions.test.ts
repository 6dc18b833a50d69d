import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const columns = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const formulas = { valueRenderOption: 'FORMULA' };

const small = (rowCount: number, columnCount: number) => ({
  sheets: [
    { properties: { sheetId: 0, title: 'Sheet1', gridProperties: { rowCount, columnCount } } },
  ],
});

describe('insertDimension', () => {
  it('shifts cells, merges, named ranges and formulas, and grows the grid', async () => {
    const book = await Workbook.create(target, small(10, 5));
    await book.write('A1', [['a', '=A3'], ['b'], ['c', '=SUM(A1:A3)']], 'USER_ENTERED');
    await book.batch(
      {
        mergeCells: {
          range: {
            sheetId: 0,
            startRowIndex: 2,
            endRowIndex: 4,
            startColumnIndex: 3,
            endColumnIndex: 4,
          },
          mergeType: 'MERGE_ALL',
        },
      },
      {
        addNamedRange: {
          namedRange: {
            name: 'All',
            range: {
              sheetId: 0,
              startRowIndex: 0,
              endRowIndex: 3,
              startColumnIndex: 0,
              endColumnIndex: 1,
            },
          },
        },
      },
      { insertDimension: { range: rows(1, 3) } },
    );
    expect((await book.read('A1:B5', formulas)).values).toEqual([
      ['a', '=A5'],
      [],
      [],
      ['b'],
      ['c', '=SUM(A1:A5)'],
    ]);
    const sheet = await book.sheet('merges,properties.gridProperties');
    expect(sheet.merges).toEqual([
      { startRowIndex: 4, endRowIndex: 6, startColumnIndex: 3, endColumnIndex: 4 },
    ]);
    expect(sheet.properties?.gridProperties).toEqual({ rowCount: 12, columnCount: 5 });
    expect((await book.read('All')).range).toBe('Sheet1!A1:A5');
  });

  it('takes the formats of the neighbour before or after', async () => {
    const book = await Workbook.create(target);
    const bold = { userEnteredFormat: { textFormat: { bold: true } } };
    await book.batch(
      {
        repeatCell: {
          range: {
            sheetId: 0,
            startRowIndex: 1,
            endRowIndex: 2,
            startColumnIndex: 0,
            endColumnIndex: 1,
          },
          cell: bold,
          fields: 'userEnteredFormat',
        },
      },
      { insertDimension: { range: rows(2, 3), inheritFromBefore: true } },
      { insertDimension: { range: rows(3, 4), inheritFromBefore: false } },
    );
    expect(await book.cell('A3', 'userEnteredFormat')).toEqual(bold);
    expect(await book.cell('A4', 'userEnteredFormat')).toEqual({});
  });

  it('refuses to insert behind the grid unless it inherits from before', async () => {
    const book = await Workbook.create(target, small(20, 5));
    expect((await refusal(book.batch({ insertDimension: { range: rows(20, 21) } }))).message).toBe(
      'Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (20) if inheritFromBefore is false.',
    );
    await book.batch({ insertDimension: { range: rows(20, 21), inheritFromBefore: true } });
    expect(
      (await book.sheet('properties.gridProperties.rowCount')).properties?.gridProperties?.rowCount,
    ).toBe(21);
  });
});

describe('deleteDimension', () => {
  it('shrinks what spans the deleted rows and breaks references to them', async () => {
    const book = await Workbook.create(target, small(10, 5));
    await book.write('A1', [['a'], ['b'], ['c'], ['d'], ['=A2'], ['=SUM(A1:A4)']], 'USER_ENTERED');
    await book.batch({ deleteDimension: { range: rows(1, 3) } });
    expect((await book.read('A1:A4', formulas)).values).toEqual([
      ['a'],
      ['d'],
      ['=#REF!'],
      ['=SUM(A1:A2)'],
    ]);
    expect(
      (await book.sheet('properties.gridProperties.rowCount')).properties?.gridProperties?.rowCount,
    ).toBe(8);
  });

  it('names the first row that is not there', async () => {
    const book = await Workbook.create(target);
    for (const [startIndex, endIndex, index] of [
      [999, 1002, 1000],
      [1004, 1006, 1004],
    ] as const) {
      const call = book.batch({ deleteDimension: { range: rows(startIndex, endIndex) } });
      expect((await refusal(call)).message).toBe(
        `Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index ${index} but there are only 1000 rows.`,
      );
    }
  });

  it('leaves the name of a range that is gone taken, though nobody sees it', async () => {
    const book = await Workbook.create(target);
    const named = (startRowIndex: number) => ({
      addNamedRange: {
        namedRange: {
          name: 'Lost',
          range: { sheetId: 0, startRowIndex, endRowIndex: startRowIndex + 1 },
        },
      },
    });
    await book.batch(named(4), { deleteDimension: { range: rows(4, 5) } });
    expect((await book.get('namedRanges')).namedRanges).toBeUndefined();
    expect((await refusal(book.read('Lost'))).message).toBe('Unable to parse range: Lost');
    expect((await refusal(book.batch(named(0)))).message).toBe(
      'Invalid requests[0].addNamedRange: Cannot add named range with name Lost, a named range with that name already exists.',
    );
  });

  it('deletes columns', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', 'b', 'c']]);
    await book.batch({ deleteDimension: { range: columns(0, 2) } });
    expect(await book.shown('A1:C1')).toEqual([['c']]);
  });

  it('refuses to delete all rows, or all that are not frozen', async () => {
    const book = await Workbook.create(target, small(10, 5));
    expect((await refusal(book.batch({ deleteDimension: { range: rows(0, 10) } }))).message).toBe(
      "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
    );
    expect((await refusal(book.batch({ deleteDimension: { range: columns(0, 5) } }))).message).toBe(
      "Invalid requests[0].deleteDimension: You can't delete all the columns on the sheet.",
    );
    await book.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 2 } },
        fields: 'gridProperties.frozenRowCount',
      },
    });
    expect((await refusal(book.batch({ deleteDimension: { range: rows(2, 10) } }))).message).toBe(
      "Invalid requests[0].deleteDimension: You can't delete all non-frozen rows.",
    );
  });
});

describe('moveDimension and appendDimension', () => {
  it('counts the destination before the move, and formulas follow the moved cells', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a'], ['b'], ['c'], ['d'], ['=A1']], 'USER_ENTERED');
    await book.batch({ moveDimension: { source: rows(0, 1), destinationIndex: 3 } });
    expect((await book.read('A1:A5', formulas)).values).toEqual([
      ['b'],
      ['c'],
      ['a'],
      ['d'],
      ['=A3'],
    ]);
    await book.batch({ moveDimension: { source: rows(2, 3), destinationIndex: 0 } });
    expect((await book.read('A1:A5', formulas)).values).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d'],
      ['=A1'],
    ]);
  });

  it('does not tear merged rows apart nor move anything between them', async () => {
    const book = await Workbook.create(target);
    const merged = {
      sheetId: 0,
      startRowIndex: 1,
      endRowIndex: 3,
      startColumnIndex: 0,
      endColumnIndex: 1,
    };
    await book.batch({ mergeCells: { range: merged, mergeType: 'MERGE_ALL' } });
    for (const [source, destinationIndex] of [
      [rows(1, 2), 5],
      [rows(5, 6), 2],
    ] as const) {
      const call = book.batch({ moveDimension: { source, destinationIndex } });
      expect((await refusal(call)).message).toBe(
        'Invalid requests[0].moveDimension: Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.',
      );
    }
    await book.batch({ moveDimension: { source: rows(1, 3), destinationIndex: 0 } });
    expect((await book.sheet('merges')).merges).toEqual([
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
    ]);
  });

  it('appends rows and columns', async () => {
    const book = await Workbook.create(target, small(10, 5));
    await book.batch({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 3 } });
    expect((await book.sheet('properties.gridProperties')).properties?.gridProperties).toEqual({
      rowCount: 10,
      columnCount: 8,
    });
  });
});

describe('sizes, hidden rows and groups', () => {
  it('are kept per row and column', async () => {
    const book = await Workbook.create(target);
    await book.batch(
      {
        updateDimensionProperties: {
          range: columns(1, 2),
          properties: { pixelSize: 55 },
          fields: 'pixelSize',
        },
      },
      {
        updateDimensionProperties: {
          range: rows(0, 1),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    );
    const { sheets } = await book.get('sheets.data(rowMetadata,columnMetadata)', ['A1:B2']);
    expect(sheets?.[0]?.data?.[0]).toEqual({
      rowMetadata: [{ pixelSize: 21, hiddenByUser: true }, { pixelSize: 21 }],
      columnMetadata: [{ pixelSize: 100 }, { pixelSize: 55 }],
    });
  });

  it('deepens a group where another overlaps it, and flattens it again', async () => {
    const book = await Workbook.create(target);
    const groups = async () =>
      ((await book.sheet('columnGroups')).columnGroups ?? []).map(({ range, depth }) => [
        range?.startIndex,
        range?.endIndex,
        depth,
      ]);
    await book.batch({ addDimensionGroup: { range: columns(1, 4) } });
    await book.batch({ addDimensionGroup: { range: columns(2, 5) } });
    expect(await groups()).toEqual([
      [1, 5, 1],
      [2, 4, 2],
    ]);
    const { properties } = await book.sheet('properties.gridProperties');
    expect(properties?.gridProperties?.columnGroupControlAfter).toBe(true);
    await book.batch({ deleteDimensionGroup: { range: columns(3, 5) } });
    expect(await groups()).toEqual([
      [1, 4, 1],
      [2, 3, 2],
    ]);
    const [, last] = await book.batch(
      { deleteDimensionGroup: { range: columns(1, 4) } },
      { deleteDimensionGroup: { range: columns(2, 3) } },
    );
    expect(last).toEqual({ deleteDimensionGroup: {} });
  });
});
