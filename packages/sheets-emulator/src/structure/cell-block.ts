/** A rectangle of cells taken out of a sheet, and put down elsewhere. */
import type { Area } from '../a1/area';
import { adjustFormula } from '../formulas/adjust-formula';
import { isRich, type Cell } from '../model/cell';
import type { ReadonlyGrid } from '../model/grid';
import type { Sheet } from '../model/sheet';

export type CellBlock = readonly (readonly Cell[])[];

export function takeBlock(grid: ReadonlyGrid, area: Area): CellBlock {
  const width = area.endColumn - area.startColumn;
  return Array.from({ length: area.endRow - area.startRow }, (_, row) => {
    const cells = grid.row(area.startRow + row).slice(area.startColumn, area.endColumn);
    return cells.concat(new Array<Cell>(width - cells.length).fill(null));
  });
}

export function putBlock({ grid }: Sheet, block: CellBlock, row: number, column: number): void {
  block.forEach((cells, rowOffset) => {
    cells.forEach((cell, offset) => grid.setCell(row + rowOffset, column + offset, cell));
  });
}

export function clearArea({ grid }: Sheet, area: Area): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      grid.setCell(row, column, null);
    }
  }
}

/** The cell as it reads after it was copied by so many rows and columns. */
export function movedCell(cell: Cell, rows: number, columns: number): Cell {
  if (!isRich(cell) || cell.formula === undefined) return cell;
  const formula = adjustFormula(cell.formula, rows, columns);
  // Another formula has another result.
  return formula === cell.formula ? cell : { ...cell, formula, value: undefined };
}

export const transposeBlock = (block: CellBlock): CellBlock =>
  (block[0] ?? []).map((_, column) => block.map((row) => row[column] ?? null));
