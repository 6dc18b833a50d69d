import { describe, expect, test } from '@jest/globals';
import { planRepair } from '#core/row-safety/plan-repair';
import type { Basis, TabPlace } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';
import type { WorkbookChange } from '#core/workbook/write/change';
import { aRawTable, headerOf } from '#test/support/builders/tables';

const HEADER = headerOf('orders');
const { sheetId } = aRawTable('orders', [HEADER]);
const PLACE: TabPlace = {
  sheetId,
  title: '点单',
  index: 0,
  rowCount: 20,
  columnCount: HEADER.length,
  key: 'orders',
  layout: null,
  chartIds: [],
  protectedRangeIds: [],
  colorWords: [],
  hasHighlights: false,
};
const basis = (rows: readonly (readonly Cell[])[]): Basis => ({
  spreadsheetId: 'book',
  places: [PLACE],
  tables: { orders: aRawTable('orders', rows) },
});
/** The columns as a clerk has dragged them: the third before the first. */
const dragged = (cells: readonly Cell[]): Cell[] => {
  const [first = '', second = '', third = '', ...rest] = cells;
  return [third, first, second, ...rest];
};
const write = (row: number, cells: readonly (Cell | undefined)[]): WorkbookChange => ({
  kind: 'writeCells',
  sheetId,
  firstRow: row,
  firstColumn: 0,
  rows: [[...cells]],
});

describe('a write that is taken back', () => {
  test('gives a row its own cells, though another row of the write was like it beside them', () => {
    expect(HEADER).toEqual(['人员编号', '专题编号', '日期', '优先级', '撤回日期']);
    const rows: Cell[][] = [
      ['R002', 'P01', 46_084, 1],
      ['R001', 'P01', 46_084, 1],
      ['R001', 'P02', 46_084, 2],
    ];
    // R001 takes P01 back and orders P02 first, a day after a clerk dragged the column of days to the front.
    const changes = [
      write(2, [undefined, undefined, undefined, undefined, 46_094]),
      write(3, [undefined, undefined, 46_094, 1]),
    ];
    const reached = [
      dragged(HEADER),
      dragged(['R002', 'P01', 46_084, 1]),
      [46_084, 'R001', 'P01', 1, 46_094],
      [46_084, 'R001', 46_094, 1],
    ];
    const plan = planRepair(changes, new Set([sheetId]), {
      before: basis([HEADER, ...rows]),
      now: basis(reached),
    });
    expect(plan.lost).toEqual([]);
    expect(plan.changes).toEqual([
      write(2, [undefined, undefined, undefined, undefined, null]),
      write(3, [undefined, undefined, 'P02', 2]),
    ]);
  });
});
