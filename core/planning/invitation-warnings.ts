// What a clerk should know before a speaker is invited to a session of the schedule: clashes, rest, days that are not possible, caps.
import { withRows, type Book } from '../model/book';
import { feeRows } from '../model/fee-rows';
import { type SessionEntry, toTimedSession } from '../model/session';
import type { Language } from '../text/language';
import { obstaclesTo, planContext } from './obstacles';
import { obstacleText } from './planning-words';

/** A sentence each, as if the session were to be planned now: neither it nor a fee that is booked for it counts against itself. None
 * for a session without a day, times or a speaker of the pool, which the checks report. */
export function invitationWarnings(
  book: Book,
  session: SessionEntry,
  language: Language,
): string[] {
  const timed = toTimedSession(session);
  const speaker = book.speakers.get(session.cells.speakerId ?? '');
  if (!timed || !speaker) return [];
  const schedule = book.entries.schedule.filter(({ row }) => row !== session.row);
  const booked = new Set(
    feeRows(book).flatMap((fee) => (fee.session?.row === session.row ? [fee.row] : [])),
  );
  const expenses = book.entries.expenses.filter(({ row }) => !booked.has(row));
  const withoutIt = withRows(book, { schedule, expenses });
  const { date, start, end, venue = '', taughtHours } = timed;
  const placement = { slot: { date, start, end }, speaker, venue, taughtHours: taughtHours ?? 0 };
  return obstaclesTo(planContext(withoutIt), placement, []).map((one) =>
    obstacleText(one, language),
  );
}
