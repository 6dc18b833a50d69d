// The period that a plan is asked for.
import { daysBetween, type Day } from '#core/calendar/day';
import { calendarPeriod, nextPeriod, type Period } from '#core/calendar/calendar-period';
import { AppError } from '../../errors';
import { periodBetween } from '../runtime/period-between';

/** A year and a day: what is further away has no holidays and no budget. */
const LONGEST_DAYS = 366;

interface PeriodRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Without days the quarter after this one. Throws `AppError` badPeriod. */
export function planPeriod({ from, to }: PeriodRequest, today: Day): Period {
  const usual = nextPeriod(calendarPeriod('quarter', today));
  const [first, last] = [from ?? usual.from, to ?? (from === undefined ? usual.to : from)];
  const period = periodBetween(first, last);
  if (daysBetween(period.from, period.to) > LONGEST_DAYS)
    throw new AppError('badPeriod', { facts: { ...period } });
  return period;
}
