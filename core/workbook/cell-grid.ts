// Cells by column: made of rows, and looked at by row.
import type { Cell, CellColumn, CellGrid } from './table';

/** Undefined for a blank cell, also outside the grid. */
export function cellAt({ columns }: CellGrid, row: number, column: number): Cell | undefined {
  const found = columns[column];
  return found?.distinct[found.codes[row] ?? 0];
}

/** As the API gives a row: `''` between cells, nothing behind the last. */
export function rowAt(grid: CellGrid, row: number): Cell[] {
  const cells = grid.columns.map((_, column) => cellAt(grid, row, column));
  const last = cells.findLastIndex((cell) => cell !== undefined);
  return cells.slice(0, last + 1).map((cell) => (cell === undefined ? '' : cell));
}

export function rowsOf(grid: CellGrid): Cell[][] {
  return Array.from({ length: grid.height }, (_, row) => rowAt(grid, row));
}

export function gridOf(rows: readonly (readonly Cell[])[]): CellGrid {
  // A loop: a tab of many thousand rows is too long a list of arguments for Math.max.
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return {
    height: rows.length,
    columns: Array.from({ length: width }, (_, column) => columnOf(rows, column)),
  };
}

function columnOf(rows: readonly (readonly Cell[])[], column: number): CellColumn {
  const known = new Map<Cell | undefined, number>([[undefined, 0]]);
  const codes = Int32Array.from(rows, (row) => {
    const cell = row[column];
    const code = known.get(cell) ?? known.size;
    known.set(cell, code);
    return code;
  });
  return { codes, distinct: [...known.keys()] };
}
