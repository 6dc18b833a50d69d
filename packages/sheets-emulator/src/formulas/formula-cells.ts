/** The places of the formulas of a sheet. */
import { isRich } from '../model/cell';
import type { ReadonlyRow } from '../model/grid';
import type { ReadonlySheet } from '../model/sheet';

export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const known = new WeakMap<ReadonlySheet, readonly FormulaCell[]>();

/** Looked for once per version of a sheet: call it when the version is complete. */
export function formulaCells(sheet: ReadonlySheet): readonly FormulaCell[] {
  let cells = known.get(sheet);
  if (cells === undefined) {
    cells = findFormulas(sheet);
    known.set(sheet, cells);
  }
  return cells;
}

function findFormulas({ grid }: ReadonlySheet): FormulaCell[] {
  const found: FormulaCell[] = [];
  let without: ReadonlyRow | undefined;
  for (let row = 0; row < grid.height; row++) {
    const cells = grid.row(row);
    if (cells === without) continue;
    const before = found.length;
    cells.forEach((cell, column) => {
      if (isRich(cell) && cell.formula !== undefined) {
        found.push({ row, column, formula: cell.formula });
      }
    });
    if (found.length === before) without = cells;
  }
  return found;
}
