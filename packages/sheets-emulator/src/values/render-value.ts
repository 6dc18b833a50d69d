/** A cell's value as the value render options ask for it. */
import { isError, isRich, shownFormat, type Cell } from '../model/cell';
import { formatValue, isDateFormat } from './number-format';

export interface RenderOptions {
  readonly value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  /** Counts only when the value is not formatted. */
  readonly date: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

export const FORMATTED: RenderOptions = { value: 'FORMATTED_VALUE', date: 'SERIAL_NUMBER' };

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

export const errorText = (type: string): string => ERROR_TEXTS[type] ?? '#ERROR!';

/** Empty cells, and cells with a format alone, are ''. */
export function renderValue(cell: Cell, options: RenderOptions): string | number | boolean {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (!isRich(cell))
    return options.value === 'FORMATTED_VALUE' ? formatValue(cell, undefined) : cell;
  const { value, formula } = cell;
  if (options.value === 'FORMULA' && formula !== undefined) return formula;
  if (value === undefined) return '';
  if (isError(value)) return errorText(value.type);
  if (options.value === 'FORMATTED_VALUE') return formatValue(value, shownFormat(cell));
  const format = shownFormat(cell);
  const asText = options.date === 'FORMATTED_STRING' && isDateFormat(format);
  return asText && typeof value === 'number' ? formatValue(value, format) : value;
}

/** The text a person sees; undefined when the cell shows nothing. */
export function formattedText(cell: Cell): string | undefined {
  const text = String(renderValue(cell, FORMATTED));
  return text === '' ? undefined : text;
}
