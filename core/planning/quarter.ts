import { addDays, toDay, yearOf, type Day } from '../calendar/day';
import type { Period } from './free-slots';

/** The quarter of the calendar after the one that the day is in. */
export function nextQuarter(today: Day): Period {
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const from = firstDay(yearOf(today), quarter + 1);
  return { from, to: addDays(firstDay(yearOf(today), quarter + 2), -1) };
}

/** Quarters count from 0 and go on into the next year. */
function firstDay(year: number, quarter: number): Day {
  const month = String((quarter % 4) * 3 + 1).padStart(2, '0');
  return toDay(`${year + Math.floor(quarter / 4)}-${month}-01`);
}
