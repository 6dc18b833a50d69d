// What is to be written, as plain data. All changes of one action are carried out together or not at all.
import type { Column } from '../column';
import type { CellArea, Decoration } from '../decoration';
import type { LineStep } from './line-steps';
import type { OwnKey } from '../snapshot';
import type { RowCells } from './write-row';

/** A block of cells; `undefined` inside leaves a cell alone. Rows and columns count from 0. */
export interface WriteCells {
  readonly kind: 'writeCells';
  readonly sheetId: number;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly RowCells[];
  /** A list of Lectern's own, written from its first row to its last: when the rows moved meanwhile it is written again as it is. */
  readonly isWholeList?: true;
  /** Columns whose cells in these rows must hold what was read, though they are not written: the decision depended on them. */
  readonly dependsOn?: readonly number[];
}

/** Rows inserted below the last one with anything in Lectern's columns: what is there, or comes there meanwhile, moves down and is not written over. */
export interface AppendRows {
  readonly kind: 'appendRows';
  readonly sheetId: number;
  /** Where the first of them goes, from 0. */
  readonly firstRow: number;
  readonly rows: readonly RowCells[];
  /** The tab had no entries yet: the header is right above. */
  readonly isFirst: boolean;
}

/** Takes rows away that hold nothing but what Lectern itself put there. */
export interface DeleteRows {
  readonly kind: 'deleteRows';
  readonly sheetId: number;
  readonly firstRow: number;
  readonly count: number;
}

/**
 * Rows deleted and moved with everything in and around them, also the clerks' own cells, notes and formats. Rows that are sorted between
 * reading and writing are not noticed: for a workbook in which nobody works yet.
 */
export interface ArrangeRows {
  readonly kind: 'arrangeRows';
  readonly sheetId: number;
  readonly steps: readonly LineStep[];
}

/** Takes a tab of Lectern's away, with all that is on it. */
export interface DeleteTab {
  readonly kind: 'deleteTab';
  readonly sheetId: number;
}

/** Adds rows at the end of a tab, and columns. */
export interface GrowTab {
  readonly kind: 'growTab';
  readonly sheetId: number;
  /** How many rows the tab has: the new ones take formats and drop-downs of the last of them. */
  readonly rowCount: number;
  readonly addRows: number;
  readonly addColumns: number;
}

