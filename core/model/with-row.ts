// A table as it would read with one more row, to be checked before the row is written.
import type { Language } from '../text/language';
import { gridOf, rowsOf } from '../workbook/cell-grid';
import { parseTable } from '../workbook/read/parse-table';
import type { TabKey } from '../workbook/tab-keys';
import type { Table } from '../workbook/table';
import { TABS } from '../workbook/tabs/index';
import { writeRow } from '../workbook/write/write-row';
import type { RowOf } from './book';

/** The table as it will read once the row is added, and the sheet's number of that row. */
export function withRow<Key extends TabKey>(
  key: Key,
  table: Table,
  at: { readonly values: Partial<RowOf<Key>>; readonly language: Language },
): { readonly table: Table; readonly row: number } {
  const { entries, positions } = parseTable(TABS[key], table);
  // A loop: a tab of many thousand rows is too long a list of arguments for Math.max.
  let last = 1;
  for (const { row } of entries) last = Math.max(last, row);
  const rows = rowsOf(table.cells);
  while (rows.length <= last) rows.push([]);
  rows[last] = writeRow(TABS[key], at.values, positions, at.language).map((cell) => cell ?? '');
  return { table: { ...table, cells: gridOf(rows) }, row: last + 1 };
}
