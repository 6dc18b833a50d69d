// What one person has answered to one session's notice, and whether an answer can still be given.
import { rowsIn } from '../model/book';
import { isAhead, timedSessionOf, type TimedSession } from '../model/session';
import { membersOf } from '../notice/candidates';
import { sessionStart } from '../notice/occasion';
import type { Candidate } from '../notice/notice';
import type { Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import type { REPLIES } from '../workbook/tabs/notices';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import type { LEAVE } from '../workbook/tabs/leave';

export type ReplyAnswer = TabRow<typeof REPLIES>['answer'];

export interface LeaveRequest {
  /** The sheet's own row number. */
  readonly row: number;
  readonly kind: LeaveKind | null;
  readonly reason: string | null;
  readonly decision: NonNullable<TabRow<typeof LEAVE>['decision']>;
  /** Withdrawn by the person, or cancelled by a clerk. */
  readonly isClosed: boolean;
}

export interface ReplyState {
  readonly session: TimedSession;
  readonly member: Candidate;
  /** False once the session has begun, is over, or is cancelled. */
  readonly isOpen: boolean;
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
  const isOpen = isAhead(session) && now < sessionStart(session, timeZone);
  const isTheirs = (cells: { sessionId?: string; memberId?: string }): boolean =>
    cells.sessionId === sessionId && cells.memberId === memberId;
  return {
    session,
    member,
    isOpen,
    reply: lastReply(snapshot, isTheirs),
    leave: lastLeave(snapshot, isTheirs),
  };
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
  const { kind = null, reason = null, decision, returnedOn } = entry.cells;
  return {
    row: entry.row,
    kind,
    reason,
    decision: decision ?? 'pending',
    isClosed: Boolean(returnedOn) || decision === 'cancelled',
  };
}
