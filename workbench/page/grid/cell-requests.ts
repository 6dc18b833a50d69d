// Edited cells as the calls that tell the server: entries as typed, and formats.
import { printRange } from 'sheets-emulator/a1';
import { FORMAT_FIELDS, type CellEntries } from '../server/sheets-api';
import type { Area } from './a1';
import { coverCells, toGridRange } from './areas';
import { toFormat } from './cell-style';
import type { TouchedCell } from './touched-cells';

export interface CellRequests {
  readonly entries: readonly CellEntries[];
  readonly formats: readonly object[];
}

export function cellRequests(
  sheetId: number,
  title: string,
  cells: readonly TouchedCell[],
): CellRequests {
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const at = new Map(inOrder.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const rows = <T>(area: Area, read: (cell: TouchedCell) => T): T[][] =>
    rowsOf(area, (row, column) => {
      const cell = at.get(`${row},${column}`);
      if (cell === undefined) throw new Error('an area covers only cells it was made from');
      return read(cell);
    });
  return {
    entries: coverCells(inOrder.filter(({ hasContent }) => hasContent)).map((area) => ({
      range: printRange(title, { ...area, endRow: area.endRow + 1, endColumn: area.endColumn + 1 }),
      values: rows(area, entryOf),
    })),
    formats: coverCells(inOrder.filter(({ hasStyle }) => hasStyle)).map((area) => ({
      updateCells: {
        range: toGridRange(sheetId, area),
        fields: `userEnteredFormat(${FORMAT_FIELDS})`,
        rows: rows(area, ({ style }) => ({ userEnteredFormat: toFormat(style) })).map((values) => ({
          values,
        })),
      },
    })),
  };
}

/**
 * What to type so that the server ends with this. A leading quote keeps text from being read as
 * more; in a cell formatted as text it would become part of it.
 */
function entryOf(cell: TouchedCell): string | number | boolean {
  const { value, formula, style, isForcedText } = cell;
  if (formula !== null) return formula;
  if (value === null) return '';
  if (typeof value !== 'string' || style?.n?.pattern === '@') return value;
  return isForcedText || /^['=]/.test(value) ? `'${value}` : value;
}

function rowsOf<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = area.startRow; row <= area.endRow; row++) {
    const line: T[] = [];
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      line.push(read(row, column));
    }
    rows.push(line);
  }
  return rows;
}
