// Rectangles of cells: from the Sheets API's ranges, and gathered from single cells.
import type { GridRange } from '../server/sheet-json';
import type { Area } from './a1';

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The API's ranges end exclusively and may be open; the grid's end inclusively. */
export function toArea(range: GridRange, { rowCount, columnCount }: Size): Area {
  return {
    startRow: range.startRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    endRow: Math.min(range.endRowIndex ?? rowCount, rowCount) - 1,
    endColumn: Math.min(range.endColumnIndex ?? columnCount, columnCount) - 1,
  };
}

export function toGridRange(sheetId: number, area: Area): GridRange {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow + 1,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn + 1,
  };
}

/** Covers the cells, given in row order, with few rectangles: runs in a row, then equal runs below. */
export function coverCells(cells: Iterable<{ row: number; column: number }>): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.startRow === row && last.endColumn === column - 1) {
      runs[runs.length - 1] = { ...last, endColumn: column };
    } else {
      runs.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
    }
  }
  return stackRuns(runs);
}

function stackRuns(runs: readonly Area[]): Area[] {
  const open = new Map<string, Area>();
  const areas: Area[] = [];
  for (const run of runs) {
    const columns = `${run.startColumn}:${run.endColumn}`;
    const above = open.get(columns);
    if (above?.endRow === run.startRow - 1) {
      open.set(columns, { ...above, endRow: run.endRow });
    } else {
      if (above !== undefined) areas.push(above);
      open.set(columns, run);
    }
  }
  return [...areas, ...open.values()];
}
