// People on approved leave for a whole session whose mark says that they came: one of the two is wrong, and only a clerk knows which.
import { attendanceRows, statusWords, type AttendanceRow } from '../model/attendance-rows';
import type { Book } from '../model/book';
import { wholeLeaves } from '../model/leave-extent';
import { leavesInForce, sessionLeaves, type Leave } from '../model/session-leave';

/** The mark by the row of the leave. */
type AttendedOnLeave = ReadonlyMap<number, AttendanceRow>;

/** A register asks once for each of its leaves. */
const KNOWN = new WeakMap<Book, AttendedOnLeave>();

export function attendedOnLeave(book: Book): AttendedOnLeave {
  const known = KNOWN.get(book);
  if (known) return known;
  const found = findAttended(book);
  KNOWN.set(book, found);
  return found;
}

function findAttended(book: Book): AttendedOnLeave {
  const whole = sessionLeaves(book).flatMap((pair) => {
    const leaves: readonly Leave[] = wholeLeaves(book, leavesInForce(pair));
    return leaves.length > 0 ? [{ ...pair, leaves }] : [];
  });
  if (whole.length === 0) return new Map();
  const rowsOf = attendanceRows(book);
  const statuses = statusWords(book);
  return new Map(
    whole.flatMap(({ sessionId, memberId, leaves }) => {
      const mark = rowsOf(sessionId, memberId).find(
        ({ status }) => status !== null && statuses.meaningOf(status)?.attended === true,
      );
      return mark ? leaves.map(({ row }) => [row, mark] as const) : [];
    }),
  );
}
