// A workbook as it was read at one moment.
import type { TabKey } from './tab-keys';
import type { Cell, Table, Tables } from './table';

/** Key of a tab that Lectern made: a declared tab or a report (`report-…`, `sign-in-…`). */
export type OwnKey = string;

/** Where a tab stands in the workbook. */
export interface TabPlace {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Which of Lectern's tabs this is, by its mark or its title; null for the clerks' own tabs. */
  readonly key: OwnKey | null;
  /** Version of the layout Lectern last gave it; null when never. */
  readonly layout: string | null;
  /** What is remembered of the report written there (`report-record.ts`). */
  readonly record?: string | null;
  readonly chartIds: readonly number[];
  /** Protections that Lectern made. */
  readonly protectedRangeIds: readonly number[];
  /** For each rule of conditional colours, in order, the word it looks for; null when it is another kind of rule. */
  readonly colorWords: readonly (string | null)[];
  /** Whether a check left marks on cells of this tab. */
  readonly hasMarks: boolean;
}

export interface Snapshot {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly places: readonly TabPlace[];
  readonly tables: Tables;
  /** Cells of report and sign-in tabs that were asked for; one that is not there is missing. */
  readonly ownCells?: Readonly<Record<OwnKey, readonly (readonly Cell[])[]>>;
}

export function placeOf(snapshot: Pick<Snapshot, 'places'>, key: OwnKey): TabPlace | undefined {
  return snapshot.places.find((place) => place.key === key);
}

/** The table, which the caller made sure was read and is there. */
export function tableOf(snapshot: Snapshot, key: TabKey): Table {
  const table = snapshot.tables[key];
  if (!table) throw new Error(`tab ${key} was not read`);
  return table;
}
