// How much of a session a leave is for.
import { minutesOf } from '../calendar/day';
import type { Book } from '../checks/book';
import type { LeaveCells } from './life';

/** Minutes of the session that are missed with leave; null: all of it, as a half-day counts. */
export function partialMinutes(book: Pick<Book, 'sessions'>, cells: LeaveCells): number | null {
  const { minutes, sessionId } = cells;
  if (minutes === undefined || minutes === null || minutes <= 0) return null;
  const session = book.sessions.get(sessionId ?? '')?.cells;
  if (!session?.start || !session.end) return minutes;
  return minutes < minutesOf(session.end) - minutesOf(session.start) ? minutes : null;
}
