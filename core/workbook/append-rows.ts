import type { Language } from '../text/language';
import type { AppendRows } from './change';
import { findHeaders } from './headers';
import { tableOf, type Snapshot } from './snapshot';
import type { TabRow } from './tab';
import type { TabKey } from './tab-keys';
import { TABS, type Tabs } from './tabs/index';
import { writeRow } from './write-row';

/** The change that adds these rows below whatever the tab holds when it is carried out; nothing for no rows. */
export function appendRows<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: { readonly rows: readonly Partial<TabRow<Tabs[Key]>>[]; readonly language: Language },
): AppendRows[] {
  if (at.rows.length === 0) return [];
  const table = tableOf(snapshot, key);
  const { positions } = findHeaders(TABS[key], table);
  const rows = at.rows.map((values) => writeRow(TABS[key], values, positions, at.language));
  return [{ kind: 'appendRows', sheetId: table.sheetId, rows }];
}
