import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import { range } from '../support/grid-range';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('sortRange and setBasicFilter', () => {
  it('sort numbers before text, empty cells last in both directions', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      ['b', 1],
      ['', 2],
      [3, 3],
      ['a', 4],
      [1, 5],
    ]);
    const sort = (sortOrder: string) =>
      book.batch({
        sortRange: { range: range(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] },
      });
    await sort('ASCENDING');
    expect(await book.shown('A1:B5')).toEqual([
      ['1', '5'],
      ['3', '3'],
      ['a', '4'],
      ['b', '1'],
      ['', '2'],
    ]);
    await sort('DESCENDING');
    expect((await book.shown('A1:A5')).map((row) => row[0])).toEqual([
      'b',
      'a',
      '3',
      '1',
      undefined,
    ]);
  });

  it('leave hidden rows where they are', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [[3], [2], [1]]);
    const second = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    await book.batch(
      {
        updateDimensionProperties: {
          range: second,
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { sortRange: { range: range(0, 3, 0, 1), sortSpecs: [{ dimensionIndex: 0 }] } },
    );
    expect(await book.shown('A1:A3')).toEqual([['1'], ['2'], ['3']]);
    await book.batch({
      sortRange: {
        range: range(0, 3, 0, 1),
        sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
      },
    });
    expect(await book.shown('A1:A3')).toEqual([['3'], ['2'], ['1']]);
    await book.write('A2', [[9]]);
    await book.batch({
      sortRange: { range: range(0, 3, 0, 1), sortSpecs: [{ dimensionIndex: 0 }] },
    });
    expect(await book.shown('A1:A3')).toEqual([['1'], ['9'], ['3']]);
  });

  it.each([
    [range(1000, 1001, 0, 1), 'range.startRowIndex is larger than current grid size (1000)'],
    [
      range(0, 5, 0, 2),
      "You can't sort a range containing vertical merges. There is a vertical merge at B2:B3",
    ],
  ])('are refused beyond the grid and across merged rows: %j', async (area, reason) => {
    const book = await Workbook.create(target);
    await book.batch({ mergeCells: { range: range(1, 3, 1, 2), mergeType: 'MERGE_ALL' } });
    const call = book.batch({ sortRange: { range: area, sortSpecs: [{ dimensionIndex: 0 }] } });
    expect((await refusal(call)).message).toBe(`Invalid requests[0].sortRange: ${reason}`);
  });

  it('store a filter without bounds with those of the grid', async () => {
    const book = await Workbook.create(target);
    await book.batch({ setBasicFilter: { filter: { range: { sheetId: 0 } } } });
    expect((await book.sheet('basicFilter')).basicFilter).toEqual({
      range: { startRowIndex: 0, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 26 },
    });
    await book.batch({ clearBasicFilter: { sheetId: 0 } });
    expect((await book.sheet('basicFilter')).basicFilter).toBeUndefined();
  });

  it('hide the rows that a filter does not match', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['head'], ['x'], ['y'], ['x']]);
    await book.batch({
      setBasicFilter: {
        filter: { range: range(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['x'] } } },
      },
    });
    expect((await book.sheet('basicFilter(criteria,filterSpecs)')).basicFilter).toEqual({
      criteria: { 0: { hiddenValues: ['x'] } },
      filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['x'] } }],
    });
    const { sheets } = await book.get('sheets.data.rowMetadata.hiddenByFilter', ['A1:A4']);
    expect(sheets?.[0]?.data?.[0]?.rowMetadata).toEqual([
      {},
      { hiddenByFilter: true },
      {},
      { hiddenByFilter: true },
    ]);
  });
});

describe('filter views', () => {
  it('are added, changed, copied and deleted', async () => {
    const book = await Workbook.create(target);
    const [added] = await book.batch({
      addFilterView: { filter: { title: 'Mine', range: range(0, 5, 0, 2) } },
    });
    const filterViewId = added?.addFilterView?.filter?.filterViewId ?? 0;
    const criteria = { 1: { hiddenValues: ['x'] } };
    await book.batch({
      updateFilterView: {
        filter: { filterViewId, title: 'Ours', criteria },
        fields: 'title,criteria',
      },
    });
    expect((await book.sheet('filterViews.filterSpecs')).filterViews).toEqual([
      { filterSpecs: [{ columnIndex: 1, filterCriteria: { hiddenValues: ['x'] } }] },
    ]);
    const [copied] = await book.batch({ duplicateFilterView: { filterId: filterViewId } });
    expect(copied?.duplicateFilterView?.filter?.title).toBe('Copy of Ours');
    await book.batch({ deleteFilterView: { filterId: filterViewId } });
    expect((await book.sheet('filterViews.title')).filterViews).toEqual([
      { title: 'Copy of Ours' },
    ]);
  });
});
