// How much of a tab has something in it.
import type { TabState } from './tab-state';

/** Up to the last cell that shows something. */
export function filledPart({ cells, merges }: Pick<TabState, 'cells' | 'merges'>): {
  rows: number;
  columns: number;
} {
  let [rows, columns] = [0, 0];
  cells.forEach((row, index) => {
    const last = row.findLastIndex((cell) => (cell?.value ?? null) !== null);
    if (last < 0) return;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
  });
  for (const { startRow, endColumn } of merges) {
    if (startRow < rows) columns = Math.max(columns, endColumn + 1);
  }
  return { rows, columns };
}
