// Adds a row below the last one a tab has, or writes over cells of one that is there.
import type { Language } from '../text/language';
import type { WorkbookChange } from './change';
import { parseTable } from './parse-table';
import { placeOf, tableOf, type Snapshot } from './snapshot';
import type { TabRow } from './tab';
import type { TabKey } from './tab-keys';
import type { Table } from './table';
import { TABS, type Tabs } from './tabs/index';
import { writeRow, type RowCells } from './write-row';

interface NewRow {
  /** Counts from 0; the header row is 0. */
  readonly index: number;
  readonly cells: RowCells;
}

function newRow<Key extends TabKey>(
  key: Key,
  table: Table,
  at: { readonly values: Partial<TabRow<Tabs[Key]>>; readonly language: Language },
): NewRow {
  const { entries, positions } = parseTable(TABS[key], table);
  // A loop: a tab of many thousand rows is too long a list of arguments for Math.max.
  let last = 0;
  for (const { row } of entries) last = Math.max(last, row - 1);
  const index = last + 1;
  return { index, cells: writeRow(TABS[key], at.values, positions, at.language) };
}

/** The writes that add the row, with room made for it. */
export function appendRow<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: { readonly values: Partial<TabRow<Tabs[Key]>>; readonly language: Language },
): WorkbookChange[] {
  const table = tableOf(snapshot, key);
  const { index, cells } = newRow(key, table, at);
  const { sheetId } = table;
  const missing = index + 1 - (placeOf(snapshot, key)?.rowCount ?? 0);
  return [
    ...(missing > 0
      ? [{ kind: 'growTab' as const, sheetId, addRows: missing, addColumns: 0 }]
      : []),
    { kind: 'writeCells', sheetId, firstRow: index, firstColumn: 0, rows: [cells] },
  ];
}

/** The table as it will read once the row is added, and the sheet's number of that row. */
export function withRow<Key extends TabKey>(
  key: Key,
  table: Table,
  at: { readonly values: Partial<TabRow<Tabs[Key]>>; readonly language: Language },
): { readonly table: Table; readonly row: number } {
  const { index, cells } = newRow(key, table, at);
  const rows = [...table.rows];
  while (rows.length <= index) rows.push([]);
  rows[index] = cells.map((cell) => cell ?? '');
  return { table: { ...table, rows }, row: index + 1 };
}

/** The write that gives some cells of a row new values and leaves the others alone. */
export function writeOver<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: {
    /** The sheet's own row number. */
    readonly row: number;
    readonly values: Partial<TabRow<Tabs[Key]>>;
    readonly language: Language;
  },
): WorkbookChange[] {
  const table = tableOf(snapshot, key);
  const { positions } = parseTable(TABS[key], table);
  const cells = writeRow(TABS[key], at.values, positions, at.language);
  const { sheetId } = table;
  return [{ kind: 'writeCells', sheetId, firstRow: at.row - 1, firstColumn: 0, rows: [cells] }];
}
