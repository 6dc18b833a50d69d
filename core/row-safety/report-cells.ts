// What clerks keep on a report's tab, and where it is once the report is written anew.
import type { WriteReport } from '../workbook/write/change';
import { applySteps } from '../workbook/write/line-steps';
import { identityOf } from '../report/place-report-rows';
import type { Basis } from '../workbook/snapshot';
import type { Cell } from '../workbook/table';
import type { RowCells } from '../workbook/write/write-row';

/** A cell that may hold anything. */
export const ANY = Symbol('any cell');

/** Undefined for a blank cell. */
export type ExpectedCell = Cell | undefined | typeof ANY;

/**
 * The clerks' cells by row and column after the write, and `ANY` wherever the report itself writes. Null for a report that is new, or whose
 * tab was not read.
 */
export function clerkCells(basis: Basis, change: WriteReport): ExpectedCell[][] | null {
  const { layout, sheet } = change;
  const rows = formerReportCells(basis, change);
  if (!rows) return null;
  const columns = new Set(layout.columns);
  const first = Math.min(...layout.columns);
  const identity = new Set(identityOf(sheet).map((column) => layout.columns[column]));
  const emptied = new Set(layout.emptiedRows);
  const end = layout.headerRow + 1 + sheet.rows.length;
  return rows.map((cellsOfRow, row) =>
    cellsOfRow.map((cell, column): ExpectedCell => {
      const isReports =
        row < layout.headerRow
          ? column === first
          : (row < end && columns.has(column)) ||
            (emptied.has(row) && columns.has(column) && !identity.has(column));
      return isReports ? ANY : cell;
    }),
  );
}

/** What the tab held before the write, row by row where the steps bring it. Null for a report that is new, or whose tab was not read. */
export function formerReportCells(
  { ownCells }: Basis,
  { key, replaces }: WriteReport,
): (Cell | undefined)[][] | null {
  const cells = ownCells?.[key];
  if (!replaces || !cells) return null;
  const wide = cells.map((row) =>
    Array.from({ length: replaces.columnCount }, (_, column) => row[column]),
  );
  return applySteps<(Cell | undefined)[]>(wide, replaces.rowSteps, () => []).map((row) =>
    applySteps<Cell | undefined>(row, replaces.columnSteps, () => undefined),
  );
}

/** What the report itself writes into a cell of its own. */
export function reportCellAt(
  { layout, sheet }: WriteReport,
  row: number,
  column: number,
): RowCells[number] {
  if (row < layout.headerRow) return sheet.heading[row] ?? null;
  const at = layout.columns.indexOf(column);
  if (row === layout.headerRow) return sheet.columns[at]?.label ?? null;
  return sheet.rows[row - layout.headerRow - 1]?.[at] ?? null;
}
