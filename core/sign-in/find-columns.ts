// Where the columns of a filled-in sign-in sheet are: found by their labels, in any language and order.
import { foldWord } from '../text/clean';
import { LANGUAGES } from '../text/language';
import { isBlank, type Cell } from '../workbook/table';
import { SIGN_IN_TEXTS } from './sign-in.texts';

/** In the order in which a new sheet has them. */
const SHEET_COLUMNS = [
  'order',
  'name',
  'unit',
  'post',
  'signature',
  'status',
  'in',
  'remark',
  'id',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

export type SheetCells = readonly (readonly Cell[])[];
export type SheetPositions = ReadonlyMap<SheetColumn, number>;

export interface SheetShape {
  /** Position of the header row. */
  readonly header: number;
  readonly positions: SheetPositions;
  /** Columns that must be there once and are not: without them the entries cannot be read. */
  readonly lacking: readonly SheetColumn[];
}

/** Fewer labels in one row are a coincidence. */
const FEWEST_LABELS = 3;

export function findColumns(cells: SheetCells): SheetShape {
  const found = cells.map((row) => [...positionsIn(row).keys()].length);
  const most = Math.max(0, ...found);
  const header = found.indexOf(most);
  if (most < FEWEST_LABELS)
    return { header: -1, positions: new Map(), lacking: ['status', 'in', 'remark', 'id'] };
  const row = cells[header] ?? [];
  const positions = positionsIn(row);
  const needed = ['status', 'id'] as const;
  // A column may be gone because nobody needs it. Where there are entries under a header that is not known, it may be that column, renamed.
  const hasStrange = hasFilled(cells.slice(header), positions);
  const lacking = [
    ...needed.filter((column) => placesOf(row, column).length !== 1),
    ...(['in', 'remark'] as const).filter((column) => hasStrange && !positions.has(column)),
  ];
  return { header, positions, lacking };
}

const fold = (cell: Cell | undefined): string => foldWord(String(cell ?? ''));

function placesOf(row: readonly Cell[], column: SheetColumn): number[] {
  const labels = LANGUAGES.map((language) => fold(SIGN_IN_TEXTS[column][language]));
  return row.flatMap((cell, index) => (labels.includes(fold(cell)) ? [index] : []));
}

function positionsIn(row: readonly Cell[]): SheetPositions {
  return new Map(
    SHEET_COLUMNS.flatMap((column) => {
      const [first] = placesOf(row, column);
      return first === undefined ? [] : [[column, first] as const];
    }),
  );
}

function hasFilled(rows: SheetCells, positions: SheetPositions): boolean {
  const known = new Set(positions.values());
  return rows.some((row) => row.some((cell, index) => !known.has(index) && !isBlank(cell)));
}
