/** The cell part of a range: `A1`, `a1:$B2`, `A:C`, `1:2`, `A5:A`, `A1:2`, `R1C1:R2C2`. */
import { columnNumber } from './column-letters';
import type { OpenArea } from './area';

/** One side of the colon: a row, a column or both (from 0). */
interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

const A1_CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,8})?$/;
const R1C1_CORNER = /^R(?:(\d+)|\[(-?\d+)\])C(?:(\d+)|\[(-?\d+)\])$/i;

function parseA1Corner(text: string): Corner | undefined {
  const match = A1_CORNER.exec(text);
  const [, letters, digits] = match ?? [];
  if (letters === undefined && digits === undefined) return undefined;
  return {
    row: digits === undefined ? undefined : Number(digits) - 1,
    column: letters === undefined ? undefined : columnNumber(letters),
  };
}

/** Relative R1C1 (`R[3]C[1]`) counts from A1: a request has no current cell. */
function r1c1Index(absolute: string | undefined, relative: string | undefined): number {
  return absolute === undefined ? Number(relative) : Number(absolute) - 1;
}

function parseR1C1Corner(text: string): Corner | undefined {
  const match = R1C1_CORNER.exec(text);
  if (match === null) return undefined;
  const row = r1c1Index(match[1], match[2]);
  const column = r1c1Index(match[3], match[4]);
  return row < 0 || column < 0 ? undefined : { row, column };
}

interface Side {
  readonly start: number;
  readonly end: number | undefined;
}

/** The larger of two given indexes closes the range; one alone starts it and leaves it open. */
function side(first: number | undefined, second: number | undefined): Side {
  if (first === undefined || second === undefined) {
    return { start: first ?? second ?? 0, end: undefined };
  }
  return { start: Math.min(first, second), end: Math.max(first, second) + 1 };
}

function between(first: Corner, second: Corner): OpenArea {
  const rows = side(first.row, second.row);
  const columns = side(first.column, second.column);
  return {
    startRow: rows.start,
    endRow: rows.end,
    startColumn: columns.start,
    endColumn: columns.end,
  };
}

/** A row on one side and a column on the other (`1:A`) is no range. */
const sharesAxis = (first: Corner, second: Corner): boolean =>
  (first.row !== undefined && second.row !== undefined) ||
  (first.column !== undefined && second.column !== undefined);

function parseWith(
  text: string,
  parseCorner: (part: string) => Corner | undefined,
): OpenArea | undefined {
  const [left, right, ...rest] = text.split(':');
  const first = parseCorner(left?.trim() ?? '');
  if (first === undefined || rest.length > 0) return undefined;
  if (right === undefined) {
    return first.row === undefined || first.column === undefined
      ? undefined
      : between(first, first);
  }
  const second = parseCorner(right.trim());
  if (second === undefined || !sharesAxis(first, second)) return undefined;
  return between(first, second);
}

/** Undefined when the text is not a range of cells. */
export const parseArea = (text: string): OpenArea | undefined =>
  parseWith(text, parseA1Corner) ?? parseWith(text, parseR1C1Corner);
