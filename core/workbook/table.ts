import type { TabKey } from './tab-keys';

/** What a cell holds when read unformatted: days and times are serial numbers, blank cells are `''` or missing. */
export type Cell = string | number | boolean | null;

/** One tab as read: row 0 is the header row, rows may be short. */
export interface Table {
  readonly key: TabKey;
  /** The tab's name in this workbook, which a clerk may have changed. */
  readonly title: string;
  readonly sheetId: number;
  readonly rows: readonly (readonly Cell[])[];
}

export type Tables = Partial<Readonly<Record<TabKey, Table>>>;

/** Spaces of any kind, also those without width, make no entry. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && /^[\s\u200B]*$/u.test(cell));
