import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { sheets_v4 } from '#test/support/sheets-client';
import { range } from '../support/grid-range';
import { localIt, openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

type PivotTable = sheets_v4.Schema$PivotTable;

let target: Target;
let book: Workbook;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const ROWS = [
  ['Unit', 'Kind', 'Hours', 'Name'],
  ['South', 'Lecture', 2, 'Zhao'],
  ['North', 'Lecture', 3, 'Qian'],
  ['South', 'Online', 4, 'Sun'],
  ['North', 'Lecture', 1.5, 'Li'],
  ['South', 'Lecture', '', 'Zhou'],
];

beforeEach(async () => {
  book = await Workbook.create(target);
  await book.write('A1', ROWS);
});

/** At F1, over the rows above. */
const setPivot = (pivotTable: PivotTable, rowIndex = 0): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex: 5 },
    rows: [{ values: [{ pivotTable: { source: range(0, 6, 0, 4), ...pivotTable } }] }],
    fields: 'pivotTable',
  },
});

const hours = (summarizeFunction: string) => ({ sourceColumnOffset: 2, summarizeFunction });
const byUnit = { sourceColumnOffset: 0, showTotals: true, sortOrder: 'ASCENDING' };
const byKind = { sourceColumnOffset: 1, showTotals: true, sortOrder: 'ASCENDING' };
const shown = () => book.shown('F1:J20');

