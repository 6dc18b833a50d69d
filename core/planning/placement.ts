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

/** A session that is in the schedule or on its way there. */
export interface Booking extends TimeSlot {
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

export const asBooking = ({ slot, speaker, venue }: Placement): Booking => ({
  ...slot,
  speakerId: speaker.cells.id ?? null,
  venue,
});

/** The sessions of the schedule that take up time: those cancelled, or without a readable day and times, do not. */
export function bookingsOf(book: Book): Booking[] {
  return book.entries.schedule.flatMap(({ cells }) => {
    const { date, start, end, state, speakerId = null, venue = null } = cells;
    return date && start && end && state !== 'cancelled'
      ? [{ date, start, end, speakerId, venue }]
      : [];
  });
}

/** Sessions that only touch do not overlap. */
export function overlaps(a: TimeSlot, b: TimeSlot): boolean {
  return (
    a.date === b.date &&
    minutesOf(a.start) < minutesOf(b.end) &&
    minutesOf(b.start) < minutesOf(a.end)
  );
}

export const isSameVenue = (a: string | null, b: string | null): boolean =>
  foldWord(a ?? '') === foldWord(b ?? '');
