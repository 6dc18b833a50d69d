// Which rows of a tab are titles, header, table and closing lines on paper.
import type { TabState } from '../grid/tab-state';
import { WRAPS } from './print-css';

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
  const frozen = visible.filter((row) => row < frozenRows);
  const rows = visible.filter((row) => row >= frozenRows);
  const firstWide = frozen.findIndex((row) => filledCells(cells[row]) > 1);
  const titleCount = firstWide < 0 ? Math.max(frozen.length - 1, 0) : firstWide;
  // A list without titles has no closing lines.
  const tableEnd = titleCount === 0 ? rows.length : closingStart(rows, cells);
  return {
    titles: frozen.slice(0, titleCount),
    header: frozen.slice(titleCount),
    table: rows.slice(0, tableEnd),
    closing: rows.slice(tableEnd),
  };
}

/**
 * The first blank or closing line after the last row with several filled cells. Rows of one cell before it belong to the table: of people
 * who were added by hand often only the name is known.
 */
function closingStart(rows: readonly number[], cells: TabState['cells']): number {
  const belowWide = rows.findLastIndex((row) => filledCells(cells[row]) > 1) + 1;
  const lines = rows.slice(belowWide);
  const first = lines.findIndex((row) => filledCells(cells[row]) === 0 || isClosing(cells[row]));
  return first < 0 ? rows.length : belowWide + first;
}

/** Reports give their texts a number format, wrap those of a table's rows, and draw lines around group headings. */
const isClosing = (cells: TabState['cells'][number] | undefined): boolean =>
  (cells ?? []).some((cell) => {
    if ((cell?.value ?? null) === null) return false;
    const { n, tb, bd } = cell?.style ?? {};
    return n !== undefined && tb !== WRAPS && bd === undefined;
  });

/** The heading of the rows below it, which must not be the last line of a page. */
export const isGroupHeading = (cells: TabState['cells'][number] | undefined): boolean =>
  filledCells(cells) === 1;

const filledCells = (cells: TabState['cells'][number] | undefined): number =>
  (cells ?? []).filter((cell) => (cell?.value ?? null) !== null).length;
