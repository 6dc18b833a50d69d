/**
 * Keeps the sheets of a file within what a workbook may hold. Programs format whole columns down to the last row there can
 * be; rows and columns that hold nothing are then cut off.
 */
import { DEFAULT_COLUMN_COUNT, DEFAULT_ROW_COUNT, MAX_CELLS_PER_WORKBOOK } from '../../limits';
import { isFilled, isRich, type Cell } from '../../model/cell';
import type { ReadonlyRow } from '../../model/grid';
import { gridSize, type Sheet } from '../../model/sheet';
import type { LeftOutList } from './left-out';

/** Some room is left for sheets that are added later. */
const MAX_CELLS = MAX_CELLS_PER_WORKBOOK * 0.9;

const cellCount = (sheet: Sheet): number => {
  const { rowCount, columnCount } = gridSize(sheet);
  return rowCount * columnCount;
};

const isTooMuch = (sheets: readonly Sheet[]): boolean =>
  sheets.reduce((sum, sheet) => sum + cellCount(sheet), 0) > MAX_CELLS;

export function fitSheets(sheets: readonly Sheet[], leftOut: LeftOutList): void {
  const largestFirst = [...sheets].sort((left, right) => cellCount(right) - cellCount(left));
  for (const cut of [cutColumns, cutFormats]) {
    for (const sheet of largestFirst) {
      if (!isTooMuch(sheets)) return;
      if (cut(sheet)) leftOut.add('farFormats', sheet.properties.title);
    }
  }
}

/** Only columns without any cell: nothing is lost. */
function cutColumns(sheet: Sheet): boolean {
  const { columns } = extent(sheet, (cell) => cell !== null);
  resize(sheet, gridSize(sheet).rowCount, columns);
  return false;
}

/** Rows and columns whose cells only have a look, down to the size of a new sheet. */
function cutFormats(sheet: Sheet): boolean {
  const { rows, columns } = extent(sheet, holdsSomething);
  const size = gridSize(sheet);
  resize(sheet, Math.max(rows, DEFAULT_ROW_COUNT), Math.max(columns, DEFAULT_COLUMN_COUNT));
  return gridSize(sheet).rowCount < size.rowCount || gridSize(sheet).columnCount < size.columnCount;
}

const holdsSomething = (cell: Cell): boolean =>
  isFilled(cell) || (isRich(cell) && cell.note !== undefined);

function extent(
  { grid }: Sheet,
  counts: (cell: Cell) => boolean,
): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  let before: ReadonlyRow | undefined;
  let last = -1;
  for (let row = 0; row < grid.height; row++) {
    const cells = grid.row(row);
    if (cells !== before) last = cells.findLastIndex(counts);
    before = cells;
    if (last >= 0) rows = row + 1;
    columns = Math.max(columns, last + 1);
  }
  return { rows, columns };
}

function resize(sheet: Sheet, rows: number, columns: number): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties ?? {};
  let rowCount = Math.max(rows, 1 + (frozenRowCount ?? 0));
  let columnCount = Math.max(columns, 1 + (frozenColumnCount ?? 0));
  for (const { endRowIndex, endColumnIndex } of sheet.merges) {
    rowCount = Math.max(rowCount, endRowIndex ?? 0);
    columnCount = Math.max(columnCount, endColumnIndex ?? 0);
  }
  if (sheet.grid.height > rowCount) sheet.grid.deleteRows(rowCount, sheet.grid.height);
  sheet.grid.deleteColumns(columnCount, Infinity);
  sheet.properties.gridProperties = { ...sheet.properties.gridProperties, rowCount, columnCount };
}
