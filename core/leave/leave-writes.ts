// The cells and log lines that a leave's decision writes.
import type { Book, EntryOf } from '../model/book';
import type { WorkbookChange } from '../workbook/write/change';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs/index';
import type { TabKey } from '../workbook/tab-keys';
import { writeRow, type RowCells } from '../workbook/write/write-row';
import type { LeaveCells } from '../model/life';
import type { MarkChange } from './mark-plan';
import type { SettledMark } from './settle-mark';
import { WORDS } from './words';

/** The workbook as read, who acts, and when. */
export interface LeaveDesk {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly who: string;
  /** ISO 8601, for the log. */
  readonly at: string;
}

export function writeLeave(
  desk: LeaveDesk,
  { row }: Pick<EntryOf<'leave'>, 'row'>,
  values: LeaveCells,
): WorkbookChange {
  return writeAt(desk, 'leave', row, cellsOf(desk, 'leave', values));
}

/** What leave remembers of the mark. */
export function writeMemories(
  desk: LeaveDesk,
  memories: SettledMark['memories'],
): WorkbookChange[] {
  return memories.map(({ leave, markBefore }) => writeLeave(desk, leave, { markBefore }));
}

export function writeMark(desk: LeaveDesk, { rows, values }: MarkChange): WorkbookChange[] {
  if (rows.length === 0) {
    const { sheetId, cells } = tableOf(desk.snapshot, 'attendance');
    const row = cellsOf(desk, 'attendance', values);
    return [{ kind: 'appendRows', sheetId, firstRow: cells.height, rows: [row] }];
  }
  return rows.map((row) => writeAt(desk, 'attendance', row, cellsOf(desk, 'attendance', values)));
}

function cellsOf(desk: LeaveDesk, key: TabKey, values: object): RowCells {
  const positions = desk.book.positions.get(key) ?? new Map<string, number>();
  return writeRow(TABS[key], values, positions, desk.book.settings.language);
}

function writeAt(
  { snapshot }: LeaveDesk,
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

export function logLine({ book, at, who }: LeaveDesk, cells: LeaveCells, words: LogWords): LogLine {
  const { id = '', sessionId = '', memberId = '' } = cells;
  const name = book.roster.who(memberId, book.today)?.cells.name ?? '';
  return { at, who, target: `${id} ${sessionId} ${memberId} ${name}`.trimEnd(), ...words };
}

/** The mark before and after, in a line of its own. */
export function markLog(
  desk: LeaveDesk,
  cells: LeaveCells,
  { before, after }: MarkChange,
  isOn: boolean,
): LogLine[] {
  const { language } = desk.book.settings;
  const action = WORDS[isOn ? 'markByLeave' : 'markGivenBack'][language];
  return [logLine(desk, cells, { action, before, after, reason: null })];
}
