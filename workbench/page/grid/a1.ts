// Cell addresses as people write them: A1, AB12, B2:D9.
import { columnLetters, columnNumber } from 'sheets-emulator/a1';

/** Zero-based, both ends included, as the grid component counts. */
export interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)(?::\$?([A-Za-z]{1,3})\$?([1-9]\d*))?$/;

export function parseA1(text: string): Area | null {
  const [, column, row, lastColumn = column, lastRow = row] = ADDRESS.exec(text.trim()) ?? [];
  if (column === undefined || lastColumn === undefined) return null;
  return {
    startRow: Number(row) - 1,
    startColumn: columnNumber(column),
    endRow: Number(lastRow) - 1,
    endColumn: columnNumber(lastColumn),
  };
}

export function formatA1({ startRow, startColumn, endRow, endColumn }: Area): string {
  const first = `${columnLetters(startColumn)}${startRow + 1}`;
  const last = `${columnLetters(endColumn)}${endRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}
