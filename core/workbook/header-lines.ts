// Finds the line, or the two lines, that hold a tab's headings: clerks put a title, blank rows or group headings above them.
import { rowAt } from './cell-grid';
import { namedColumn, type DeclaredColumns, type NamedColumn } from './column-labels';
import { isBlank, type Cell, type CellGrid } from './table';

/** The sheet's rows, counted from 0. */
export interface HeaderLines {
  /** The upper line of two, otherwise the same as `last`. */
  readonly first: number;
  /** The entries begin below it. */
  readonly last: number;
}

/** What the header says about one position. */
export interface Heading extends NamedColumn {
  readonly position: number;
  /** As it reads in the sheet. */
  readonly words: string;
}

export interface FoundHeader {
  readonly lines: HeaderLines;
  /** From left to right. */
  readonly headings: readonly Heading[];
}

/** Headings are looked for in so many rows from the top. */
const SEARCHED_ROWS = 10;
/** Below the first row a single word is a coincidence. */
const FEWEST_COLUMNS = 2;

/** Where no row has headings, the first row is taken for the header. */
export function findHeaderLines(tab: DeclaredColumns, cells: CellGrid): FoundHeader {
  const count = Math.min(SEARCHED_ROWS, cells.height);
  const rows = Array.from({ length: count + 1 }, (_, row) => rowAt(cells, row));
  let best = oneLine(tab, rows, 0);
  for (let row = 0; row < count; row += 1)
    for (const found of [oneLine(tab, rows, row), twoLines(tab, rows, row)]) {
      if (!found) continue;
      const columns = columnsIn(found);
      if (columns >= FEWEST_COLUMNS && columns > columnsIn(best)) best = found;
    }
  return best;
}

const columnsIn = ({ headings }: FoundHeader): number =>
  new Set(headings.map(({ key }) => key)).size;

type Rows = readonly (readonly Cell[])[];

function oneLine(tab: DeclaredColumns, rows: Rows, row: number): FoundHeader {
  const headings = (rows[row] ?? []).flatMap((cell, position) => {
    const named = isBlank(cell) ? null : namedColumn(tab, String(cell));
    return named ? [{ ...named, position, words: String(cell) }] : [];
  });
  return { lines: { first: row, last: row }, headings };
}

/**
 * A line of groups (`联系方式`) over a line of headings (`电话`, `邮箱`); a heading that is merged over both lines is in the upper one.
 * Null when the lower line looks like entries.
 */
function twoLines(tab: DeclaredColumns, rows: Rows, row: number): FoundHeader | null {
  const [upper, lower] = [rows[row] ?? [], rows[row + 1] ?? []];
  if (upper.filter((cell) => !isBlank(cell)).length < 2) return null;
  if (lower.some((cell) => !isBlank(cell) && typeof cell !== 'string')) return null;
  const headings: Heading[] = [];
  let entries = 0;
  let group = '';
  for (let position = 0; position < Math.max(upper.length, lower.length); position += 1) {
    const [above, below] = [textOf(upper[position]), textOf(lower[position])];
    if (above !== '') group = above;
    if (above === '' && below === '') group = '';
    const named = below === '' ? null : namedBelow(tab, group, below);
    if (named) headings.push({ ...named, position, words: `${group} ${below}`.trim() });
    else {
      const own = above === '' ? null : namedColumn(tab, above);
      if (own && below !== '') entries += 1;
      if (own)
        headings.push({
          key: own.key,
          isOwnLabel: own.isOwnLabel && below === '',
          position,
          words: `${above} ${below}`.trim(),
        });
    }
  }
  return entries > 1 ? null : { lines: { first: row, last: row + 1 }, headings };
}

const textOf = (cell: Cell | undefined): string => (isBlank(cell) ? '' : String(cell));

/** `起始` over `日期` is `起始日期`. */
const namedBelow = (tab: DeclaredColumns, group: string, below: string): NamedColumn | null =>
  namedColumn(tab, group + below) ?? namedColumn(tab, below);
