// The days on which a speaker cannot come, as a clerk wrote them.
import { isDay, weekdayOf, type Day } from '../calendar/day';
import { parseWeekday } from '../calendar/weekday-text';

export interface UnavailableDays {
  readonly isUnavailable: (day: Day) => boolean;
  /** Parts that are neither a day, a range nor a weekday. */
  readonly unreadable: readonly string[];
}

interface Range {
  readonly from: Day;
  readonly to: Day;
}

const DATE = String.raw`(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?`;
const ONE_DAY = new RegExp(`^${DATE}$`);
const DAYS = new RegExp(String.raw`^${DATE}\s*(?:—+|–|~|～|-|至|到|to)\s*${DATE}$`);
const WEEKDAY =
  /^(?:每)?(?:周|週|星期|礼拜|禮拜)\s*[一二三四五六日天1-7]$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i;

/** Reads `2026-12-01—2026-12-15、2027年1月8日、周六`. Blank: every day is possible. */
export function readUnavailableDays(cell: string | null | undefined): UnavailableDays {
  const ranges: Range[] = [];
  const weekdays = new Set<number>();
  const unreadable: string[] = [];
  for (const part of (cell ?? '').split(/[、,，;；\n]/)) {
    const words = part.trim();
    if (words === '') continue;
    const range = readRange(words);
    const weekday = WEEKDAY.test(words) ? parseWeekday(words.replace(/^每/, '')) : null;
    if (range) ranges.push(range);
    else if (weekday !== null) weekdays.add(weekday);
    else unreadable.push(words);
  }
  return {
    unreadable,
    isUnavailable: (day) =>
      weekdays.has(weekdayOf(day)) || ranges.some(({ from, to }) => from <= day && day <= to),
  };
}

function readRange(words: string): Range | null {
  const whole = DAYS.exec(words) ?? ONE_DAY.exec(words);
  if (!whole) return null;
  const numbers = whole.slice(1);
  const from = toDayOf(numbers.slice(0, 3));
  const to = numbers.length > 3 ? toDayOf(numbers.slice(3)) : from;
  return from && to && from <= to ? { from, to } : null;
}

function toDayOf([year = '', month = '', date = '']: readonly string[]): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
