/** Typed days: `2026-11-27`, `11/27/2026`, `27 Nov 2026`, `2026年11月27日`, with the pattern as typed. */
import type { InputLocale } from './locale';
import { daySerial, fullYear } from './serial-date';

export interface ParsedDay {
  readonly serial: number;
  readonly pattern: string;
}

export interface DayContext {
  readonly locale: InputLocale;
  /** For days typed without a year. */
  readonly currentYear: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const SHORT_YEAR_FIRST = /^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const NO_YEAR = /^(\d{1,2})\/(\d{1,2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const NAME_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i;
const NAME_SECOND = /^(\d{1,2})([ -])([a-z]{3,9})(?:\2(\d{4}|\d{2}))?$/i;

const asTyped = (letter: string, text: string): string => letter.repeat(text.length > 1 ? 2 : 1);
const yearAsTyped = (text: string): string => (text.length > 2 ? 'yyyy' : 'yy');

/** 1–12, or undefined; a month may be shortened to its first three letters or written in full. */
function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase();
  const index = lower.length === 3 ? MONTHS.indexOf(lower) : MONTH_NAMES.indexOf(lower);
  return index < 0 ? undefined : index + 1;
}

const monthPattern = (name: string): string => (name.length === 3 ? 'mmm' : 'mmmm');

function day(
  date: { year: number; month: number | undefined; day: number },
  pattern: string,
): ParsedDay | undefined {
  if (date.month === undefined) return undefined;
  const serial = daySerial(date.year, date.month, date.day);
  return serial === undefined ? undefined : { serial, pattern };
}

function parseYearFirst(text: string): ParsedDay | undefined {
  const [, year, separator = '', month = '', dayText = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined) return undefined;
  const pattern = ['yyyy', asTyped('m', month), asTyped('d', dayText)].join(separator);
  return day({ year: Number(year), month: Number(month), day: Number(dayText) }, pattern);
}

function parseYearLast(text: string, { locale }: DayContext): ParsedDay | undefined {
  const [, first, separator = '', second = '', year = ''] = YEAR_LAST.exec(text) ?? [];
  if (first === undefined) return undefined;
  if (locale.dateOrder === 'ymd' && year.length === 2) return undefined;
  const dayFirst = locale.dateOrder === 'dmy';
  const parts = [asTyped(dayFirst ? 'd' : 'm', first), asTyped(dayFirst ? 'm' : 'd', second)];
  const month = Number(dayFirst ? second : first);
  const dayNumber = Number(dayFirst ? first : second);
  const pattern = [...parts, yearAsTyped(year)].join(separator);
  return day({ year: fullYear(year), month, day: dayNumber }, pattern);
}

/** `26/3/6`, where the year comes first. */
function parseShortYearFirst(text: string, { locale }: DayContext): ParsedDay | undefined {
  if (locale.dateOrder !== 'ymd') return undefined;
  const [, year, separator = '', month = '', dayText = ''] = SHORT_YEAR_FIRST.exec(text) ?? [];
  if (year === undefined) return undefined;
  const pattern = ['yy', asTyped('m', month), asTyped('d', dayText)].join(separator);
  return day({ year: fullYear(year), month: Number(month), day: Number(dayText) }, pattern);
}

function parseWithoutYear(text: string, context: DayContext): ParsedDay | undefined {
  const [, first = '', second = ''] = NO_YEAR.exec(text) ?? [];
  if (first === '') return undefined;
  const dayFirst = context.locale.dateOrder === 'dmy';
  const month = Number(dayFirst ? second : first);
  const dayNumber = Number(dayFirst ? first : second);
  const pattern = dayFirst
    ? `${asTyped('d', first)}/${asTyped('m', second)}`
    : `${asTyped('m', first)}/${asTyped('d', second)}`;
  return day({ year: context.currentYear, month, day: dayNumber }, pattern);
}

function parseChinese(text: string, { locale }: DayContext): ParsedDay | undefined {
  const [, year, month, dayText] = CHINESE.exec(text) ?? [];
  if (year === undefined || locale.dateOrder !== 'ymd') return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(dayText) };
  return day(date, 'yyyy"年"m"月"d"日"');
}

function parseNamedMonth(text: string, { currentYear }: DayContext): ParsedDay | undefined {
  const first = NAME_FIRST.exec(text);
  if (first !== null) {
    const [, name = '', dayText = '', year] = first;
    const pattern = `${monthPattern(name)} ${asTyped('d', dayText)}${year === undefined ? '' : ', yyyy'}`;
    const month = monthNumber(name);
    return day({ year: Number(year ?? currentYear), month, day: Number(dayText) }, pattern);
  }
  const [, dayText, separator = '', name = '', year] = NAME_SECOND.exec(text) ?? [];
  if (dayText === undefined) return undefined;
  const parts = [asTyped('d', dayText), monthPattern(name)];
  if (year !== undefined) parts.push(yearAsTyped(year));
  const fullYearNumber = year === undefined ? currentYear : fullYear(year);
  const date = { year: fullYearNumber, month: monthNumber(name), day: Number(dayText) };
  return day(date, parts.join(separator));
}

/** Undefined when the text is no day. */
export const parseDay = (text: string, context: DayContext): ParsedDay | undefined =>
  parseYearFirst(text) ??
  parseShortYearFirst(text, context) ??
  parseYearLast(text, context) ??
  parseWithoutYear(text, context) ??
  parseChinese(text, context) ??
  parseNamedMonth(text, context);