describe('a pivot table', () => {
  it('groups rows and sums up their values, with a grand total', async () => {
    await book.batch(
      setPivot({
        rows: [byUnit],
        values: [hours('SUM'), { ...hours('AVERAGE'), name: 'Mean' }, hours('COUNT')],
      }),
    );
    expect(await shown()).toEqual([
      ['Unit', 'SUM of Hours', 'Mean', 'COUNT of Hours'],
      ['North', '4.5', '2.25', '2'],
      ['South', '6', '3', '2'],
      ['Grand Total', '10.5', '2.625', '4'],
    ]);
  });

  it.each([
    ['COUNTA', '4'],
    ['COUNTUNIQUE', '4'],
    ['MAX', '4'],
    ['MIN', '1.5'],
    ['MEDIAN', '2.5'],
    ['PRODUCT', '36'],
  ])('sums up by %s', async (summarizeFunction, value) => {
    await book.batch(setPivot({ values: [hours(summarizeFunction)] }));
    expect(await shown()).toEqual([[`${summarizeFunction} of Hours`], [value]]);
  });

  it('has groups inside groups, with a total below each', async () => {
    await book.batch(
      setPivot({ rows: [{ ...byUnit, label: 'Office' }, byKind], values: [hours('SUM')] }),
    );
    expect(await shown()).toEqual([
      ['Office', 'Kind', 'SUM of Hours'],
      ['North', 'Lecture', '4.5'],
      ['North Total', '', '4.5'],
      ['South', 'Lecture', '2'],
      ['', 'Online', '4'],
      ['South Total', '', '6'],
      ['Grand Total', '', '10.5'],
    ]);
  });

  it('repeats headings, sorts downwards and leaves totals out', async () => {
    const rows = [
      { sourceColumnOffset: 0, sortOrder: 'DESCENDING', repeatHeadings: true },
      { sourceColumnOffset: 1, sortOrder: 'DESCENDING' },
    ];
    await book.batch(setPivot({ rows, values: [hours('SUM')] }));
    expect(await shown()).toEqual([
      ['Unit', 'Kind', 'SUM of Hours'],
      ['South', 'Online', '4'],
      ['South', 'Lecture', '2'],
      ['North', 'Lecture', '4.5'],
    ]);
  });

  it('has a group of columns', async () => {
    await book.batch(setPivot({ rows: [byUnit], columns: [byKind], values: [hours('SUM')] }));
    expect(await shown()).toEqual([
      ['SUM of Hours', 'Kind'],
      ['Unit', 'Lecture', 'Online', 'Grand Total'],
      ['North', '4.5', '', '4.5'],
      ['South', '2', '4', '6'],
      ['Grand Total', '6.5', '4', '10.5'],
    ]);
  });

  it('counts only what its filters leave visible', async () => {
    const filterSpecs = [{ columnOffsetIndex: 1, filterCriteria: { visibleValues: ['Lecture'] } }];
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')], filterSpecs }));
    expect(await shown()).toEqual([
      ['Unit', 'SUM of Hours'],
      ['North', '4.5'],
      ['South', '2'],
      ['Grand Total', '6.5'],
    ]);
  });

  it('follows its source: values, rows that come and go, and the format of its numbers', async () => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }), {
      repeatCell: {
        range: range(1, 6, 2, 3),
        cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
    await book.write('A2:C2', [['East', 'Lecture', 10]]);
    await book.batch({
      insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 6, endIndex: 7 } },
    });
    expect(await shown()).toEqual([
      ['Unit', 'SUM of Hours'],
      ['East', '10.00'],
      ['North', '4.50'],
      ['South', '4.00'],
      ['Grand Total', '18.50'],
    ]);
    await book.batch({
      deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 5 } },
    });
    expect(await shown()).toEqual([
      ['Unit', 'SUM of Hours'],
      ['East', '10.00'],
      ['South', '0.00'],
      ['Grand Total', '10.00'],
    ]);
  });

  it('reads formulas, and formulas read it', async () => {
    await book.write('C2', [['=1+1']], 'USER_ENTERED');
    await book.write('K1', [['=G3*2']], 'USER_ENTERED');
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    expect(await book.shown('K1')).toEqual([['12']]);
    await book.write('C2', [['=1+2']], 'USER_ENTERED');
    expect(await book.shown('K1')).toEqual([['14']]);
  });

  it('is read back; what it shows was entered by nobody', async () => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    const cell = await book.cell('F1', 'pivotTable,userEnteredValue,effectiveValue');
    expect(cell).toEqual({
      pivotTable: {
        source: range(0, 6, 0, 4),
        rows: [byUnit],
        values: [hours('SUM')],
      },
      effectiveValue: { stringValue: 'Unit' },
    });
    expect(await book.cell('G2', 'userEnteredValue,effectiveValue')).toEqual({
      effectiveValue: { numberValue: 4.5 },
    });
  });

  it('takes away what it showed when it goes', async () => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    await book.batch({
      updateCells: { range: range(0, 1, 5, 6), rows: [{ values: [{}] }], fields: 'pivotTable' },
    });
    expect(await shown()).toEqual([]);
  });

  it('does not overwrite anything', async () => {
    await book.write('G3', [['mine']]);
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    expect(await shown()).toEqual([['#REF!'], [], ['', 'mine']]);
    await book.write('G3', [['']]);
    expect(await shown()).toHaveLength(4);
  });

  const entered = { userEnteredValue: { stringValue: 'mine' } };
  it.each<[string, sheets_v4.Schema$Request]>([
    [
      'updateCells',
      {
        updateCells: {
          range: range(2, 3, 6, 7),
          rows: [{ values: [entered] }],
          fields: 'userEnteredValue',
        },
      },
    ],
    [
      'updateCells of the whole cell',
      { updateCells: { range: range(2, 3, 6, 7), rows: [{ values: [entered] }], fields: '*' } },
    ],
    [
      'repeatCell',
      { repeatCell: { range: range(2, 3, 6, 7), cell: entered, fields: 'userEnteredValue' } },
    ],
  ])('gives way to what %s enters where it shows something', async (_, request) => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    await book.batch(request);
    expect(await shown()).toEqual([['#REF!'], [], ['', 'mine']]);
    expect(await book.cell('G3', 'userEnteredValue')).toEqual(entered);
    await book.write('G3', [['']]);
    expect(await shown()).toHaveLength(4);
  });

  it.each(['userEnteredValue', '*'])(
    'goes when %s of its first cell is entered',
    async (fields) => {
      await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
      await book.batch({
        updateCells: { range: range(0, 1, 5, 6), rows: [{ values: [entered] }], fields },
      });
      expect(await shown()).toEqual([['mine']]);
      expect(await book.cell('F1', 'pivotTable,userEnteredValue')).toEqual(entered);
    },
  );

  it('stays when nothing is entered where it shows something', async () => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }));
    await book.batch({
      repeatCell: { range: range(0, 3, 5, 7), cell: {}, fields: 'userEnteredValue' },
    });
    expect(await shown()).toEqual([
      ['Unit', 'SUM of Hours'],
      ['North', '4.5'],
      ['South', '6'],
      ['Grand Total', '10.5'],
    ]);
  });

  it('is pasted as the values it shows', async () => {
    await book.batch(setPivot({ rows: [byUnit], values: [hours('SUM')] }), {
      copyPaste: { source: range(1, 4, 5, 7), destination: range(10, 13, 0, 2) },
    });
    await book.batch({
      copyPaste: { source: range(1, 4, 5, 7), destination: range(10, 13, 0, 2) },
    });
    await book.write('A2', [['East']]);
    expect(await book.shown('A11:B13')).toEqual([
      ['North', '4.5'],
      ['South', '6'],
      ['Grand Total', '10.5'],
    ]);
  });

  localIt.each<[string, PivotTable]>([
    ['pivot groups by rule', { rows: [{ sourceColumnOffset: 0, groupRule: {} }] }],
    ['pivot groups with a limit', { rows: [{ sourceColumnOffset: 0, groupLimit: {} }] }],
    ['pivot groups sorted by a value', { rows: [{ sourceColumnOffset: 0, valueBucket: {} }] }],
    ['pivot values summed up by VAR', { values: [hours('VAR')] }],
    ['calculated pivot values', { values: [{ formula: '=1', summarizeFunction: 'CUSTOM' }] }],
    ['pivot values below one another', { valueLayout: 'VERTICAL' }],
    ['pivot tables with several groups of columns', { columns: [byUnit, byKind] }],
    [
      'pivot tables with a group of columns but not both rows and one value',
      { columns: [byUnit], values: [hours('SUM')] },
    ],
    ['pivot tables of a data source', { dataSourceId: '1' }],
    [
      'pivot filters by condition',
      { filterSpecs: [{ filterCriteria: { condition: { type: 'NOT_BLANK' } } }] },
    ],
  ])('is refused for %s', async (what, pivotTable) => {
    expect(await refusal(book.batch(setPivot(pivotTable)))).toEqual({
      status: 501,
      message: `not emulated: ${what}`,
    });
  });

  it('needs columns that its source has', async () => {
    const rows = [{ sourceColumnOffset: 4 }];
    expect((await refusal(book.batch(setPivot({ rows })))).status).toBe(400);
  });
});
