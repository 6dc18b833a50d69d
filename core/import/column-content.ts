// Recognises a column without a known heading by what is in it. What is found is shown to the clerk, who may choose otherwise.
import { foldNameOrId, foldWord } from '../text/clean';
import { isBlank, type Cell, type CellGrid } from '../workbook/table';

/** What the workbook knows, folded as the cells are compared. */
export interface KnownContent {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const MOBILE = /^(?:\+?86)?1\d{10}$/;

/** Most of a column's cells must be of the kind; a few may be wrong or missing. */
const SHARE = 0.8;
/** Of the people of a new list some are not on the roster yet. */
const KNOWN_SHARE = 0.5;

type Recognise = (cell: Cell, known: KnownContent) => boolean;

const BY_CONTENT: readonly (readonly [key: string, share: number, Recognise])[] = [
  ['email', SHARE, (cell) => EMAIL.test(String(cell).trim())],
  ['phone', SHARE, (cell) => MOBILE.test(String(cell).replace(/[\s-]/gu, ''))],
  ['id', KNOWN_SHARE, (cell, { ids }) => ids.has(foldWord(String(cell)))],
  ['name', KNOWN_SHARE, (cell, { names }) => names.has(foldNameOrId(String(cell)))],
  ['unit', KNOWN_SHARE, (cell, { units }) => units.has(foldWord(String(cell)))],
];

/** Each key is found once: in the column with most such cells. */
export function columnsByContent(
  grid: CellGrid,
  open: {
    readonly firstRow: number;
    readonly positions: readonly number[];
    /** Keys that have their column already. */
    readonly used: ReadonlySet<string>;
  },
  known: KnownContent,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [key, share, recognise] of BY_CONTENT) {
    if (open.used.has(key)) continue;
    const shares = open.positions
      .filter((position) => !found.has(position))
      .map((position) => ({
        position,
        share: shareOf(grid, { position, firstRow: open.firstRow }, (cell) =>
          recognise(cell, known),
        ),
      }))
      .filter((one) => one.share >= share)
      .toSorted((a, b) => b.share - a.share);
    const [best] = shares;
    if (best) found.set(best.position, key);
  }
  return found;
}

function shareOf(
  { columns }: CellGrid,
  at: { readonly position: number; readonly firstRow: number },
  test: (cell: Cell) => boolean,
): number {
  const column = columns[at.position];
  if (!column) return 0;
  const passes = column.distinct.map((cell) =>
    cell === undefined || isBlank(cell) ? null : test(cell),
  );
  let filled = 0;
  let passed = 0;
  for (let row = at.firstRow; row < column.codes.length; row += 1) {
    const verdict = passes[column.codes[row] ?? 0] ?? null;
    if (verdict === null) continue;
    filled += 1;
    if (verdict) passed += 1;
  }
  return filled === 0 ? 0 : passed / filled;
}
