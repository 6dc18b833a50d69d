/** Shows a value under a cell's number format: General is ours, patterns are numfmt's. */
import { format } from 'numfmt';
import type { CellFormat, PlainValue } from '../model/cell';
import { formatGeneral } from './general-number';

/** What a number format type shows when it has no pattern of its own (locale en_US). */
const DEFAULT_PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

const DATE_TYPES = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** Google has no 29 February 1900; a bad pattern is shown as Google's fallback, the plain number. */
const OPTIONS = { leap1900: false, throws: false, invalid: '' } as const;

/** Undefined: automatic. */
export function patternOf(cellFormat: CellFormat | undefined): string | undefined {
  const numberFormat = cellFormat?.numberFormat;
  if (numberFormat === undefined) return undefined;
  const { pattern, type } = numberFormat;
  if (pattern !== undefined && pattern !== null && pattern !== '') {
    return pattern.toLowerCase() === 'general' ? undefined : pattern;
  }
  return type === undefined || type === null ? undefined : DEFAULT_PATTERNS[type];
}

export const isDateFormat = (cellFormat: CellFormat | undefined): boolean =>
  DATE_TYPES.has(cellFormat?.numberFormat?.type ?? '');

export const isTextFormat = (cellFormat: CellFormat | undefined): boolean =>
  cellFormat?.numberFormat?.type === 'TEXT';

export function formatValue(value: PlainValue, cellFormat: CellFormat | undefined): string {
  const pattern = patternOf(cellFormat);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    return pattern?.includes('@') === true ? format(pattern, value, OPTIONS) : value;
  }
  if (pattern === undefined || pattern === '@') return formatGeneral(value);
  return formatNumber(pattern, value);
}

/** Columns repeat their values, and working out a pattern is slow: some texts per pattern are kept. */
const REMEMBERED_VALUES = 5000;
const remembered = new Map<string, Map<number, string>>();

function formatNumber(pattern: string, value: number): string {
  let texts = remembered.get(pattern);
  if (texts === undefined || texts.size >= REMEMBERED_VALUES) {
    texts = new Map();
    remembered.set(pattern, texts);
  }
  let text = texts.get(value);
  if (text === undefined) {
    text = format(pattern, value, OPTIONS) || formatGeneral(value);
    texts.set(value, text);
  }
  return text;
}
