/** Refuses grids without rows, and frozen rows or columns that leave nothing to scroll. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import type { ReadonlySheet } from '../model/sheet';
import { checkColumnCount } from '../structure/edit-dimension';

type GridProperties = sheets_v4.Schema$GridProperties;

function visibleCount(count: number, metadata: ReadonlySheet['rowMetadata']): number {
  const hidden = Object.entries(metadata).filter(
    ([index, properties]) => Number(index) < count && properties.hiddenByUser === true,
  );
  return count - hidden.length;
}

export function checkGridChange(sheet: ReadonlySheet, grid: GridProperties): void {
  const rows = grid.rowCount ?? 0;
  const columns = grid.columnCount ?? 0;
  if (rows < 1) throw invalid("You can't delete all the rows on the sheet.");
  if (columns < 1) throw invalid("You can't delete all the columns on the sheet.");
  checkColumnCount(columns);
  if ((grid.frozenRowCount ?? 0) >= visibleCount(rows, sheet.rowMetadata)) {
    throw invalid("You can't freeze all visible rows on the sheet.");
  }
  if ((grid.frozenColumnCount ?? 0) >= visibleCount(columns, sheet.columnMetadata)) {
    throw invalid("You can't freeze all visible columns on the sheet.");
  }
}
