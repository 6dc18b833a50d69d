/** Finds the references in a formula's text, so that they can be rewritten and the rest left as typed. */
import type { Area } from '../a1/area';
import { columnLetters, columnNumber } from '../a1/column-letters';

/** One corner of a reference, from 0; a whole column has no row, a whole row no column. */
export interface RefCorner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export interface Reference {
  /** The sheet's title, unquoted; undefined for the formula's own sheet. */
  readonly title: string | undefined;
  readonly first: RefCorner;
  readonly second: RefCorner | undefined;
}

const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const TITLE = String.raw`'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*`;
const CELLS = `${CORNER}(?::(?:${CORNER}|${COLUMN}|${ROW}))?|${COLUMN}:(?:${CORNER}|${COLUMN})|${ROW}:(?:${CORNER}|${ROW})`;
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:(?<title>${TITLE})!)?(?<cells>${CELLS})(?![\p{L}\p{N}_(.!])|[\p{L}_$][\p{L}\p{N}_.$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|'(?:[^']|'')*'`,
  'gu',
);

function parseCorner(text: string): RefCorner {
  const [, columnMark, letters, rowMark, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const hasLetters = letters !== undefined && letters !== '';
  const hasDigits = digits !== undefined && digits !== '';
  return {
    column: hasLetters ? columnNumber(letters) : undefined,
    row: hasDigits ? Number(digits) - 1 : undefined,
    columnFixed: hasLetters && columnMark === '$',
    rowFixed: rowMark === '$' || (!hasLetters && columnMark === '$'),
  };
}

function printCorner({ row, column, rowFixed, columnFixed }: RefCorner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row + 1}`;
}

const unquote = (title: string): string =>
  title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;

/** `A3:A3` is written `A3`. */
export function printCells({ first, second }: Pick<Reference, 'first' | 'second'>): string {
  const left = printCorner(first);
  if (second === undefined) return left;
  const right = printCorner(second);
  const isOneCell = left === right && first.row !== undefined && first.column !== undefined;
  return isOneCell ? left : `${left}:${right}`;
}

/** Undefined for whole rows and columns: they do not move with cells. */
export function referenceArea({ first, second }: Reference): Area | undefined {
  const last = second ?? first;
  const [top, bottom, left, right] = [first.row, last.row, first.column, last.column];
  if (top === undefined || bottom === undefined) return undefined;
  if (left === undefined || right === undefined) return undefined;
  return { startRow: top, endRow: bottom + 1, startColumn: left, endColumn: right + 1 };
}

/** Calls `rewrite` for each reference; what it gives replaces the reference, sheet and all. */
export function rewriteReferences(
  formula: string,
  rewrite: (reference: Reference) => string,
): string {
  return formula.replace(TOKENS, (token, ...rest) => {
    const groups = rest.at(-1) as { title?: string; cells?: string }; // named groups come last
    if (groups.cells === undefined) return token;
    const [left = '', right] = groups.cells.split(':');
    return rewrite({
      title: groups.title === undefined ? undefined : unquote(groups.title),
      first: parseCorner(left),
      second: right === undefined ? undefined : parseCorner(right),
    });
  });
}

/** The one cell that a formula like `=B2` or `=Sheet1!B2` repeats; undefined for any other formula. */
export function loneReference(formula: string): Reference | undefined {
  const found: Reference[] = [];
  const rest = rewriteReferences(formula, (reference) => {
    found.push(reference);
    return '';
  });
  const [reference] = found;
  return rest.trim() === '=' && reference?.second === undefined ? reference : undefined;
}
