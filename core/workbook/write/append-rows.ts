import type { Language } from '../../text/language';
import type { WorkbookChange } from './change';
import { findHeaders } from '../headers';
import { placeOf, tableOf, type Snapshot } from '../snapshot';
import type { TabRow } from '../tab';
import type { TabKey } from '../tab-keys';
import { TABS, type Tabs } from '../tabs/index';
import { writeRow } from './write-row';

/** A tab that is full gets room for this many more, as set-up gave it at first. */
const MORE_ROWS = 1000;

/** The changes that add these rows below whatever the tab holds; nothing for no rows. */
export function appendRows<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: { readonly rows: readonly Partial<TabRow<Tabs[Key]>>[]; readonly language: Language },
): WorkbookChange[] {
  if (at.rows.length === 0) return [];
  const table = tableOf(snapshot, key);
  const { positions } = findHeaders(TABS[key], table);
  const rows = at.rows.map((values) => writeRow(TABS[key], values, positions, at.language));
  return [
    ...makeRoom(snapshot, key),
    { kind: 'appendRows', sheetId: table.sheetId, firstRow: table.cells.height, rows },
  ];
}

/** A row that is inserted takes formats and drop-downs of the one below it. */
function makeRoom(snapshot: Snapshot, key: TabKey): WorkbookChange[] {
  const { sheetId, cells } = tableOf(snapshot, key);
  const rowCount = placeOf(snapshot, key)?.rowCount ?? Number.POSITIVE_INFINITY;
  if (cells.height + 1 < rowCount) return [];
  return [{ kind: 'growTab', sheetId, rowCount, addRows: MORE_ROWS, addColumns: 0 }];
}
