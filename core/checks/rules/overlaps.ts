// V08: one room, one lecturer or one audience in two sessions at once; sessions that only touch do not overlap.
import { minutesOf, type Day } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import { audienceMatcher, audienceParts } from '../../model/due';
import { foldWord } from '../../text/clean';
import type { Text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { BOOKED_TWICE, ROOM, LECTURER, AUDIENCE, EVERYBODY } from './overlaps.texts';

/** A session's stretch of time with the thing it takes up. */
interface Booking {
  readonly row: number;
  readonly id: string;
  readonly date: Day;
  readonly start: number;
  readonly end: number;
  readonly session: EntryOf<'schedule'>;
}

export function checkOverlaps(book: Book): Finding[] {
  const bookings = book.entries.schedule.flatMap(toBooking);
  return [
    ...conflicts(bookings, 'venue', ROOM, (cells) => cells.venue),
    ...conflicts(bookings, 'speakerId', LECTURER, (cells) => cells.speakerId).map((found) => ({
      ...found,
      facts: { ...found.facts, name: book.speakers.get(found.value)?.cells.name ?? found.value },
    })),
    ...audienceConflicts(book, bookings),
  ];
}

function toBooking(session: EntryOf<'schedule'>): Booking[] {
  const { id = '', date, start, end, state } = session.cells;
  if (state === 'cancelled' || date === undefined || start === undefined || end === undefined)
    return [];
  const [from, to] = [minutesOf(start), minutesOf(end)];
  return from < to ? [{ row: session.row, id, date, start: from, end: to, session }] : [];
}

type Cells = EntryOf<'schedule'>['cells'];

function conflicts(
  bookings: readonly Booking[],
  column: 'venue' | 'speakerId',
  what: Text,
  valueOf: (cells: Cells) => string | null | undefined,
): Finding[] {
  const groups = groupBy(bookings, ({ date, session }) => {
    const value = valueOf(session.cells);
    return value ? `${date}|${foldWord(value)}` : null;
  });
  return [...groups.values()].flatMap((group) =>
    [...overlapping(group)].map(([booking, other]) =>
      conflict(booking, other, { column, what, value: valueOf(booking.session.cells) ?? '' }),
    ),
  );
}

/** Two sessions share an audience when somebody is invited to both. */
function audienceConflicts(book: Book, bookings: readonly Booking[]): Finding[] {
  const days = groupBy(bookings, ({ date }) => date);
  const crowded = [...days.values()].filter((day) => overlapping(day).size > 0);
  const pairs = crowded
    .flatMap((day) => groupsByInvited(book, day))
    .flatMap((group) => [...overlapping(group)]);
  const found = new Map(pairs.toReversed()); // the first pair of a booking is the one reported
  return [...found].map(([booking, other]) => {
    const value = booking.session.cells.audience ?? '';
    return conflict(booking, other, {
      column: 'audience',
      what: AUDIENCE,
      value: value === '' ? EVERYBODY : value,
    });
  });
}

/** The day's sessions of each category and unit; everybody's sessions belong to each of them. */
function groupsByInvited(book: Book, day: readonly Booking[]): Booking[][] {
  const kinds = new Map<string, EntryOf<'roster'>['cells']>();
  for (const { cells } of book.entries.roster)
    kinds.set(`${cells.category ?? ''}|${cells.unit ?? ''}`, cells);
  const matchers = day.map((booking) => audienceMatcher(booking.session.cells.audience));
  const forAll = day.filter((booking) => audienceParts(booking.session.cells.audience) === null);
  const perKind = [...kinds.values()].map((cells) =>
    day.filter((_, index) => matchers[index]?.(cells) === true),
  );
  return [forAll, ...perKind];
}

/** Every booking that overlaps another of the group, with one it overlaps: in order of start, compared with the one that ends last. */
function overlapping(group: readonly Booking[]): Map<Booking, Booking> {
  const found = new Map<Booking, Booking>();
  let latest: Booking | null = null;
  for (const booking of group.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (latest && booking.start < latest.end) {
      found.set(booking, latest);
      if (!found.has(latest)) found.set(latest, booking);
    }
    if (!latest || booking.end > latest.end) latest = booking;
  }
  return found;
}

function conflict(
  booking: Booking,
  other: Booking,
  { column, what, value }: { column: string; what: Text; value: string | Text },
): Finding {
  const { start = '', end = '' } = other.session.cells;
  const facts = { what, name: value, date: booking.date, other: other.id, start, end };
  return finding(
    BOOKED_TWICE,
    placeAt('schedule', booking.row, column),
    typeof value === 'string' ? value : '',
    facts,
  );
}