/** A new tab with header, formats, drop-downs, protection and colours, marked as Lectern's. */
export interface CreateTab {
  readonly kind: 'createTab';
  readonly sheetId: number;
  readonly key: OwnKey;
  readonly title: string;
  readonly index: number;
  readonly color: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** One column as it is to be laid out at a position. */
export interface ColumnLayout {
  readonly position: number;
  readonly label: string;
  readonly kind: Column['kind'];
  /** Pixels; null leaves the width a clerk chose. */
  readonly width: number | null;
  readonly note: string | null;
  /** Words offered as a drop-down; `strict` refuses others. */
  readonly list: { readonly words: readonly string[]; readonly strict: boolean } | null;
  /** Or the cells of another tab offered as a drop-down. */
  readonly source: {
    readonly title: string;
    readonly position: number;
    /** Where its entries begin, from 0. */
    readonly firstRow: number;
  } | null;
}

/** (Re)applies header, formats, widths, drop-downs, frozen row and protection; cell contents stay as they are. */
export interface LayOutTab {
  readonly kind: 'layOutTab';
  readonly sheetId: number;
  readonly key: OwnKey;
  /** Where the labels are, from 0; the entries begin below. */
  readonly headerRow: number;
  /** Recorded in the tab's mark, so that an unchanged layout is not applied again. */
  readonly layout: string;
  readonly columns: readonly ColumnLayout[];
  readonly protect: {
    readonly description: string;
    readonly editors: readonly string[];
    readonly warningOnly: boolean;
  } | null;
  readonly replaceProtectedRangeIds: readonly number[];
  /** Positions, in the tab's list of colour rules, of the rules these replace; the last first. */
  readonly dropColorRules: readonly number[];
  /** Cells with these words get these colours. */
  readonly colors: readonly {
    readonly position: number;
    readonly word: string;
    readonly background: string;
  }[];
}

/** A report: its lines are written anew in place, with its charts; its tab is made when it is not there. */
export interface WriteReport {
  readonly kind: 'writeReport';
  readonly sheetId: number;
  readonly key: OwnKey;
  /** Null when the tab does not exist yet. The steps bring rows and columns to where they are to be, with all the clerks keep there. */
  readonly replaces: {
    readonly rowCount: number;
    readonly columnCount: number;
    readonly chartIds: readonly number[];
    readonly columnSteps: readonly LineStep[];
    readonly rowSteps: readonly LineStep[];
  } | null;
  readonly index: number;
  readonly sheet: ReportSheet;
  readonly layout: ReportLayout;
  /** What the next writing is to know of this one. */
  readonly record: string;
}

/** Where on its tab a report is written, after the steps. */
export interface ReportLayout {
  /** For each of its columns the position. */
  readonly columns: readonly number[];
  /** The header's row; heading and one line more are above it, the rows below. */
  readonly headerRow: number;
  /** Rows below the table of which only the identifying cells are kept, and the clerk's. */
  readonly emptiedRows: readonly number[];
  /** The charts' top rows. */
  readonly charts: readonly { readonly row: number; readonly height: number }[];
  /** The line between heading and table: where the charts are. */
  readonly chartNote: string;
  /** The tab has at least so many. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenColumns: number;
}

/** What a cell of a report holds, which decides its format. */
export type ReportColumnKind =
  'text' | 'integer' | 'decimal' | 'percent' | 'money' | 'day' | 'time';

export interface ReportSheet {
  readonly title: string;
  readonly color: string;
  /** Lines above the table: heading first, then one line each. */
  readonly heading: readonly string[];
  readonly columns: readonly {
    readonly label: string;
    readonly kind: ReportColumnKind;
    readonly width: number;
  }[];
  readonly rows: readonly RowCells[];
  /** Positions in `rows` printed bold: sums and group headings. */
  readonly boldRows: readonly number[];
  readonly charts: readonly ReportChart[];
  /** Cells that lead to another cell of the workbook; rows count from 0 within `rows`. */
  readonly links?: readonly {
    readonly row: number;
    readonly column: number;
    readonly target: string;
  }[];
  /** Positions of the columns that say whom or what a row is about: by them a row keeps what a clerk wrote beside it. */
  readonly identity?: readonly number[];
  /** So many columns stay in view when one scrolls to the right. */
  readonly frozenColumns?: number;
  /** A sheet to be printed and filled in: lines around the cells, drop-downs over its rows, rows of this height in pixels. */
  readonly form?: {
    readonly rowHeight: number;
    readonly lists: readonly { readonly column: number; readonly words: readonly string[] }[];
  };
}

/**
 * A native chart over a stretch of the report's rows, which count from 0 within `rows`; the row above the stretch (the header row
 * for 0) names the series.
 */
export interface ReportChart {
  readonly title: string;
  readonly type: 'BAR' | 'COLUMN' | 'LINE';
  readonly labels: number;
  readonly series: readonly number[];
  readonly firstRow: number;
  readonly rowCount: number;
}

/** `sending`: who may write the ledger and book fees. `answers`: whose turn it is to write what a public page took in. */
export type LeaseName = 'sending' | 'answers';

/**
 * The workbook's lease: who may write the ledger now. `from` is the value that must be there (null: nobody holds it), `to` the
 * value afterwards (null: given back). When somebody else changed it meanwhile, the whole action is refused as `busy`.
 */
export interface SwapLease {
  readonly kind: 'moveLease';
  /** Without a name: `sending`. */
  readonly lease?: LeaseName;
  readonly from: string | null;
  readonly to: string | null;
}

/** Gives cells exactly these notes and backgrounds; an empty note and a null background take them away. */
export interface DecorateCells {
  readonly kind: 'decorateCells';
  readonly cells: readonly Decoration[];
  /** What was read before: all notes and backgrounds in these areas. */
  readonly before: { readonly areas: readonly CellArea[]; readonly found: readonly Decoration[] };
}

/** Links a stretch of one column's cells, downwards from `firstRow`; null leaves a cell without a link, undefined as it is. */
export interface LinkCells {
  readonly kind: 'linkCells';
  readonly sheetId: number;
  readonly firstRow: number;
  readonly column: number;
  readonly links: readonly (string | null | undefined)[];
}

/** Remembers whether a tab carries marks of a check. */
export interface FlagHighlights {
  readonly kind: 'flagHighlights';
  readonly sheetId: number;
  readonly isHighlighted: boolean;
}

/** Writes the workbook's id into it, by which a copy of the file is recognised later. */
export interface WriteOwnId {
  readonly kind: 'writeOwnId';
  /** An id was read there: the one of the file that this one was copied from. */
  readonly replaces: boolean;
}

export type WorkbookChange =
  | WriteCells
  | AppendRows
  | DeleteRows
  | ArrangeRows
  | DeleteTab
  | GrowTab
  | CreateTab
  | LayOutTab
  | WriteReport
  | SwapLease
  | DecorateCells
  | LinkCells
  | FlagHighlights
  | WriteOwnId;
