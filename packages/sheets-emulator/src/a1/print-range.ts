/** Ranges as the API prints them: canonical, the title quoted only where it must be. */
import { columnLetters } from './column-letters';
import type { OpenArea } from './area';

const BARE_TITLE = /^[A-Za-z_][A-Za-z0-9_.]*$/;
const LOOKS_LIKE_CELL = /^[A-Za-z]{1,3}\d+$/;
const LOOKS_LIKE_R1C1 = /^R\d*C\d*$/i;

export function quoteTitle(title: string): string {
  const bare =
    BARE_TITLE.test(title) && !LOOKS_LIKE_CELL.test(title) && !LOOKS_LIKE_R1C1.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

export function printArea(area: OpenArea): string {
  const { startRow, endRow, startColumn, endColumn } = area;
  const left = columnLetters(startColumn);
  const top = String(startRow + 1);
  if (endRow === undefined && endColumn === undefined) return `${left}${top}`;
  if (endRow === undefined) {
    const right = columnLetters((endColumn ?? 0) - 1);
    return `${left}${startRow === 0 ? '' : top}:${right}`;
  }
  if (endColumn === undefined) return `${startColumn === 0 ? '' : left}${top}:${endRow}`;
  const first = `${left}${top}`;
  const last = `${columnLetters(endColumn - 1)}${endRow}`;
  return first === last ? first : `${first}:${last}`;
}

export const printRange = (title: string, area: OpenArea): string =>
  `${quoteTitle(title)}!${printArea(area)}`;
