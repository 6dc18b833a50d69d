/** Reads text as if a person had typed it into a cell (USER_ENTERED). */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { notEmulated } from '../api-error';
import type { PlainValue } from '../model/cell';
import { DEFAULT_LOCALE, inputLocale, type InputLocale } from './locale';
import { parseDay, type DayContext } from './parse-date';
import { parseNumber, type ParsedInput } from './parse-number';
import { parseTime } from './parse-time';

export interface InputContext {
  readonly localeName: string | null | undefined;
  readonly now: Date;
}

export interface Entered {
  readonly value?: PlainValue;
  readonly formula?: string;
  /** The number format Google suggests for this input; kept only by cells without one. */
  readonly format?: sheets_v4.Schema$NumberFormat;
}

function parseDayAndTime(text: string, context: DayContext): ParsedInput | undefined {
  const day = parseDay(text, context);
  if (day !== undefined) {
    return { value: day.serial, format: { type: 'DATE', pattern: day.pattern } };
  }
  const time = parseTime(text);
  if (time !== undefined) {
    return { value: time.fraction, format: { type: 'TIME', pattern: time.pattern } };
  }
  for (const gap of text.matchAll(/[T ]/g)) {
    const first = parseDay(text.slice(0, gap.index), context);
    const second = parseTime(text.slice(gap.index + 1).trim());
    if (first === undefined || second === undefined || second.fraction >= 1) continue;
    const pattern = `${first.pattern} ${second.pattern}`;
    return { value: first.serial + second.fraction, format: { type: 'DATE_TIME', pattern } };
  }
  return undefined;
}

function parseAs(text: string, locale: InputLocale, now: Date): ParsedInput | undefined {
  return (
    parseNumber(text, locale) ??
    parseDayAndTime(text, { locale, currentYear: now.getUTCFullYear() })
  );
}

/** Integers, ISO days and times read the same everywhere. */
const LOCALE_FREE =
  /^([+-]?\d+|\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2})?)?|\d{1,2}:\d{2}(:\d{2})?)$/;
const PERHAPS_A_NUMBER = /^[+-]?[\d.,'\s]*\d[\d.,'\s]*%?$/;

function parseInput(text: string, context: InputContext): ParsedInput | undefined {
  const locale = inputLocale(context.localeName);
  if (locale !== undefined) return parseAs(text, locale, context.now);
  const parsed = parseAs(text, DEFAULT_LOCALE, context.now);
  if (LOCALE_FREE.test(text)) return parsed;
  if (parsed === undefined && !PERHAPS_A_NUMBER.test(text)) return undefined;
  throw notEmulated(`reading "${text}" in the locale ${context.localeName ?? ''}`);
}

/** The empty text gives nothing: it empties the cell. What starts with + and is no number is a formula, however it goes on. */
export function readUserEntered(text: string, context: InputContext): Entered {
  if (text === '') return {};
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { formula: text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const parsed = parseInput(trimmed, context);
  if (parsed === undefined && /^\+./.test(trimmed)) return { formula: `=${trimmed}` };
  return parsed ?? { value: text };
}
