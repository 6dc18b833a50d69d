// Gives cells of a row that is there new values.
import type { Language } from '../../text/language';
import type { WorkbookChange } from './change';
import { findHeaders } from '../headers';
import { tableOf, type Snapshot } from '../snapshot';
import type { TabRow } from '../tab';
import type { TabKey } from '../tab-keys';
import { TABS, type Tabs } from '../tabs/index';
import { writeRow } from './write-row';

/** Leaves the row's other cells alone. */
export function updateRow<Key extends TabKey>(
  snapshot: Snapshot,
  key: Key,
  at: {
    /** The sheet's own row number. */
    readonly row: number;
    readonly values: Partial<TabRow<Tabs[Key]>>;
    readonly language: Language;
    /** Columns that the decision depended on: the write is refused when the row holds something else there by now. */
    readonly dependsOn?: readonly (keyof TabRow<Tabs[Key]> & string)[];
  },
): WorkbookChange[] {
  const table = tableOf(snapshot, key);
  const { positions } = findHeaders(TABS[key], table);
  const cells = writeRow(TABS[key], at.values, positions, at.language);
  const { sheetId } = table;
  const change = {
    kind: 'writeCells',
    sheetId,
    firstRow: at.row - 1,
    firstColumn: 0,
    rows: [cells],
  } as const;
  const dependsOn = at.dependsOn?.flatMap((name) => positions.get(name) ?? []);
  return [dependsOn ? { ...change, dependsOn } : change];
}
