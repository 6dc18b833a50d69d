import { describe, expect, it, test } from '@jest/globals';
import { structureRequests } from '#workbench/page/grid/structure-requests';

const rows = { startRow: 4, endRow: 5, startColumn: 0, endColumn: 9 };

describe('structureRequests', () => {
  test.each([
    [
      'insert-row',
      { range: rows },
      {
        insertDimension: {
          range: { sheetId: 7, dimension: 'ROWS', startIndex: 4, endIndex: 6 },
          inheritFromBefore: true,
        },
      },
    ],
    [
      'remove-rows',
      { range: rows },
      {
        deleteDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 4, endIndex: 6 } },
      },
    ],
    ['remove-sheet', {}, { deleteSheet: { sheetId: 7 } }],
    [
      'set-worksheet-name',
      { name: '第二季度' },
      { updateSheetProperties: { properties: { sheetId: 7, title: '第二季度' }, fields: 'title' } },
    ],
    [
      'set-worksheet-hidden',
      { hidden: 1 },
      { updateSheetProperties: { properties: { sheetId: 7, hidden: true }, fields: 'hidden' } },
    ],
  ])('says %s in the words of the API', (mutation, params, request) => {
    expect(structureRequests(`sheet.mutation.${mutation}`, 7, params)).toEqual([request]);
  });

  it('does not pass the header row on to a row put right below it', () => {
    const range = { ...rows, startRow: 1, endRow: 1 };
    expect(structureRequests('sheet.mutation.insert-row', 7, { range })).toMatchObject([
      { insertDimension: { inheritFromBefore: false } },
    ]);
  });

  it('counts the target of a tab that moves right before it has left its place', () => {
    const index = (fromOrder: number, toOrder: number) =>
      structureRequests('sheet.mutation.set-worksheet-order', 7, { fromOrder, toOrder });
    expect(index(1, 3)).toMatchObject([{ updateSheetProperties: { properties: { index: 4 } } }]);
    expect(index(3, 1)).toMatchObject([{ updateSheetProperties: { properties: { index: 1 } } }]);
  });

  it('sends one width for a range, or each column its own', () => {
    const ranges = [{ startRow: 0, endRow: 9, startColumn: 2, endColumn: 3 }];
    const widths = (colWidth: unknown) =>
      structureRequests('sheet.mutation.set-worksheet-col-width', 7, { ranges, colWidth });
    expect(widths(120)).toHaveLength(1);
    expect(widths({ 2: 90, 3: 110, 8: 50 })).toMatchObject([
      { updateDimensionProperties: { range: { startIndex: 2, endIndex: 3 } } },
      { updateDimensionProperties: { range: { startIndex: 3, endIndex: 4 } } },
    ]);
  });

  it('knows nothing of mutations of another kind', () => {
    expect(structureRequests('sheet.mutation.set-range-values', 7, {})).toBeNull();
  });
});
