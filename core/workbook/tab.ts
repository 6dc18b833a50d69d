import type { Text } from '../text/language';
import type { Columns, RowValues } from './column';
import type { TabKey } from './tab-keys';

/** One tab of the workbook: the single source for headers, drop-downs, formats, protection, parsing, writing and docs. */
export interface Tab<Key extends TabKey = TabKey, C extends Columns = Columns> {
  readonly key: Key;
  readonly title: Text;
  /** Titles that earlier versions gave the tab: a sheet with one of them is this tab. */
  readonly formerTitles?: readonly string[];
  /** What the tab is for, one sentence. */
  readonly purpose: Text;
  readonly columns: C;
  /** The workbook may lack the whole tab; nothing is said then. */
  readonly optional?: true;
  /** `lectern`: only Lectern writes it; `admin`: only administrators; otherwise the clerks. */
  readonly protectedFor?: 'lectern' | 'admin';
  /** Colour of the tab's tongue, `#rrggbb`. */
  readonly color: string;
}

/** A checked row of a tab. */
export type TabRow<T extends Tab> = RowValues<T['columns']>;

export function defineTab<const Key extends TabKey, const C extends Columns>(
  tab: Tab<Key, C>,
): Tab<Key, C> {
  return tab;
}
