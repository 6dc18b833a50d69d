/** A cell's content as the text a person would edit. */
import { effectiveValue, isError, isRich, type Cell } from '../model/cell';
import { formatGeneral } from './general-number';

/** Undefined when there is nothing to edit, or a formula and those are not wanted. */
export function editedText(cell: Cell, includeFormulas: boolean): string | undefined {
  if (isRich(cell) && cell.formula !== undefined) return includeFormulas ? cell.formula : undefined;
  const value = effectiveValue(cell);
  if (value === undefined || isError(value)) return undefined;
  if (typeof value === 'number') return formatGeneral(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
