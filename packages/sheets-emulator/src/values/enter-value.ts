/** Puts one input into a cell, raw or as if typed. */
import { invalid } from '../api-error';
import { MAX_CHARACTERS_PER_CELL } from '../limits';
import {
  compactCell,
  isRich,
  richCell,
  withValue,
  type Cell,
  type PlainValue,
} from '../model/cell';
import { canonicalFormula } from '../formulas/adjust-formula';
import { isTextFormat } from './number-format';
import { readUserEntered, type InputContext } from './user-entered';

export type EnterValue = (cell: Cell, input: PlainValue) => Cell;

export function checkLength(text: string): void {
  if (text.length <= MAX_CHARACTERS_PER_CELL) return;
  throw invalid(
    `Your input contains more than the maximum of ${MAX_CHARACTERS_PER_CELL} characters in a single cell.`,
  );
}

/** JSON values as they are: `=1+1` is text; the empty text empties the cell. */
export const enterRaw: EnterValue = (cell, input) => {
  if (typeof input === 'string') checkLength(input);
  return withValue(cell, input === '' ? undefined : input);
};

export function enterFormula(cell: Cell, formula: string): Cell {
  const { format, note, validation } = richCell(cell);
  return { formula, format, note, validation };
}

/** As a person types; cells formatted as plain text take everything as text. */
export function enterAsUser(context: InputContext): EnterValue {
  return (cell, input) => {
    if (typeof input !== 'string') return withValue(cell, input);
    checkLength(input);
    if (isRich(cell) && isTextFormat(cell.format)) return enterRaw(cell, input);
    const entered = readUserEntered(input, context);
    if (entered.formula !== undefined) return enterFormula(cell, canonicalFormula(entered.formula));
    const written = withValue(cell, entered.value);
    if (entered.format === undefined) return written;
    const { format } = richCell(written);
    if (format?.numberFormat !== undefined) return written;
    return compactCell({
      ...richCell(written),
      format: { ...format, numberFormat: entered.format },
    });
  };
}
