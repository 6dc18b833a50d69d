import { isDay, type Day } from '#core/calendar/day';
import { AppError } from '../../errors';

/** Two days of a request as a period; both belong to it. Throws `AppError` badPeriod. */
export function periodBetween(from: string, to: string): { readonly from: Day; readonly to: Day } {
  if (!isDay(from) || !isDay(to) || from > to)
    throw new AppError('badPeriod', { facts: { from, to } });
  return { from, to };
}
