// What speaks against holding a session at a time, with a speaker, in a place. The proposals and the rows a clerk accepts are held to the same.
import { joined } from '../text/listed';
import { daysBetween, yearOf } from '../calendar/day';
import { feeBasis } from '../fees/fee-basis';
import { NO_HOURS } from '../fees/fee-rules.texts';
import type { Book } from '../model/book';
import { toStandards, type Standards } from '../model/standards';
import { formatCents, toCents } from '../money/cents';
import { readUnavailableDays, type UnavailableDays } from '../speakers/unavailable-days';
import { isUsable } from './free-slots';
import { lectureCosts, type LectureCosts, type PaidSession } from './lecture-costs';
import {
  asBooking,
  bookingsOf,
  isSameVenue,
  overlaps,
  type Booking,
  type Placement,
  type SpeakerEntry,
} from './placement';
import { hourLimit } from './session-hours';

/** `must`: never. `may`: nothing is proposed so, but a clerk may decide it. */
export type Obstacle =
  | { readonly weight: 'must'; readonly code: MustCode; readonly facts: Facts }
  | { readonly weight: 'may'; readonly code: MayCode; readonly facts: Facts };
type Facts = Readonly<Record<string, string | number>>;
export type MustCode =
  | 'past'
  | 'holiday'
  | 'timeTaken'
  | 'speakerTaken'
  | 'venueTaken'
  | 'dayTaken'
  | 'noVenue'
  | 'noHours'
  | 'noFeeBasis'
  | 'tooManyHours'
  | 'overBudget';
export type MayCode = 'unknownDay' | 'adjustedDay' | 'unavailable' | 'unreadableDays' | 'resting';

/** What planning looks at again and again, read once. */
export interface PlanContext {
  readonly book: Book;
  readonly standards: Standards;
  /** Of the schedule, and of the placements that are decided. */
  readonly bookings: readonly Booking[];
  /** Decided, though not in the schedule yet: what else is planned comes after them. */
  readonly decided: readonly Placement[];
  readonly costs: LectureCosts;
  readonly unavailableDays: (speaker: SpeakerEntry) => UnavailableDays;
}

export function planContext(book: Book, decided: readonly Placement[] = []): PlanContext {
  const unavailable = new Map<number, UnavailableDays>();
  return {
    book,
    standards: toStandards(book.entries.standards),
    bookings: [...bookingsOf(book), ...decided.map(asBooking)],
    decided,
    costs: lectureCosts(book),
    unavailableDays: (speaker) => {
      const known = unavailable.get(speaker.row) ?? readUnavailableDays(speaker.cells.unavailable);
      unavailable.set(speaker.row, known);
      return known;
    },
  };
}

/** The obstacles in the order in which a reader wants to know them; `others` are more placements that come before this one. */
export function obstaclesTo(
  context: PlanContext,
  placement: Placement,
  others: readonly Placement[],
): Obstacle[] {
  const bookings = [...context.bookings, ...others.map(asBooking)];
  return [
    ...dayObstacles(context, placement),
    ...clashes(bookings, placement),
    ...speakerObstacles(context, placement, bookings),
    ...moneyObstacles(context, placement, [...context.decided, ...others]),
  ];
}

export const paidSession = ({ slot, speaker, taughtHours }: Placement): PaidSession => ({
  date: slot.date,
  speakerId: speaker.cells.id ?? '',
  taughtHours,
});

function dayObstacles({ book }: PlanContext, { slot }: Placement): Obstacle[] {
  const { date } = slot;
  const found: Obstacle[] = [];
  if (date < book.today) found.push({ weight: 'must', code: 'past', facts: { date } });
  const kind = book.dayKind(date);
  if (isUsable(kind)) return found;
  const name =
    kind.kind === 'unknown' || kind.name === null ? '' : kind.name[book.settings.language];
  if (kind.kind === 'off')
    found.push({
      weight: 'must',
      code: 'holiday',
      facts: { date, name: name === '' ? '—' : name },
    });
  else
    found.push({
      weight: 'may',
      code: kind.kind === 'unknown' ? 'unknownDay' : 'adjustedDay',
      facts: { date, year: yearOf(date) },
    });
  return found;
}

