// The next weeks: what is taught, which days are off, which rest days are worked.
import { addDays, weekdayOf, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { byDay, type SessionEntry } from '../model/session';
import type { Text } from '../text/language';

export const WEEKS_AHEAD = 8;
const DAYS = 7;

/** Neighbouring days of one holiday, or single days that are worked instead. */
export interface SpecialDays {
  readonly kind: 'off' | 'work';
  readonly from: Day;
  readonly to: Day;
  readonly name: Text | null;
}

export interface ComingWeek {
  /** Monday and Sunday. */
  readonly from: Day;
  readonly to: Day;
  /** By day and beginning; cancelled ones are left out. */
  readonly sessions: readonly SessionEntry[];
  readonly specialDays: readonly SpecialDays[];
  /** Nobody has published the holidays of one of its days yet. */
  readonly isUnpublished: boolean;
}

/** From the week of today on. */
export function comingWeeks(book: Book): ComingWeek[] {
  const monday = addDays(book.today, 1 - weekdayOf(book.today));
  return Array.from({ length: WEEKS_AHEAD }, (_, week) => {
    const from = addDays(monday, week * DAYS);
    const days = Array.from({ length: DAYS }, (_day, index) => addDays(from, index));
    const to = addDays(from, DAYS - 1);
    return {
      from,
      to,
      sessions: sessionsBetween(book, from, to),
      specialDays: specialDays(book, days),
      isUnpublished: days.some((day) => book.dayKind(day).kind === 'unknown'),
    };
  });
}

function sessionsBetween({ entries }: Book, from: Day, to: Day): SessionEntry[] {
  return byDay(entries.schedule).filter(
    ({ cells }) =>
      cells.state !== 'cancelled' &&
      cells.date !== undefined &&
      from <= cells.date &&
      cells.date <= to,
  );
}

function specialDays(book: Book, days: readonly Day[]): SpecialDays[] {
  const found: SpecialDays[] = [];
  for (const day of days) {
    const known = book.dayKind(day);
    if (known.kind !== 'off' && known.kind !== 'work') continue;
    const { kind, name } = known;
    const last = found.at(-1);
    const goesOn = last?.kind === kind && addDays(last.to, 1) === day && last.name?.en === name?.en;
    if (last && goesOn) found[found.length - 1] = { ...last, to: day };
    else found.push({ kind, from: day, to: day, name });
  }
  return found;
}
