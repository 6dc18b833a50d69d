// How much of a session a leave is for, alone and together with the other leave of the same person.
import { minutesOf } from '../calendar/day';
import type { Book } from './book';
import type { LeaveCells } from './leave-state';

type Sessions = Pick<Book, 'sessions'>;

/** Minutes of the session that are missed with leave; null: all of it, as a half-day counts. */
export function partialMinutes(book: Sessions, cells: LeaveCells): number | null {
  const { minutes, sessionId } = cells;
  if (minutes === undefined || minutes === null || minutes <= 0) return null;
  const length = lengthOf(book, sessionId);
  return length === null || minutes < length ? minutes : null;
}

/**
 * Of one person's leave in force for one session: what excuses from all of it. That is what is for the whole session or, where nothing
 * is, every part as soon as the parts add up to it.
 */
export function wholeLeaves<Leave extends { readonly cells: LeaveCells }>(
  book: Sessions,
  holding: readonly Leave[],
): readonly Leave[] {
  const minutes = holding.map(({ cells }) => partialMinutes(book, cells));
  const whole = holding.filter((_, index) => minutes[index] === null);
  if (whole.length > 0 || holding.length === 0) return whole;
  const length = lengthOf(book, holding[0]?.cells.sessionId);
  const missed = minutes.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return length !== null && missed >= length ? holding : [];
}

/** In minutes; null while start or end is not known. */
function lengthOf({ sessions }: Sessions, sessionId: string | undefined): number | null {
  const session = sessions.get(sessionId ?? '')?.cells;
  return session?.start && session.end ? minutesOf(session.end) - minutesOf(session.start) : null;
}
