// One session as it might be: its time, topic, speaker and place; and the sessions that it must not clash with.
import { minutesOf, type ClockTime, type Day } from '../calendar/day';
import { foldWord } from '../text/clean';
import type { Book, EntryOf } from '../model/book';

/** A half-day on a certain day. */
export interface TimeSlot {
  readonly date: Day;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

export type SpeakerEntry = EntryOf<'speakers'>;
export type TopicEntry = EntryOf<'topics'>;

/** A day, and the time if it is known. */
interface When {
  readonly date: Day;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
}

/** A session that is in the schedule or on its way there. */
export interface Booking extends When {
  readonly speakerId: string | null;
  readonly venue: string | null;
}

/** A session as it would be. */
export interface Placement {
  readonly slot: TimeSlot;
  readonly speaker: SpeakerEntry;
  readonly venue: string;
  readonly taughtHours: number;
}

export const asBooking = ({ slot, speaker, venue }: Omit<Placement, 'taughtHours'>): Booking => ({
  ...slot,
  speakerId: speaker.cells.id ?? null,
  venue,
});

/** The sessions of the schedule that take up time: those cancelled, or without a readable day, do not. */
export function bookingsOf(book: Book): Booking[] {
  return book.entries.schedule.flatMap(({ cells }) => {
    const { date, start = null, end = null, state, speakerId = null, venue = null } = cells;
    return date && state !== 'cancelled' ? [{ date, start, end, speakerId, venue }] : [];
  });
}

/** The topics of sessions that are not cancelled. */
export function scheduledTopics(book: Book): ReadonlySet<string> {
  const ids = book.entries.schedule.flatMap(({ cells }) =>
    cells.topicId && cells.state !== 'cancelled' ? [cells.topicId] : [],
  );
  return new Set(ids);
}

/** Sessions that only touch do not overlap; one without times may be at any time of its day. */
export function overlaps(a: When, b: When): boolean {
  if (a.date !== b.date) return false;
  if (!a.start || !a.end || !b.start || !b.end) return true;
  return minutesOf(a.start) < minutesOf(b.end) && minutesOf(b.start) < minutesOf(a.end);
}

export const isSameVenue = (a: string | null, b: string | null): boolean =>
  foldWord(a ?? '') === foldWord(b ?? '');
