// One leave as lists and reports show it: who, for what, its state, what to look at.
import type { Day } from '../calendar/day';
import type { Book, EntryOf } from '../model/book';
import { foldNameOrId } from '../text/clean';
import { inOfficialOrder, type Member } from '../model/due';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import { findConcerns, overdueDays, type Concern } from './concerns';
import { sessionNamed } from '../model/session';
import { partialMinutes } from '../model/leave-extent';
import { makeUpDueOn } from './make-up';
import { leaveStateOf, type LeaveCells, type LeaveState } from '../model/leave-state';
import type { Leave } from '../model/session-leave';

export interface LeaveLine {
  readonly row: number;
  readonly cells: LeaveCells;
  readonly state: LeaveState;
  readonly member: Partial<Member>;
  readonly session: Partial<EntryOf<'schedule'>['cells']>;
  /** Of the session; null when that is not known. */
  readonly date: Day | null;
  readonly kind: LeaveKind | null;
  /** Null: the whole session. */
  readonly minutes: number | null;
  readonly concerns: readonly Concern[];
  readonly overdueDays: number;
}

/** Reads any number of leaves of one workbook. */
export function leaveLineReader(book: Book): (entry: Leave) => LeaveLine {
  const concernsOf = findConcerns(book);
  return (entry) => {
    const { row, cells } = entry;
    const session = book.sessions.get(cells.sessionId ?? '')?.cells ?? {};
    return {
      row,
      cells,
      session,
      state: leaveStateOf(cells),
      member: book.roster.nearestRow(cells.memberId ?? '', session.date ?? book.today)?.cells ?? {},
      date: session.date ?? null,
      kind: cells.kind ?? null,
      minutes: partialMinutes(book, cells),
      concerns: concernsOf(entry),
      overdueDays: overdueDays(book, cells),
    };
  };
}

/** By session's day, then in official order; what has no day comes last. */
export function leaveLines(book: Book): LeaveLine[] {
  return book.entries.leave.map(leaveLineReader(book)).toSorted((a, b) => {
    const [left, right] = [a.date ?? '9999', b.date ?? '9999'];
    if (left !== right) return left < right ? -1 : 1;
    return inOfficialOrder(a.member, b.member) || a.row - b.row;
  });
}

/** Every leave, whatever its state, of one session (its ID) or one person (ID or name). */
export function searchLeave(book: Book, wanted: string): LeaveLine[] {
  const word = foldNameOrId(wanted);
  const session = sessionNamed(book.entries.schedule, wanted)?.cells.id;
  const sessionWord = session === undefined ? word : foldNameOrId(session);
  const isNamed = (name: string | undefined, as: string): boolean =>
    name !== undefined && foldNameOrId(name) === as;
  return leaveLines(book).filter(
    ({ cells, member }) =>
      isNamed(cells.sessionId, sessionWord) ||
      isNamed(cells.memberId, word) ||
      isNamed(member.name, word),
  );
}

/** What waits for a clerk. */
export interface OpenLeave {
  readonly pending: readonly LeaveLine[];
  /** Approved, the session is over, and nobody closed it. */
  readonly toClose: readonly LeaveLine[];
  /** Approved for a session that is not over. */
  readonly coming: readonly LeaveLine[];
  /** Closed, but the session is not made up. */
  readonly toMakeUp: readonly LeaveLine[];
}

export function openLeave(book: Book): OpenLeave {
  const lines = leaveLines(book).filter(({ session }) => session.state !== 'cancelled');
  const isOver = ({ date, session }: LeaveLine): boolean =>
    date !== null && (date < book.today || session.state === 'held');
  const approved = lines.filter(({ state }) => state === 'approved');
  return {
    pending: lines.filter(({ state }) => state === 'pending'),
    toClose: approved.filter(isOver),
    coming: approved.filter((line) => !isOver(line)),
    toMakeUp: lines.filter(
      ({ state, cells }) => state === 'returned' && makeUpDueOn(book, cells) !== null,
    ),
  };
}
