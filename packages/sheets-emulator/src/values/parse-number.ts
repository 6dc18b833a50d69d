/** Typed numbers: `1,234.50`, `-5%`, `$1.50`, `(5)`, `1e3`, with the number format that Google suggests. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { InputLocale } from './locale';

export interface ParsedInput {
  readonly value: number;
  /** Undefined: the cell's format stays automatic. */
  readonly format?: sheets_v4.Schema$NumberFormat;
}

const NUMBER =
  /^(?<open>\()?(?<sign>[+-])?(?<currency>[^\d\s.,()%+-]{1,3})?\s?(?<inner>[+-])?(?<integer>\d{1,3}(?:,\d{3})+|\d+)?(?<fraction>\.\d*)?(?<exponent>e[+-]?\d+)?\s?(?<percent>%)?(?<close>\))?$/i;

type Parts = Readonly<Record<string, string | undefined>>;

function suggestedFormat(
  parts: Parts,
  currency: string,
): sheets_v4.Schema$NumberFormat | undefined {
  const decimals = parts['fraction'] === undefined ? '' : '.00';
  if (parts['currency'] !== undefined) {
    return { type: 'CURRENCY', pattern: `"${currency}"#,##0${decimals}` };
  }
  if (parts['percent'] !== undefined) return { type: 'PERCENT', pattern: `0${decimals}%` };
  if (parts['exponent'] !== undefined) return { type: 'SCIENTIFIC', pattern: '0.00E+00' };
  if (parts['integer']?.includes(',') === true) {
    return { type: 'NUMBER', pattern: `#,##0${decimals}` };
  }
  return undefined;
}

function isWellFormed(parts: Parts, locale: InputLocale): boolean {
  const { open, close, sign, inner, currency, integer, fraction } = parts;
  const digits = `${integer ?? ''}${fraction ?? ''}`;
  if (!/\d/.test(digits) || (open === undefined) !== (close === undefined)) return false;
  const signs = [open, sign, inner].filter((part) => part !== undefined).length;
  if (signs > 1) return false;
  return currency === undefined || currency === locale.currency || isWideYen(currency, locale);
}

const isWideYen = (symbol: string, locale: InputLocale): boolean =>
  symbol === '￥' && locale.currency === '¥';

/** Undefined when the text is no number. */
export function parseNumber(text: string, locale: InputLocale): ParsedInput | undefined {
  const parts: Parts | undefined = NUMBER.exec(text)?.groups;
  if (parts === undefined || !isWellFormed(parts, locale)) return undefined;
  const digits = `${(parts['integer'] ?? '').replaceAll(',', '')}${parts['fraction'] ?? ''}`;
  const exponent =
    Number(parts['exponent']?.slice(1) ?? 0) - (parts['percent'] === undefined ? 0 : 2);
  const size = Number(`${digits}e${exponent}`);
  const isNegative = [parts['sign'], parts['inner']].includes('-') || parts['open'] !== undefined;
  const format = suggestedFormat(parts, parts['currency'] ?? '');
  const value = isNegative ? -size : size;
  if (!Number.isFinite(value)) return undefined;
  return format === undefined ? { value } : { value, format };
}
