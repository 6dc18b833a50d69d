// Which rows of a tab are titles, header, table and closing lines on paper.
import type { TabState } from '../grid/tab-state';

export interface RowParts {
  /** Above the header; printed once. */
  readonly titles: readonly number[];
  /** Printed on every page. */
  readonly header: readonly number[];
  readonly table: readonly number[];
  /** Below the table of a report, for example for signatures. */
  readonly closing: readonly number[];
}

/** Frozen rows with a single filled cell are titles, except the last one: that is the header of a list with one column. */
export function rowParts(
  { cells, frozenRows }: Pick<TabState, 'cells' | 'frozenRows'>,
  visible: readonly number[],
): RowParts {
  const isWide = (row: number): boolean => filledCells(cells[row]) > 1;
  const frozen = visible.filter((row) => row < frozenRows);
  const rows = visible.filter((row) => row >= frozenRows);
  const firstWide = frozen.findIndex(isWide);
  const titleCount = firstWide < 0 ? Math.max(frozen.length - 1, 0) : firstWide;
  // A list without titles may well end with a row of which only one cell is known.
  const lastWide = titleCount === 0 ? rows.length - 1 : rows.findLastIndex(isWide);
  return {
    titles: frozen.slice(0, titleCount),
    header: frozen.slice(titleCount),
    table: rows.slice(0, lastWide + 1),
    closing: rows.slice(lastWide + 1),
  };
}

/** The heading of the rows below it, which must not be the last line of a page. */
export const isGroupHeading = (cells: TabState['cells'][number] | undefined): boolean =>
  filledCells(cells) === 1;

const filledCells = (cells: TabState['cells'][number] | undefined): number =>
  (cells ?? []).filter((cell) => (cell?.value ?? null) !== null).length;
