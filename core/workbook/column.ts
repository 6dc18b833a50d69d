// What one column of a tab is: its labels, the kind of its cells, and what a clerk may choose.
import type { ClockTime, Day } from '../calendar/day';
import type { Cents } from '../money/cents';
import type { Text } from '../text/language';
import type { Limits } from './limits';
import type { TabKey } from './tab-keys';

/** The TypeScript value of each kind of cell. */
export interface CellTypes {
  text: string;
  /** Text whose line ends matter. */
  lines: string;
  /** Short text compared without spaces; never shown as a number. */
  id: string;
  /** A person's name, read as `foldName` gives it. */
  name: string;
  email: string;
  phone: string;
  day: Day;
  time: ClockTime;
  /** An instant as ISO 8601 with offset, written by Lectern only; the cell has the time of the workbook's zone. */
  instant: string;
  integer: number;
  decimal: number;
  /** A share between 0 and 1. */
  percent: number;
  money: Cents;
  yesNo: boolean;
}
export type CellKind = keyof CellTypes;

/** Whose name a column shows: of the id in another column of its row, as these tabs name it. */
export interface NameOf {
  readonly id: string;
  readonly tabs: readonly NamingTab[];
}

/** Tabs whose rows have an id and a name; of a topic the name is its title. */
export type NamingTab = 'roster' | 'speakers' | 'contacts' | 'topics';

/** Codes with the words a clerk sees; the cell holds the words, the program the code. */
export type Choices = Readonly<Record<string, Text>>;

interface ColumnBase {
  readonly label: Text;
  /** Labels of earlier versions: a workbook that was set up with them keeps its columns. */
  readonly formerLabels?: readonly string[];
  /** Other usual words for it, separated by `、`: a heading with one of them is this column where no heading has the label itself. */
  readonly synonyms?: string;
  /** Every row must have it; a blank cell is a finding. */
  readonly filled?: true;
  /** The tab may lack the whole column. */
  readonly optional?: true;
  /** Optional, but Lectern writes in it or a finding asks for an entry in it: set-up adds it to a tab that a clerk laid out too. */
  readonly needed?: true;
  /** A finding never repeats its content. */
  readonly secret?: true;
  /** The column shows a name for people to read: it is no part of a checked row, and nothing is decided from it. */
  readonly nameOf?: NameOf;
  /** A number beyond these is a finding. */
  readonly limits?: Limits;
  /** Width in pixels where the kind's usual width does not fit. */
  readonly width?: number;
  /** One sentence for docs/workbook.md and the header's note. */
  readonly help?: Text;
}

/** A column of free entries; `from` offers the values of another tab's column as a drop-down. */
export interface PlainColumn extends ColumnBase {
  readonly kind: CellKind;
  readonly from?: { readonly tab: TabKey; readonly column: string };
}

/** A column with a fixed list of choices. */
export interface ChoiceColumn extends ColumnBase {
  readonly kind: 'choice';
  readonly choices: Choices;
  /** Words of earlier versions by code: cells that hold one are still read. */
  readonly formerWords?: Readonly<Record<string, readonly string[]>>;
}

export type Column = PlainColumn | ChoiceColumn;
export type Columns = Readonly<Record<string, Column>>;

/** The columns of entries: all but the names that are only shown. */
export const entryColumns = (columns: Columns): readonly (readonly [string, Column])[] =>
  Object.entries(columns).filter(([, { nameOf }]) => nameOf === undefined);

type ValueOf<C extends Column> = C extends { choices: infer Options extends Choices }
  ? keyof Options & string
  : C extends { kind: infer Kind extends CellKind }
    ? CellTypes[Kind]
    : never;

/** One checked row: `filled` columns have a value, the others may be null. Names that are only shown are no part of it. */
export type RowValues<C extends Columns> = {
  readonly [K in keyof C as C[K] extends { nameOf: NameOf } ? never : K]: C[K] extends {
    filled: true;
  }
    ? ValueOf<C[K]>
    : ValueOf<C[K]> | null;
};

/** The choices of a column whose codes are the keys of a table of kinds. */
export function choicesOf<Key extends string>(
  kinds: Readonly<Record<Key, { readonly label: Text }>>,
): Readonly<Record<Key, Text>> {
  const labels = Object.entries<{ readonly label: Text }>(kinds).map(([key, { label }]) => [
    key,
    label,
  ]);
  return Object.fromEntries(labels) as Record<Key, Text>; // the keys of the table
}
