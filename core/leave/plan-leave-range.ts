// Leave over a range of days → one request for each session at which the person is due, in one step.
import type { Day } from '../calendar/day';
import type { EntryOf } from '../model/book';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { dueProblem } from './due-problem';
import { freeIds } from '../model/free-ids';
import { logLine, type LeaveContext } from './leave-writes';
import { isInForce, leaveStateOf } from '../model/leave-state';
import { LEAVE_STATE_TEXTS, LEAVE_TEXTS } from './leave.texts';

export interface LeaveRange {
  readonly memberId: string;
  readonly kind: LeaveKind;
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly reason: string | null;
}

export interface PlannedRange {
  readonly changes: readonly WorkbookChange[];
  /** Sessions that get a request, by day. */
  readonly sessions: readonly EntryOf<'schedule'>[];
  /** Sessions for which the person has leave, or has asked for it, already: asking again adds nothing. */
  readonly already: readonly EntryOf<'schedule'>[];
}

export function planLeaveRange(context: LeaveContext, range: LeaveRange): PlannedRange {
  const { book, snapshot } = context;
  const { memberId, kind, from, to, reason } = range;
  const due = book.entries.schedule
    .filter(({ cells: { id, date } }) => {
      const isWithin = id !== undefined && date !== undefined && from <= date && date <= to;
      return isWithin && dueProblem(book, { sessionId: id, memberId, kind }) === null;
    })
    .toSorted((a, b) => ((a.cells.date ?? '') < (b.cells.date ?? '') ? -1 : 1));
  const already = due.filter(({ cells }) => hasLeave(context, cells.id ?? '', memberId));
  const sessions = due.filter((session) => !already.includes(session));
  const nextId = freeIds(book.entries.leave, 'leave');
  const rows = sessions.map(({ cells: { id = '' } }) => ({
    id: nextId(),
    sessionId: id,
    memberId,
    kind,
    reason,
    decision: 'pending' as const,
    requestedOn: book.today,
  }));
  const { language } = book.settings;
  const after = LEAVE_STATE_TEXTS.pending[language];
  const log = rows.map((row) =>
    logLine(context, row, { action: LEAVE_TEXTS.asked[language], before: '', after, reason }),
  );
  return {
    sessions,
    already,
    changes: [
      ...appendRows(snapshot, 'leave', { rows, language }),
      ...appendRows(snapshot, 'log', { rows: log, language }),
    ],
  };
}

function hasLeave({ book }: LeaveContext, sessionId: string, memberId: string): boolean {
  return book.entries.leave.some(({ cells }) => {
    const state = leaveStateOf(cells);
    const isTheirs = cells.sessionId === sessionId && cells.memberId === memberId;
    return isTheirs && (state === 'pending' || isInForce(state));
  });
}
