// Stretches of days, and those of the calendar: months, quarters and years.
import { addDays, toDay, yearOf, type Day } from './day';

export const PERIOD_LENGTHS = ['month', 'quarter', 'year'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** First and last day, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface CalendarPeriod extends Period {
  readonly length: PeriodLength;
  readonly year: number;
  /** Which month or quarter of the year, from 1; 1 for a year. */
  readonly ordinal: number;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The period of this length that the day lies in. */
export function calendarPeriod(length: PeriodLength, day: Day): CalendarPeriod {
  const months = MONTHS[length];
  const year = yearOf(day);
  const ordinal = Math.floor((Number(day.slice(5, 7)) - 1) / months) + 1;
  const first = (ordinal - 1) * months + 1;
  return {
    length,
    year,
    ordinal,
    from: firstDay(year, first),
    to: addDays(firstDay(year, first + months), -1),
  };
}

export function nextPeriod({ length, to }: CalendarPeriod): CalendarPeriod {
  return calendarPeriod(length, addDays(to, 1));
}

/** The month, quarter or year that has exactly these days; null: there is none. */
export function periodOf({ from, to }: Period): CalendarPeriod | null {
  const periods = PERIOD_LENGTHS.map((length) => calendarPeriod(length, from));
  return periods.find((period) => period.from === from && period.to === to) ?? null;
}

/** `month` may be 13: the next year's first. */
function firstDay(year: number, month: number): Day {
  return month > 12
    ? toDay(`${year + 1}-01-01`)
    : toDay(`${year}-${String(month).padStart(2, '0')}-01`);
}
