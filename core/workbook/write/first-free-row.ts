import { findHeaders } from '../headers';
import { isBlank, type CellColumn, type Table } from '../table';
import { TABS } from '../tabs/index';

/**
 * The row, from 0, below the last one with anything in Lectern's own columns. A clerk's column that is filled far down, such as one of
 * tick boxes, does not count.
 */
export function firstFreeRow(table: Table): number {
  const { positions, lines } = findHeaders(TABS[table.key], table);
  let free = lines.last + 1;
  for (const position of positions.values()) {
    const column = table.cells.columns[position];
    if (column) free = Math.max(free, lastFilled(column, free) + 1);
  }
  return free;
}

/** At least `from` − 1: rows above are not looked at. */
function lastFilled({ codes, distinct }: CellColumn, from: number): number {
  let row = codes.length - 1;
  while (row >= from && isBlank(distinct[codes[row] ?? 0])) row -= 1;
  return Math.max(row, from - 1);
}
