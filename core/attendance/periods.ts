// The periods that attendance is counted over when nobody names another.
import { toDay, type Day } from '../calendar/day';
import type { Settings } from '../workbook/read/settings';
import type { Period } from '../calendar/calendar-period';

/** The whole year in the settings: the target is for it, whatever period is reported. */
export function programmeYear({ year }: Pick<Settings, 'year'>): Period {
  const digits = Math.trunc(year);
  return { from: toDay(`${digits}-01-01`), to: toDay(`${digits}-12-31`) };
}

/** From that year's first day, or a later or earlier `from`, up to today while the year runs; otherwise to its end. */
export function yearToDate(
  settings: Pick<Settings, 'year'>,
  today: Day,
  from: string = programmeYear(settings).from,
): { readonly from: string; readonly to: Day } {
  const { to } = programmeYear(settings);
  return { from, to: today < to && today >= from ? today : to };
}
