import type { Language } from '../../text/language';
import type { WorkbookChange } from './change';
import { findHeaders } from '../headers';
import { placeOf, tableOf, type Snapshot } from '../snapshot';
import type { TabRow } from '../tab';
import type { TabKey } from '../tab-keys';
import { TABS, type Tabs } from '../tabs/index';
import { firstFreeRow } from './first-free-row';
import { writeRow, type RowCells } from './write-row';

/** A tab that is full gets room for this many more, as set-up gave it at first. */
export const MORE_ROWS = 1000;

/** The changes that add these rows below the last one with anything in Lectern's columns; nothing for no rows. */
export function appendRows<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: { readonly rows: readonly Partial<TabRow<Tabs[Key]>>[]; readonly language: Language },
): WorkbookChange[] {
  const { positions } = findHeaders(TABS[key], tableOf(snapshot, key));
  const rows = at.rows.map((values) => writeRow(TABS[key], values, positions, at.language));
  return appendCells(snapshot, key, rows);
}

/** The same for rows that are cells already. */
export function appendCells(
  snapshot: Snapshot,
  key: TabKey,
  rows: readonly RowCells[],
): WorkbookChange[] {
  if (rows.length === 0) return [];
  const table = tableOf(snapshot, key);
  const { sheetId } = table;
  const { lines } = findHeaders(TABS[key], table);
  const firstRow = firstFreeRow(table);
  return [
    ...makeRoom(snapshot, key, firstRow),
    { kind: 'appendRows', sheetId, firstRow, rows, isFirst: firstRow === lines.last + 1 },
  ];
}

/** A row that is inserted takes formats and drop-downs of the one below it. */
function makeRoom(snapshot: Snapshot, key: TabKey, firstRow: number): WorkbookChange[] {
  const { sheetId } = tableOf(snapshot, key);
  const rowCount = placeOf(snapshot, key)?.rowCount ?? Number.POSITIVE_INFINITY;
  if (firstRow + 1 < rowCount) return [];
  return [{ kind: 'growTab', sheetId, rowCount, addRows: MORE_ROWS, addColumns: 0 }];
}
