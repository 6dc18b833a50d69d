// One event in a leave's life → the writes it needs: the leave's row, the mark it changes or gives back, and two lines of the log.
import type { Day } from '../calendar/day';
import type { Book, EntryOf } from '../checks/book';
import { appendRows } from '../workbook/append-rows';
import type { WorkbookChange } from '../workbook/change';
import type { Snapshot } from '../workbook/snapshot';
import { tableOf } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs/index';
import type { TabKey } from '../workbook/tab-keys';
import { writeRow, type RowCells } from '../workbook/write-row';
import {
  attendanceRows,
  statusWords,
  type AttendanceRows,
  type StatusWords,
} from './attendance-rows';
import { partialMinutes } from './extent';
import { counts, stateOf, type LeaveCells, type LeaveEvent } from './life';
import { applyLeave, giveBack, type LeaveMark, type MarkChange, type MarkPlan } from './mark-plan';
import { EVENT_WORDS, STATE_WORDS, WORDS } from './words';

/** The workbook as read, who acts, and when. */
export interface LeaveDesk {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly who: string;
  /** ISO 8601, for the log. */
  readonly at: string;
}

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
  const values = cellsAfter(decision);
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

export function markBefore(mark: MarkPlan): LeaveCells {
  return mark.kind === 'change' ? { markBefore: mark.markBefore } : {};
}

export function writeLeave(
  desk: LeaveDesk,
  { row }: Pick<EntryOf<'leave'>, 'row'>,
  values: LeaveCells,
): WorkbookChange {
  return writeAt(desk, 'leave', row, cellsOf(desk, 'leave', values));
}

export function writeMark(desk: LeaveDesk, { rows, values }: MarkChange): WorkbookChange[] {
  if (rows.length === 0) {
    const { sheetId } = tableOf(desk.snapshot, 'attendance');
    return [{ kind: 'appendRows', sheetId, rows: [cellsOf(desk, 'attendance', values)] }];
  }
  return rows.map((row) => writeAt(desk, 'attendance', row, cellsOf(desk, 'attendance', values)));
}

function cellsOf(desk: LeaveDesk, key: TabKey, values: object): RowCells {
  const positions = desk.book.positions.get(key) ?? new Map<string, number>();
  return writeRow(TABS[key], values, positions, desk.book.settings.language);
}

function writeAt({ snapshot }: LeaveDesk, key: TabKey, row: number, cells: RowCells): WorkbookChange {
  const { sheetId } = tableOf(snapshot, key);
  return { kind: 'writeCells', sheetId, firstRow: row - 1, firstColumn: 0, rows: [cells] };
} // prettier-ignore

interface LogWords {
  readonly action: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string | null;
}
export type LogLine = LogWords & {
  readonly at: string;
  readonly who: string;
  readonly target: string;
};

function logLine({ book, at, who }: LeaveDesk, cells: LeaveCells, words: LogWords): LogLine {
  const { id = '', sessionId = '', memberId = '' } = cells;
  const name = book.members.get(memberId)?.cells.name ?? '';
  return { at, who, target: `${id} ${sessionId} ${memberId} ${name}`.trimEnd(), ...words };
}

/** The mark before and after, in a line of its own. */
export function markLog(
  desk: LeaveDesk,
  cells: LeaveCells,
  mark: MarkPlan,
  isOn: boolean,
): LogLine[] {
  if (mark.kind !== 'change') return [];
  const { language } = desk.book.settings;
  const action = WORDS[isOn ? 'markByLeave' : 'markGivenBack'][language];
  const { before, after } = mark;
  return [logLine(desk, cells, { action, before, after, reason: null })];
}
