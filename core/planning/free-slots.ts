// The half-days of a period on which a session can still be held, and why there is none in a week.
import { addDays, daysBetween, weekdayOf, yearOf, type Day } from '../calendar/day';
import type { Period } from '../calendar/calendar-period';
import type { DayKind } from '../calendar/holidays';
import type { Book } from '../model/book';
import { overlaps, type Booking, type TimeSlot } from './placement';

/** A week and the days of it that could not be used, with what they are. */
export interface ClosedWeek {
  readonly monday: Day;
  readonly days: readonly { readonly date: Day; readonly kind: DayKind }[];
}

export interface FreeSlots {
  /** By date; of one week as many as it may still have, the slots of the settings in their order. */
  readonly slots: readonly TimeSlot[];
  /** Weeks without a session and without a slot. */
  readonly closed: readonly ClosedWeek[];
  /** Weeks that were left out because nobody has published the holidays of their year yet. */
  readonly unknown: readonly { readonly monday: Day; readonly year: number }[];
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** A rest day that is worked in exchange is no half-day of the programme: people are at their desks. */
export function isUsable(kind: DayKind): boolean {
  return kind.kind === 'workday' || kind.kind === 'restDay';
}

/** `bookings`: the sessions that take up time. */
export function freeSlots(book: Book, period: Period, bookings: readonly Booking[]): FreeSlots {
  const slots: TimeSlot[] = [];
  const closed: ClosedWeek[] = [];
  const unknown: FreeSlots['unknown'][number][] = [];
  const weeks = Math.floor(daysBetween(mondayOf(period.from), period.to) / 7) + 1;
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(mondayOf(period.from), week * 7);
    const here = slotsOfWeek(book, monday, period);
    const held = bookings.filter(({ date }) => mondayOf(date) === monday);
    const wanted = Math.max(0, book.settings.sessionsPerWeek - held.length);
    const usable = here.filter((slot) => isUsable(book.dayKind(slot.date)));
    const free = withoutOverlaps(usable, held).slice(0, wanted);
    slots.push(...free.toSorted(byTime));
    if (free.length > 0 || wanted === 0 || held.length > 0 || here.length === 0) continue;
    const kinds = [...new Set(here.map(({ date }) => date))].map((date) => ({
      date,
      kind: book.dayKind(date),
    }));
    const open = kinds.find(({ kind }) => kind.kind === 'unknown');
    if (open) unknown.push({ monday, year: yearOf(open.date) });
    if (kinds.some(({ kind }) => kind.kind !== 'unknown')) closed.push({ monday, days: kinds });
  }
  return { slots, closed, unknown };
}

/** In the order of the settings: Friday afternoon before Saturday morning. */
function slotsOfWeek({ settings }: Book, monday: Day, { from, to }: Period): TimeSlot[] {
  return settings.slots
    .map(({ weekday, start, end }) => ({ date: addDays(monday, weekday - 1), start, end }))
    .filter(({ date }) => from <= date && date <= to);
}

/** Each free of the sessions of its week and of the ones taken before it. */
function withoutOverlaps(slots: readonly TimeSlot[], held: readonly Booking[]): TimeSlot[] {
  const taken: Pick<Booking, 'date' | 'start' | 'end'>[] = [...held];
  return slots.filter((slot) => {
    const isFree = !taken.some((other) => overlaps(slot, other));
    if (isFree) taken.push(slot);
    return isFree;
  });
}

function byTime(a: TimeSlot, b: TimeSlot): number {
  const key = ({ date, start }: TimeSlot): string => `${date} ${start}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
