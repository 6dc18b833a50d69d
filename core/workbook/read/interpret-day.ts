// A day as people type it, in digits or in Chinese numerals.
import { dayToSerial, isDay } from '../../calendar/day';
import type { DayOrder } from '../../calendar/day-order';
import type { InterpretedCell } from './interpreted-cell';

const WEEKDAY = '(?:\\(?(?:周|週|星期|礼拜|禮拜).\\)?)?';
const FULL_DAY = new RegExp(`^(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})[日号號]?${WEEKDAY}$`);
const DAY_OF_YEAR = new RegExp(`^(\\d{1,2})[月.-](\\d{1,2})[日号號]?${WEEKDAY}$`);
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** `3/6`, `3/6/2026`: which is the month depends on the place. */
const BY_SLASHES = new RegExp(`^(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?${WEEKDAY}$`);

/**
 * `2026年3月6日`, `2026.3.6`, `2026/03/06(周五)`, `20260306`, `二〇二六年三月六日`, `3月6日`, `3.6`, and `3/6` where the workbook's locale says
 * which is the month. `year` completes days written without one.
 */
export function readDay(words: string, year: number, order: DayOrder): InterpretedCell | null {
  const digits = inDigits(words);
  const full = FULL_DAY.exec(digits) ?? EIGHT_DIGITS.exec(digits);
  if (full) return asDay(full[1] ?? '', full[2] ?? '', full[3] ?? '');
  const short = DAY_OF_YEAR.exec(digits);
  if (short) return asDay(String(year), short[1] ?? '', short[2] ?? '');
  const [, first = '', second = '', ofYear = String(year)] = BY_SLASHES.exec(digits) ?? [];
  if (first === '' || order === null) return null;
  return order === 'dayFirst' ? asDay(ofYear, second, first) : asDay(ofYear, first, second);
}

/** Whether a number such as 6.3 may be 30 June as well as 3 June: a cell that is no text drops the zero. */
export function isZeroLost(cell: number, year: number): boolean {
  const [, month, tens] = /^(\d{1,2})\.([123])$/.exec(String(cell)) ?? [];
  return (
    month !== undefined && tens !== undefined && asDay(String(year), month, `${tens}0`) !== null
  );
}

function asDay(year: string, month: string, date: string): InterpretedCell | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? { after: dayToSerial(day), shown: day } : null;
}

const NUMERALS = '〇一二三四五六七八九';
const digitOf = (numeral: string): number => NUMERALS.indexOf(numeral);

/** Chinese numerals before 年, 月 and 日 as digits: a year by its digits, month and day by their tens. */
function inDigits(words: string): string {
  return words
    .replace(/[零○Ｏ]/gu, '〇')
    .replace(/^[〇一二三四五六七八九]{4}(?=年)/u, (year) => Array.from(year, digitOf).join(''))
    .replace(/([一二三四五六七八九十廿卅]{1,3})(?=[月日号號])/gu, (numerals) => {
      const count = countOf(numerals);
      return count === null ? numerals : String(count);
    });
}

const COUNT = /^([二三]?)(十|廿|卅)?([一二三四五六七八九]?)$/u;

/** `三` 3, `十` 10, `十二` 12, `二十六` and `廿六` 26; null for anything else. */
function countOf(numerals: string): number | null {
  const [, several = '', ten, one = ''] = COUNT.exec(numerals) ?? [];
  if (ten === undefined) return numerals.length === 1 ? digitOf(numerals) : null;
  if (ten !== '十' && several !== '') return null;
  const tens = { 十: several === '' ? 1 : digitOf(several), 廿: 2, 卅: 3 }[ten] ?? 0;
  return tens * 10 + (one === '' ? 0 : digitOf(one));
}
