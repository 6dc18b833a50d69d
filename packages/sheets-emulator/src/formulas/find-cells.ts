import { isRich, type RichCell } from '../model/cell';
import type { ReadonlyRow } from '../model/grid';
import type { ReadonlySheet } from '../model/sheet';

/** What `read` finds in the rich cells of a sheet, row by row. Rows that are one object, as blank ones are, are looked at once. */
export function findCells<Found>(
  { grid }: ReadonlySheet,
  read: (cell: RichCell, row: number, column: number) => Found | null,
): Found[] {
  const found: Found[] = [];
  let without: ReadonlyRow | undefined;
  for (let row = 0; row < grid.height; row++) {
    const cells = grid.row(row);
    if (cells === without) continue;
    const before = found.length;
    cells.forEach((cell, column) => {
      const one = isRich(cell) ? read(cell, row, column) : null;
      if (one !== null) found.push(one);
    });
    if (found.length === before) without = cells;
  }
  return found;
}
