// What one person has answered to one session's notice, and whether an answer can still be given.
import { rowsIn } from '../model/book';
import { isAhead, timedSessionOf, type TimedSession } from '../model/session';
import { membersOf } from '../notice/candidates';
import { sessionStart } from '../notice/occasion';
import type { Candidate } from '../notice/notice';
import { toInstant } from '../calendar/zone';
import { findHeaders } from '../workbook/headers';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import type { REPLIES } from '../workbook/tabs/notices';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import { LEAVE } from '../workbook/tabs/leave';

export type ReplyAnswer = TabRow<typeof REPLIES>['answer'];

export interface LeaveRequest {
  /** The sheet's own row number. */
  readonly row: number;
  readonly kind: LeaveKind | null;
  readonly reason: string | null;
  readonly proof: string | null;
  /** Of a part of the session; null: all of it. */
  readonly minutes: number | null;
  readonly decision: NonNullable<TabRow<typeof LEAVE>['decision']>;
  /** Withdrawn by the person, or cancelled by a clerk. */
  readonly isClosed: boolean;
}

export interface ReplyState {
  readonly session: TimedSession;
  readonly member: Candidate;
  /** Why no answer is taken any more; null while one is. */
  readonly closed: 'cancelled' | 'over' | 'begun' | null;
  /** Whether the leave tab has a column for it. */
  readonly takes: { readonly proof: boolean; readonly minutes: boolean };
  /** The row of the replies tab that has the last answer. */
  readonly reply: { readonly row: number; readonly answer: ReplyAnswer | null } | null;
  readonly leave: LeaveRequest | null;
}

export interface ReplyQuery {
  readonly sessionId: string;
  readonly memberId: string;
  readonly now: Date;
  readonly timeZone: string;
}

/** Null when there is no such session, or no such person on its day's roster. */
export function readReplyState(snapshot: Snapshot, question: ReplyQuery): ReplyState | null {
  const { sessionId, memberId, now, timeZone } = question;
  const session = timedSessionOf(rowsIn(snapshot, 'schedule'), sessionId);
  if (!session) return null;
  const { date, audience = null } = session;
  const member = membersOf(snapshot, { date, audience }).find((one) => one.memberId === memberId);
  if (!member) return null;
  const { positions } = findHeaders(LEAVE, tableOf(snapshot, 'leave'));
  const isTheirs = (cells: { sessionId?: string; memberId?: string }): boolean =>
    cells.sessionId === sessionId && cells.memberId === memberId;
  return {
    session,
    member,
    closed: closedBy(session, now, timeZone),
    takes: { proof: positions.has('proof'), minutes: positions.has('minutes') },
    reply: lastReply(snapshot, isTheirs),
    leave: lastLeave(snapshot, isTheirs),
  };
}

function closedBy(session: TimedSession, now: Date, timeZone: string): ReplyState['closed'] {
  const { state, date, end } = session;
  if (state === 'cancelled') return 'cancelled';
  if (!isAhead(session) || now >= toInstant({ day: date, time: end }, timeZone)) return 'over';
  return now >= sessionStart(session, timeZone) ? 'begun' : null;
}

type IsTheirs = (cells: { sessionId?: string; memberId?: string }) => boolean;

function lastReply(snapshot: Snapshot, isTheirs: IsTheirs): ReplyState['reply'] {
  const entries = rowsIn(snapshot, 'replies');
  const entry = entries.findLast(({ cells }) => isTheirs(cells));
  return entry ? { row: entry.row, answer: entry.cells.answer ?? null } : null;
}

function lastLeave(snapshot: Snapshot, isTheirs: IsTheirs): LeaveRequest | null {
  const entries = rowsIn(snapshot, 'leave');
  const entry = entries.findLast(({ cells }) => isTheirs(cells));
  if (!entry) return null;
  const { kind = null, reason = null, proof = null, minutes = null, decision } = entry.cells;
  return {
    row: entry.row,
    kind,
    reason,
    proof,
    minutes,
    decision: decision ?? 'pending',
    isClosed: Boolean(entry.cells.returnedOn) || decision === 'cancelled',
  };
}
