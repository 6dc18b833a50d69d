import { isInvisible } from '../text/clean';
import type { TabKey } from './tab-keys';

/** What a cell holds when read unformatted: days and times are serial numbers, blank cells are `''` or missing. */
export type Cell = string | number | boolean | null;

/** Columns repeat themselves, so each distinct cell is kept once. */
export interface CellColumn {
  /** For each row, the header first: which of `distinct` is there. */
  readonly codes: Int32Array;
  /** No two are alike. The first is undefined: a blank cell. */
  readonly distinct: readonly (Cell | undefined)[];
}

/** The cells of a tab by column, down to the last row that has any. */
export interface CellGrid {
  readonly height: number;
  readonly columns: readonly CellColumn[];
}

/** One tab as read: row 0 is the header row. */
export interface Table {
  readonly key: TabKey;
  /** The tab's name in this workbook, which a clerk may have changed. */
  readonly title: string;
  readonly sheetId: number;
  readonly cells: CellGrid;
}

export type Tables = Partial<Readonly<Record<TabKey, Table>>>;

/** Spaces of any kind and characters nobody sees make no entry. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && isInvisible(cell));
