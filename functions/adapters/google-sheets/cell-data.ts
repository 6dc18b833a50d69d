// Cells as Google writes them. Text is always a string value, so nothing typed can become a formula.
import type { Cell } from '#core/workbook/table';
import type { CellData, sheets_v4 } from '../google-clients';

export function toCellData(cell: Cell): CellData {
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return {};
}

/** `#1a73e8` → Google's shares of red, green and blue. */
export function toColor(hex: string): sheets_v4.Schema$Color {
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

/** Google's shares of red, green and blue → `#1a73e8`; a share that is missing is none. */
export function toHex({ red, green, blue }: sheets_v4.Schema$Color): string {
  const parts = [red, green, blue].map((share) => Math.round((share ?? 0) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const NUMBER_FORMATS: Readonly<Record<string, { type: string; pattern: string }>> = {
  day: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  time: { type: 'TIME', pattern: 'hh:mm' },
  money: { type: 'NUMBER', pattern: '#,##0.00' },
  percent: { type: 'PERCENT', pattern: '0.0%' },
  integer: { type: 'NUMBER', pattern: '0' },
};

/**
 * Everything that is not a number is kept as typed: `@` stops a telephone number from losing its zeros. A decimal has no format: any
 * pattern with optional places leaves a bare point behind a whole number (`21.`), the automatic format shows 21 and 21.5.
 */
export function numberFormatOf(kind: string): Pick<sheets_v4.Schema$CellFormat, 'numberFormat'> {
  if (kind === 'decimal') return {};
  return { numberFormat: NUMBER_FORMATS[kind] ?? { type: 'TEXT', pattern: '@' } };
}