/** A session is for everybody, so any other at the same time is a clash, whoever teaches it and wherever. */
function clashes(bookings: readonly Booking[], { slot, speaker, venue }: Placement): Obstacle[] {
  const { date } = slot;
  return bookings
    .filter((other) => overlaps(other, slot))
    .map(({ start, end, ...other }): Obstacle => {
      if (start === null || end === null)
        return { weight: 'must', code: 'dayTaken', facts: { date } };
      const facts = { date, start, end, venue };
      if (other.speakerId !== null && other.speakerId === speaker.cells.id)
        return { weight: 'must', code: 'speakerTaken', facts };
      const code = isSameVenue(other.venue, venue) ? 'venueTaken' : 'timeTaken';
      return { weight: 'must', code, facts };
    })
    .slice(0, 1);
}

function speakerObstacles(
  { book, unavailableDays }: PlanContext,
  { slot: { date }, speaker }: Placement,
  bookings: readonly Booking[],
): Obstacle[] {
  const found: Obstacle[] = [];
  const name = speaker.cells.name ?? '';
  const { isUnavailable, unreadable } = unavailableDays(speaker);
  if (isUnavailable(date))
    found.push({ weight: 'may', code: 'unavailable', facts: { name, date } });
  // Words that nobody understands may mean this very day.
  else if (unreadable.length > 0)
    found.push({
      weight: 'may',
      code: 'unreadableDays',
      facts: { name, date, words: joined(unreadable, book.settings.language) },
    });
  const { speakerRestDays } = book.settings;
  const near = bookings
    .filter((other) => other.speakerId !== null && other.speakerId === speaker.cells.id)
    .map((other) => ({ day: other.date, days: Math.abs(daysBetween(other.date, date)) }))
    .filter(({ days }) => days < speakerRestDays)
    .toSorted((a, b) => a.days - b.days)[0];
  if (near)
    found.push({
      weight: 'may',
      code: 'resting',
      facts: { name, day: near.day, days: speakerRestDays },
    });
  return found;
}

function moneyObstacles(
  { book, standards, costs }: PlanContext,
  placement: Placement,
  others: readonly Placement[],
): Obstacle[] {
  const { slot, speaker, taughtHours } = placement;
  const { date } = slot;
  const limit = hourLimit(standards, slot);
  if (taughtHours > limit)
    return [{ weight: 'must', code: 'tooManyHours', facts: { hours: taughtHours, limit } }];
  const session = {
    row: 0,
    cells: { date, speakerId: speaker.cells.id ?? '', taughtHours },
    whole: null,
  };
  const name = speaker.cells.name ?? '';
  const { missing } = feeBasis(book, standards, session);
  if (missing.some(({ rule }) => rule === NO_HOURS))
    return [{ weight: 'must', code: 'noHours', facts: { name } }];
  if (missing.length > 0) return [{ weight: 'must', code: 'noFeeBasis', facts: { name, date } }];
  const left = leftAfter({ costs }, date, others);
  const fee = costs.costOf(paidSession(placement), others.map(paidSession));
  return left === null || fee === 0 || fee <= left
    ? []
    : [
        {
          weight: 'must',
          code: 'overBudget',
          facts: { name, fee: formatCents(fee), left: formatCents(left) },
        },
      ];
}

/** What the year of that day has left for lecturers when the other placements are paid; null without a budget. */
export function leftAfter(
  { costs }: Pick<PlanContext, 'costs'>,
  date: Placement['slot']['date'],
  others: readonly Placement[],
): ReturnType<LectureCosts['leftOf']> {
  const year = yearOf(date);
  const left = costs.leftOf(year);
  if (left === null) return null;
  const sessions = others.map(paidSession).filter((other) => yearOf(other.date) === year);
  const spent = sessions.reduce(
    (sum, session, at) => sum + costs.costOf(session, sessions.slice(0, at)),
    0,
  );
  return toCents(left - spent);
}
