// The month, quarter or year that a bulletin is about, and the one after it.
import { addDays, toDay, yearOf, type Day } from '../calendar/day';

export const BULLETIN_LENGTHS = ['month', 'quarter', 'year'] as const;
export type BulletinLength = (typeof BULLETIN_LENGTHS)[number];

export interface BulletinPeriod {
  readonly length: BulletinLength;
  readonly year: number;
  /** Which month or quarter of the year, from 1; 1 for a year. */
  readonly ordinal: number;
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
}

const MONTHS: Readonly<Record<BulletinLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The period of this length that the day lies in. */
export function bulletinPeriod(length: BulletinLength, day: Day): BulletinPeriod {
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

export function nextPeriod({ length, to }: BulletinPeriod): BulletinPeriod {
  return bulletinPeriod(length, addDays(to, 1));
}

/** The month, quarter or year that has exactly these days; null: there is none. */
export function periodOf({ from, to }: Pick<BulletinPeriod, 'from' | 'to'>): BulletinPeriod | null {
  const periods = BULLETIN_LENGTHS.map((length) => bulletinPeriod(length, from));
  return periods.find((period) => period.from === from && period.to === to) ?? null;
}

/** `month` may be 13: the next year's first. */
function firstDay(year: number, month: number): Day {
  return month > 12
    ? toDay(`${year + 1}-01-01`)
    : toDay(`${year}-${String(month).padStart(2, '0')}-01`);
}
