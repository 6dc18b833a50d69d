// The attendance rows of one person at one session, found without going through the tab each time.
import type { ClockTime } from '../calendar/day';
import { foldWord } from '../text/clean';
import type { Book } from './book';
import { statusesOf, type StatusMeaning } from './statuses';
import { UNREADABLE } from '../workbook/read/read-columns';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';

export interface AttendanceRow {
  /** The sheet's own row number. */
  readonly row: number;
  /** The status as in the sheet; null when the cell is blank or cannot be read. */
  readonly status: string | null;
  readonly minutesMissed: number | null;
  readonly in: ClockTime | null;
  readonly out: ClockTime | null;
  readonly remark: string | null;
  /** Whether the row has times, minutes or a remark as well. */
  readonly hasMore: boolean;
}

export type AttendanceRows = (sessionId: string, memberId: string) => readonly AttendanceRow[];

const pair = (sessionId: string, memberId: string): string => `${sessionId}|${memberId}`;

export function attendanceRows(book: Pick<Book, 'attendance'>): AttendanceRows {
  const { columns, filledRows } = book.attendance;
  const valueAt = <Value>(
    column: { readonly codes: Int32Array; readonly values: readonly Value[] },
    index: number,
  ): Value | null => column.values[column.codes[index] ?? UNREADABLE] ?? null;
  const byPair = new Map<string, number[]>();
  for (const index of filledRows) {
    const session = valueAt(columns.sessionId, index);
    const member = valueAt(columns.memberId, index);
    if (session === null || member === null) continue;
    const key = pair(session, member);
    const rows = byPair.get(key);
    if (rows) rows.push(index);
    else byPair.set(key, [index]);
  }
  const more = [columns.in, columns.out, columns.minutesMissed, columns.remark];
  return (sessionId, memberId) =>
    (byPair.get(pair(sessionId, memberId)) ?? []).map((index) => ({
      row: index + 2,
      status: valueAt(columns.status, index),
      minutesMissed: valueAt(columns.minutesMissed, index),
      in: valueAt(columns.in, index),
      out: valueAt(columns.out, index),
      remark: valueAt(columns.remark, index),
      hasMore: more.some((column) => valueAt<unknown>(column, index) !== null),
    }));
}

/** The statuses tab as marks need it: words to meanings, and the word for each kind of leave. */
export interface StatusWords {
  meaningOf(word: string): StatusMeaning | null;
  /** The label to write for this kind of leave; null when the tab has none. */
  leaveLabel(kind: LeaveKind): string | null;
  /** The label of the status with this code; null when the tab has none. */
  labelOf(code: string): string | null;
  readonly labels: readonly string[];
}

export function statusWords(book: Pick<Book, 'entries'>): StatusWords {
  const { byWord, labels } = statusesOf(book.entries.statuses);
  const meaningOf = (word: string): StatusMeaning | null => byWord.get(foldWord(word)) ?? null;
  const find = (test: (meaning: StatusMeaning) => boolean): string | null =>
    labels.find((label) => {
      const meaning = meaningOf(label);
      return meaning !== null && test(meaning);
    }) ?? null;
  return {
    meaningOf,
    labels,
    leaveLabel: (kind) => find(({ leave }) => leave === kind),
    labelOf: (code) => find((meaning) => meaning.code === code),
  };
}
