// A workbook as it was read at one moment.
import type { TabKey } from './tab-keys';
import type { Cell, Table, Tables } from './table';

/** Key of a tab that Lectern made: a declared tab or a report (`report-…`, `sign-in-…`). */
export type OwnKey = string;

/** Where a tab is in the workbook. */
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
  readonly hasHighlights: boolean;
  /** Keys of the metadata that Lectern left on the tab, or that came with a copied one. */
  readonly metadataKeys?: readonly string[];
  /** Where the tags that detect inserted and deleted rows and columns are (`row-safety/edges.ts`); null or missing when the tab has none. */
  readonly edges?: Edges | null;
}

/** The row and the column, from 0, that carry a tab's tags; null for a tag that is not there. */
export interface Edges {
  readonly row: number | null;
  readonly column: number | null;
}

export interface Snapshot {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly places: readonly TabPlace[];
  readonly tables: Tables;
  /** The id that set-up wrote into the workbook; null or missing: none. A copy brings along the id of the file it was made from. */
  readonly ownId?: string | null;
  /** Cells of report and sign-in tabs that were asked for; one that is not there is missing. */
  readonly ownCells?: Readonly<Record<OwnKey, readonly (readonly Cell[])[]>>;
}

/** Whether the file was copied from another workbook and has not been set up since: its ledger and leases are the other one's. */
export const isCopy = ({ spreadsheetId, ownId = null }: Snapshot): boolean =>
  ownId !== null && ownId !== spreadsheetId;

/** What changes are decided from: a row number in a change means the row that stood there. */
export type Basis = Pick<Snapshot, 'spreadsheetId' | 'places' | 'tables' | 'ownCells'>;

/** For changes that go by no row: a lease. */
export const emptyBasis = (spreadsheetId: string): Basis => ({
  spreadsheetId,
  places: [],
  tables: {},
});

export function placeOf(snapshot: Pick<Snapshot, 'places'>, key: OwnKey): TabPlace | undefined {
  return snapshot.places.find((place) => place.key === key);
}

/** The table, which the caller made sure was read and is there. */
export function tableOf(snapshot: Snapshot, key: TabKey): Table {
  const table = snapshot.tables[key];
  if (!table) throw new Error(`tab ${key} was not read`);
  return table;
}
