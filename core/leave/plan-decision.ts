// One event in a leave's life → the writes it needs: the leave's row, the mark it changes or gives back, and two lines of the log.
import type { ClockTime, Day } from '../calendar/day';
import type { Book, EntryOf } from '../model/book';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { attendanceRows, statusWords } from '../model/attendance-rows';
import {
  logLine,
  markLogLines,
  writeLeave,
  writeAttendanceMark,
  writeMemories,
  type LeaveContext,
} from './leave-writes';
import { freeIds } from '../model/free-ids';
import { isInForce, leaveStateOf, type LeaveCells, type LeaveEvent } from '../model/leave-state';
import type { MarkPlan } from './mark-plan';
import { sessionLeaveOf, type Leave } from '../model/session-leave';
import { reconcileMark, type MarkLookup, type ReconciledMark } from './reconcile-mark';
import { LEAVE_EVENT_TEXTS, LEAVE_STATE_TEXTS } from './leave.texts';

export interface Decision {
  readonly event: LeaveEvent;
  readonly on: Day;
  /** Null: decided on another day, nobody knows when. */
  readonly time: ClockTime | null;
  /** Needed to approve and to refuse. */
  readonly approver: string | null;
  /** How the session is or was made up, entered on return or when it is done. */
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
  context: LeaveContext,
  leave: EntryOf<'leave'>,
  decision: Decision,
): PlannedLeave {
  const { book, snapshot } = context;
  const { language } = book.settings;
  const values = { ...newId(book, leave), ...cellsAfter(decision) };
  const cells = { ...leave.cells, ...values };
  const reconciled = reconcile(book, leave, { ...leave, cells });
  const decided = logLine(context, cells, {
    action: LEAVE_EVENT_TEXTS[decision.event][language],
    before: LEAVE_STATE_TEXTS[leaveStateOf(leave.cells)][language],
    after: [LEAVE_STATE_TEXTS[leaveStateOf(cells)][language], decision.approver]
      .filter(Boolean)
      .join(' '),
    reason: decision.reason,
  });
  const isOn = isInForce(leaveStateOf(cells));
  const marks = reconciled?.changes ?? [];
  const memories = reconciled?.memories ?? [];
  const own = memories.find((memory) => memory.leave.row === leave.row);
  const written = { ...values, ...(own ? { markBefore: own.markBefore } : {}) };
  const log = [decided, ...marks.flatMap((mark) => markLogLines(context, cells, mark, isOn))];
  return {
    mark: reconciled?.mark ?? { kind: 'none' },
    cells: { ...cells, ...written },
    changes: [
      writeLeave(context, leave, written),
      ...writeMemories(
        context,
        memories.filter((memory) => memory !== own),
      ),
      ...marks.flatMap((mark) => writeAttendanceMark(context, mark)),
      ...appendRows(snapshot, 'log', { rows: log, language }),
    ],
  };
}

/** Null when the event does not touch the mark. */
function reconcile(book: Book, before: Leave, after: Leave): ReconciledMark | null {
  const isOn = isInForce(leaveStateOf(after.cells));
  const pair = sessionLeaveOf(book, after);
  if (pair === null || isOn === isInForce(leaveStateOf(before.cells))) return null;
  return reconcileMark(
    book,
    pair,
    markLookup(book),
    isOn ? { approved: after } : { ended: before },
  );
}

/** A row without an ID gets the next one; an unreadable cell is left alone. */
export function newId(book: Book, { row, cells }: EntryOf<'leave'>): { id?: string } {
  if (cells.id || book.isUnreadable('leave', row, 'id')) return {};
  return { id: freeIds(book.entries.leave, 'leave')() };
}

export const markLookup = (book: Book): MarkLookup => ({
  rows: attendanceRows(book),
  statuses: statusWords(book),
});

function cellsAfter({ event, on, time, approver, makeUp }: Decision): LeaveCells {
  const decided = { approver, decidedOn: on, decidedAt: time };
  if (event === 'approve') return { decision: 'approved', ...decided };
  if (event === 'refuse') return { decision: 'refused', ...decided };
  if (event === 'cancel') return { decision: 'cancelled' };
  const done = event === 'makeUp' ? { makeUpDone: on } : { returnedOn: on };
  return makeUp === null ? done : { ...done, makeUp };
}
