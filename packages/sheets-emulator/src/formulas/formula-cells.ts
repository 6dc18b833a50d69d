/** The places of the formulas of a sheet. */
import type { ReadonlySheet } from '../model/sheet';
import { findCells } from './find-cells';

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

const findFormulas = (sheet: ReadonlySheet): FormulaCell[] =>
  findCells(sheet, ({ formula }, row, column) =>
    formula === undefined ? null : { row, column, formula },
  );
