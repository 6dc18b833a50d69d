/** Formulas that give several cells, as .xlsx has them: the first cell names the area, the others only show its values. */
import type { Cell as XlsxCell } from 'hucre/xlsx';
import { cellArea } from '../a1/area';
import { printArea } from '../a1/print-range';
import { engineFormula, givesArray } from '../formulas/function-names';
import { isRich } from '../model/cell';
import type { ReadonlyGrid } from '../model/grid';

type ArrayParts = Pick<XlsxCell, 'formulaType' | 'formulaRef' | 'formulaDynamic'>;

export interface WrittenFormula {
  readonly formula: string;
  readonly parts: ArrayParts;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const TOLD = /^=ARRAYFORMULA\(/i;

export function writtenArray(grid: ReadonlyGrid, place: Place, formula: string): WrittenFormula {
  const { rows, columns } = spillSize(grid, place);
  const isSpread = rows * columns > 1 && givesArray(formula);
  if (!isSpread && !TOLD.test(formula)) return { formula, parts: {} };
  const formulaRef = printArea(cellArea(place.row, place.column, rows, columns));
  const parts: ArrayParts = { formulaType: 'array', formulaRef };
  // Only FILTER and the like spread by themselves in other programs too.
  if (!TOLD.test(formula)) return { formula, parts: { ...parts, formulaDynamic: true } };
  return { formula: withoutOuterParentheses(engineFormula(formula)), parts };
}

function spillSize(grid: ReadonlyGrid, { row, column }: Place): { rows: number; columns: number } {
  const isSpilled = (down: number, across: number): boolean => {
    const cell = grid.cell(row + down, column + across);
    return isRich(cell) && cell.isSpilled === true;
  };
  let [rows, columns] = [1, 1];
  while (isSpilled(rows, 0)) rows++;
  while (isSpilled(0, columns)) columns++;
  return { rows, columns };
}

/** What is left of `=ARRAYFORMULA(…)` when the first parenthesis closes at the end. */
function withoutOuterParentheses(formula: string): string {
  let depth = 0;
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (text) => 'x'.repeat(text.length));
  for (let at = 1; at < bare.length - 1; at++) {
    if (bare[at] === '(') depth++;
    if (bare[at] === ')') depth--;
    if (depth === 0) return formula;
  }
  return `=${formula.slice(2, -1)}`;
}
