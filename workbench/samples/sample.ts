// What a sample is: checked rows by tab, with texts that exist in every language where a clerk would see them so.
import type { Text } from '#core/text/language';
import type { TabRow } from '#core/workbook/tab';
import type { TabKey } from '#core/workbook/tab-keys';
import type { Cell } from '#core/workbook/table';
import type { Tabs } from '#core/workbook/tabs/index';

/** Free text may be given in every language; brands and codes may not. */
type InAnyLanguage<Value> = Value extends string
  ? string extends Value
    ? Value | Text
    : Value
  : Value;

export type SampleRow<Key extends TabKey> = {
  readonly [K in keyof TabRow<Tabs[Key]>]?: InAnyLanguage<TabRow<Tabs[Key]>[K]>;
};

/** A row without texts in several languages. */
export type PlainRow<Key extends TabKey> = Partial<TabRow<Tabs[Key]>>;

export type Sample = { readonly [Key in TabKey]?: readonly SampleRow<Key>[] };

/** Cells typed wrongly on purpose, so that checking the sample has something to find. */
export interface DeliberateMistake {
  readonly tab: TabKey;
  /** Names the row as `rowName` does, by the values it had before the mistake. */
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  /** Other cells of the row typed with it. */
  readonly also?: Readonly<Record<string, Cell>>;
  /** The rule that the mistake breaks. */
  readonly rule: string;
}

/** A row's id; a mark is named by session and person (`S02/M061`), a budget row by its head. */
export function rowName(row: Readonly<Record<string, unknown>>): string {
  const { id, sessionId, memberId, head } = row;
  if (typeof id === 'string') return id;
  if (typeof sessionId === 'string' && typeof memberId === 'string')
    return `${sessionId}/${memberId}`;
  return typeof head === 'string' ? head : '';
}
