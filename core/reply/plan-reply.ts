// An answer → the rows to write: one row of the replies tab a person and session, and one undecided request for leave.
import type { Day } from '../calendar/day';
import type { Language } from '../text/language';
import { appendRows } from '../workbook/append-rows';
import type { WorkbookChange } from '../workbook/change';
import { parseTable } from '../workbook/parse-table';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import { TABS } from '../workbook/tabs';
import type { LEAVE } from '../workbook/tabs/programme';
import { writeOver } from '../workbook/write-over';
import type { LeaveKind, ReplyState } from './reply-state';

export type GivenAnswer =
  | { readonly answer: 'attend' }
  | { readonly answer: 'leave'; readonly kind: LeaveKind; readonly reason: string };

interface At {
  readonly now: Date;
  readonly today: Day;
  readonly language: Language;
}

/** A decided request is the clerks' matter: nothing is written then. The same answer twice gives the same rows. */
export function planReply(
  snapshot: Snapshot,
  state: ReplyState,
  given: GivenAnswer,
  at: At,
): WorkbookChange[] {
  if (!state.isOpen || isDecided(state)) return [];
  return [...replyRow(snapshot, state, given, at), ...leaveRow(snapshot, state, given, at)];
}

export function isDecided({ leave }: ReplyState): boolean {
  return leave !== null && leave.decision !== 'pending' && !leave.isClosed;
}

function replyRow(
  snapshot: Snapshot,
  { session, member, reply }: ReplyState,
  given: GivenAnswer,
  { now, language }: At,
): WorkbookChange[] {
  const values = {
    sessionId: session.id,
    memberId: member.memberId,
    answer: given.answer,
    reason: given.answer === 'leave' ? given.reason : null,
    at: now.toISOString(),
  };
  return reply
    ? writeOver(snapshot, 'replies', { row: reply.row, values, language })
    : appendRows(snapshot, 'replies', { rows: [values], language });
}

/** Who attends after all takes an undecided request back; who asks again changes it. */
function leaveRow(
  snapshot: Snapshot,
  { session, member, leave }: ReplyState,
  given: GivenAnswer,
  { today, language }: At,
): WorkbookChange[] {
  const pending = leave?.decision === 'pending' ? leave : null;
  if (given.answer === 'attend') {
    if (!pending || pending.isClosed) return [];
    return writeOver(snapshot, 'leave', {
      row: pending.row,
      values: { returnedOn: today },
      language,
    });
  }
  const { kind, reason } = given;
  const values = { kind, reason, decision: 'pending', returnedOn: null, requestedOn: today } as const; // prettier-ignore
  if (pending) return writeOver(snapshot, 'leave', { row: pending.row, values, language });
  const id = nextLeaveId(snapshot);
  const { id: sessionId } = session;
  const row: Partial<TabRow<typeof LEAVE>> = {
    id,
    sessionId,
    memberId: member.memberId,
    ...values,
  };
  return appendRows(snapshot, 'leave', { rows: [row], language });
}

/** `L014` after `L013`: the highest number with the letters and width of the last one. */
function nextLeaveId(snapshot: Snapshot): string {
  const { entries } = parseTable(TABS.leave, tableOf(snapshot, 'leave'));
  const parts = entries.flatMap(({ cells }) => {
    const [, letters, digits] = /^(.*?)(\d{1,9})$/.exec(cells.id ?? '') ?? [];
    return letters === undefined || digits === undefined ? [] : [{ letters, digits }];
  });
  const { letters, digits } = parts.at(-1) ?? { letters: 'L', digits: '000' };
  const numbers = parts
    .filter((part) => part.letters === letters)
    .map((part) => Number(part.digits));
  return letters + String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0');
}
