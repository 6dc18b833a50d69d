// A table as it would read with one more row, to be checked before the row is written.
import type { Language } from '../../text/language';
import { gridOf, rowsOf } from '../cell-grid';
import { findHeaders } from '../headers';
import type { TabRow } from '../tab';
import type { TabKey } from '../tab-keys';
import { isBlank, type Table } from '../table';
import { TABS, type Tabs } from '../tabs/index';
import { firstFreeRow } from './first-free-row';
import { writeRow } from './write-row';

/** The table as it will read once the row is added, and the sheet's number of that row. */
export function withRow<Key extends TabKey>(
  key: Key,
  table: Table,
  at: { readonly values: Partial<TabRow<Tabs[Key]>>; readonly language: Language },
): { readonly table: Table; readonly row: number } {
  const { positions } = findHeaders(TABS[key], table);
  const free = firstFreeRow(table);
  const cells = writeRow(TABS[key], at.values, positions, at.language).map((cell) => cell ?? '');
  const rows = rowsOf(table.cells);
  while (rows.length < free) rows.push([]);
  const isBlankRow = rows[free]?.every(isBlank) === true;
  rows.splice(free, isBlankRow ? 1 : 0, cells);
  return { table: { ...table, cells: gridOf(rows) }, row: free + 1 };
}
