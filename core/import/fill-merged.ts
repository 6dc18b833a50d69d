// Cells that were merged downwards: only the first holds the content, but it is meant for every row.
import type { Cell } from '../workbook/table';

/** Rows and columns count from 0; the ends are not part of it. */
export interface MergedCells {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A title that is merged across columns stays in the first of them. */
export function fillMergedDown(
  rows: readonly (readonly Cell[])[],
  merges: readonly MergedCells[],
): Cell[][] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, endRow, startColumn } of merges) {
    const cell = rows[startRow]?.[startColumn] ?? '';
    if (cell === '') continue;
    for (let row = startRow + 1; row < Math.min(endRow, filled.length); row += 1) {
      const cells = filled[row] ?? [];
      while (cells.length <= startColumn) cells.push('');
      cells[startColumn] = cell;
    }
  }
  return filled;
}
