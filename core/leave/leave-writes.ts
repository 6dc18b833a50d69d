// The cells and log lines that a leave's decision writes.
import type { Book, EntryOf } from '../model/book';
import type { WorkbookChange } from '../workbook/write/change';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs/index';
import type { TabKey } from '../workbook/tab-keys';
import { appendCells } from '../workbook/write/append-rows';
import { writeRow, type RowCells } from '../workbook/write/write-row';
import type { LeaveCells } from '../model/leave-state';
import type { MarkChange } from './mark-plan';
import type { ReconciledMark } from './reconcile-mark';
import { LEAVE_TEXTS } from './leave.texts';

/** The workbook as read, who acts, and when. */
export interface LeaveContext {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly who: string;
  /** ISO 8601, for the log. */
  readonly at: string;
}

export function writeLeave(
  context: LeaveContext,
  { row }: Pick<EntryOf<'leave'>, 'row'>,
  values: LeaveCells,
): WorkbookChange {
  return writeAt(context, 'leave', row, cellsOf(context, 'leave', values));
}

/** What leave remembers of the mark. */
export function writeMemories(
  context: LeaveContext,
  memories: ReconciledMark['memories'],
): WorkbookChange[] {
  return memories.map(({ leave, markBefore }) => writeLeave(context, leave, { markBefore }));
}

export function writeAttendanceMark(
  context: LeaveContext,
  { rows, values }: MarkChange,
): WorkbookChange[] {
  if (rows.length === 0)
    return appendCells(context.snapshot, 'attendance', [cellsOf(context, 'attendance', values)]);
  return rows.map((row) =>
    writeAt(context, 'attendance', row, cellsOf(context, 'attendance', values)),
  );
}

function cellsOf(context: LeaveContext, key: TabKey, values: object): RowCells {
  const positions = context.book.positions.get(key) ?? new Map<string, number>();
  return writeRow(TABS[key], values, positions, context.book.settings.language);
}

function writeAt(
  { snapshot }: LeaveContext,
  key: TabKey,
  row: number,
  cells: RowCells,
): WorkbookChange {
  const { sheetId } = tableOf(snapshot, key);
  return { kind: 'writeCells', sheetId, firstRow: row - 1, firstColumn: 0, rows: [cells] };
}

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

export function logLine(
  { book, at, who }: LeaveContext,
  cells: LeaveCells,
  words: LogWords,
): LogLine {
  const { id = '', sessionId = '', memberId = '' } = cells;
  const name = book.roster.nearestRow(memberId, book.today)?.cells.name ?? '';
  return { at, who, target: `${id} ${sessionId} ${memberId} ${name}`.trimEnd(), ...words };
}

/** The mark before and after, in a line of its own. */
export function markLogLines(
  context: LeaveContext,
  cells: LeaveCells,
  { before, after }: MarkChange,
  isOn: boolean,
): LogLine[] {
  const { language } = context.book.settings;
  const action = LEAVE_TEXTS[isOn ? 'markByLeave' : 'markGivenBack'][language];
  return [logLine(context, cells, { action, before, after, reason: null })];
}
