// Row heights, column widths and what is hidden, of one tab, as the server holds them.
import type { SheetContext } from './sheet-context';
import { change } from './component';
import { COLUMN_WIDTH } from './worksheet-data';

export function applyDimensions(here: SheetContext): void {
  applyWidths(here);
  applyHeights(here);
  applyHiddenRows(here);
  applyHiddenColumns(here);
}

function applyWidths({ component, sheet, tab, subUnitId }: SheetContext): void {
  for (let column = 0; column < tab.columnCount; column++) {
    const colWidth = tab.columnWidths.get(column) ?? COLUMN_WIDTH;
    if (Math.round(sheet.getColumnManager().getColumnWidth(column)) === colWidth) continue;
    const ranges = [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column }];
    change(component, 'sheet.mutation.set-worksheet-col-width', { subUnitId, ranges, colWidth });
  }
}

/** A row nobody has given a height takes the height of its text. */
function applyHeights({ component, sheet, tab, subUnitId }: SheetContext): void {
  for (const [row, rowHeight] of tab.rowHeights) {
    if (sheet.getRowManager().getRow(row)?.h === rowHeight) continue;
    const ranges = [wholeRows(tab, row)];
    change(component, 'sheet.mutation.set-worksheet-row-height', { subUnitId, ranges, rowHeight });
  }
}

function applyHiddenRows({ component, sheet, tab, subUnitId }: SheetContext): void {
  const hidden = new Set(tab.hiddenRows);
  for (let row = 0; row < tab.rowCount; row++) {
    if (sheet.getRowRawVisible(row) !== hidden.has(row)) continue;
    const ranges = [wholeRows(tab, row)];
    const mutation = `sheet.mutation.set-row-${hidden.has(row) ? 'hidden' : 'visible'}`;
    change(component, mutation, { subUnitId, ranges });
  }
}

function applyHiddenColumns({ component, sheet, tab, subUnitId }: SheetContext): void {
  const hidden = new Set(tab.hiddenColumns);
  for (let column = 0; column < tab.columnCount; column++) {
    if (sheet.getColVisible(column) !== hidden.has(column)) continue;
    const ranges = [
      { startRow: 0, endRow: tab.rowCount - 1, startColumn: column, endColumn: column },
    ];
    const mutation = `sheet.mutation.set-col-${hidden.has(column) ? 'hidden' : 'visible'}`;
    change(component, mutation, { subUnitId, ranges });
  }
}

function wholeRows({ columnCount }: SheetContext['tab'], row: number) {
  return { startRow: row, endRow: row, startColumn: 0, endColumn: columnCount - 1 };
}
