// Where a session can be held: the first place of the settings that is free and has a seat for everybody who is due.
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import type { Venue } from '../workbook/read/venues';
import { isSameVenue, overlaps, type Booking, type TimeSlot } from './placement';

/** The settings' places; without any those of the schedule, the most used first. */
export function usualVenues({ settings, entries }: Book): readonly Venue[] {
  if (settings.venues.length > 0) return settings.venues;
  const groups = groupBy(entries.schedule, ({ cells }) => cells.venue?.trim() || null);
  return [...groups]
    .toSorted(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([name]) => ({ name, seats: null }));
}

/** Null: none is free and large enough. */
export function chooseVenue(book: Book, { venues, slot, bookings }: VenueQuery): string | null {
  const { roster } = book;
  const due = roster.ids.filter((id) => roster.rowOn(id, slot.date) !== null).length;
  const isFree = (name: string): boolean =>
    !bookings.some((other) => overlaps(other, slot) && isSameVenue(other.venue, name));
  const venue = venues.find(({ name, seats }) => isFree(name) && (seats ?? due) >= due);
  return venue?.name ?? null;
}

export interface VenueQuery {
  readonly venues: readonly Venue[];
  readonly slot: TimeSlot;
  readonly bookings: readonly Booking[];
}
