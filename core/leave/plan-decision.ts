// One event in a leave's life → the writes it needs: the leave's row, the mark it changes or gives back, and two lines of the log.
import type { Day } from '../calendar/day';
import type { Book, EntryOf } from '../checks/book';
import { appendRows } from '../workbook/append-rows';
import type { WorkbookChange } from '../workbook/change';
import { attendanceRows, statusWords, type AttendanceRows, type StatusWords } from './attendance-rows'; // prettier-ignore
import { partialMinutes } from './extent';
import { logLine, markLog, writeLeave, writeMark, type LeaveDesk } from './leave-writes';
import { leaveIds } from './leave-ids';
import { counts, stateOf, type LeaveCells, type LeaveEvent } from './life';
import { applyLeave, giveBack, type LeaveMark, type MarkPlan } from './mark-plan';
import { EVENT_WORDS, STATE_WORDS } from './words';

export interface Decision {
  readonly event: LeaveEvent;
  readonly on: Day;
  /** Needed to approve and to refuse. */
  readonly approver: string | null;
  /** How the session is to be made up, told on return. */
  readonly makeUp: string | null;
  /** For the log. */
  readonly reason: string | null;
}

export interface PlannedLeave {
  readonly changes: readonly WorkbookChange[];
  readonly mark: MarkPlan;
  /** The leave's cells as they will be. */
  readonly cells: LeaveCells;
}

/** The event must be possible in the leave's state. */
export function planDecision(
  desk: LeaveDesk,
  leave: EntryOf<'leave'>,
  decision: Decision,
): PlannedLeave {
  const marks = markTools(desk.book);
  const values = { ...newId(desk.book, leave), ...cellsAfter(decision) };
  const cells = { ...leave.cells, ...values };
  const isOn = counts(stateOf(cells));
  const mark =
    isOn === counts(stateOf(leave.cells)) ? ({ kind: 'none' } as const) : planMark(desk.book, cells, marks, isOn);
  const { language } = desk.book.settings;
  const decided = logLine(desk, cells, {
    action: EVENT_WORDS[decision.event][language],
    before: STATE_WORDS[stateOf(leave.cells)][language],
    after: [STATE_WORDS[stateOf(cells)][language], decision.approver].filter(Boolean).join(' '),
    reason: decision.reason,
  });
  const written = writeLeave(desk, leave, { ...values, ...markBefore(mark) });
  return {
    mark,
    cells,
    changes: [
      written,
      ...(mark.kind === 'change' ? writeMark(desk, mark) : []),
      ...appendRows(desk.snapshot, 'log', { rows: [decided, ...markLog(desk, cells, mark, isOn)], language }),
    ],
  };
} // prettier-ignore

/** A row without an ID gets the next one; a cell that holds something unreadable is left alone. */
export function newId(book: Book, { row, cells }: EntryOf<'leave'>): { id?: string } {
  if (cells.id || book.isRefused('leave', row, 'id')) return {};
  return { id: leaveIds(book.entries.leave)() };
}

export interface MarkTools {
  readonly rows: AttendanceRows;
  readonly statuses: StatusWords;
}

export const markTools = (book: Book): MarkTools => ({
  rows: attendanceRows(book),
  statuses: statusWords(book),
});

function cellsAfter({ event, on, approver, makeUp }: Decision): LeaveCells {
  if (event === 'approve') return { decision: 'approved', approver, decidedOn: on };
  if (event === 'refuse') return { decision: 'refused', approver, decidedOn: on };
  if (event === 'cancel') return { decision: 'cancelled' };
  if (event === 'makeUp') return { makeUpDone: on };
  return makeUp === null ? { returnedOn: on } : { returnedOn: on, makeUp };
}

/** What the leave, as its cells say, does to the mark when it comes to count (`isOn`) or no longer counts. */
export function planMark(
  book: Book,
  cells: LeaveCells,
  { rows, statuses }: MarkTools,
  isOn: boolean,
): MarkPlan {
  const { sessionId, memberId, kind } = cells;
  if (!sessionId || !memberId || !kind) return { kind: 'none' };
  if (!isOn && hasOther(book, cells)) return { kind: 'none' };
  const leave: LeaveMark = {
    ...{ kind, sessionId, memberId },
    minutes: partialMinutes(book, cells),
    markBefore: cells.markBefore ?? null,
    isHeld: book.sessions.get(sessionId)?.cells.state === 'held',
  };
  const tools = { statuses, language: book.settings.language };
  const present = rows(sessionId, memberId);
  return isOn ? applyLeave(leave, present, tools) : giveBack(leave, present, tools);
}

/** What a clerk changed since is no longer this leave's to give back. */
export function markBefore(mark: MarkPlan): LeaveCells {
  if (mark.kind === 'kept') return { markBefore: null };
  return mark.kind === 'change' ? { markBefore: mark.markBefore } : {};
}

/** Whether another leave of this person for this session counts: then the mark is that one's. */
function hasOther({ entries }: Book, { id, sessionId, memberId }: LeaveCells): boolean {
  return entries.leave.some(
    ({ cells }) =>
      cells.id !== id &&
      cells.sessionId === sessionId &&
      cells.memberId === memberId &&
      counts(stateOf(cells)),
  );
}
