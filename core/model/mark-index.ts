// Finds the attendance row of a person at a session in constant time, without an object or a text per row.
import { UNREADABLE } from '../workbook/read/read-columns';
import type { Book } from './book';

/** What `rowAt` returns where there is no row. */
export const NO_ROW = -1;

export interface MarkIndex {
  /** A session's number among those of the attendance tab; -1 when nobody is marked for it. */
  sessionAt(sessionId: string): number;
  /** A member's number among those of the attendance tab; -1 when never marked. */
  memberAt(memberId: string): number;
  /** The first row (as in `codes`) of this session and member, by their numbers; NO_ROW when there is none. */
  rowAt(session: number, member: number): number;
  /** Rows of a pair that has a row before, each with that first row. */
  readonly doubled: readonly (readonly [index: number, first: number])[];
  /** Rows that may belong to this session but match no person: an id in them cannot be read or is unknown. */
  unplaced(sessionId: string): number;
}

export function indexMarks(book: Book): MarkIndex {
  const { sessionId, memberId } = book.attendance.columns;
  const width = memberId.values.length;
  const first = firstRows(sessionId.values.length * width, book.attendance.filledRows.length);
  const sessionNumbers = positionsOf(sessionId.values);
  const memberNumbers = positionsOf(memberId.values);
  const sessionAt = (id: string): number => sessionNumbers.get(id) ?? -1;
  return {
    doubled: firstRowsOf(book.attendance, first),
    sessionAt,
    memberAt: (id) => memberNumbers.get(id) ?? -1,
    rowAt: (session, member) =>
      session < 0 || member < 0 ? NO_ROW : first.get(session * width + member),
    unplaced: unplacedRows(book, sessionAt),
  };
}

/** Puts each row in its place and returns those whose place was taken. */
function firstRowsOf(
  { columns, filledRows }: Book['attendance'],
  first: FirstRows,
): MarkIndex['doubled'] {
  const { sessionId, memberId } = columns;
  const width = memberId.values.length;
  const doubled: (readonly [number, number])[] = [];
  for (let at = 0; at < filledRows.length; at += 1) {
    const index = filledRows[at] ?? 0;
    const session = sessionId.codes[index] ?? UNREADABLE;
    const member = memberId.codes[index] ?? UNREADABLE;
    if (session < 0 || member < 0) continue;
    const known = first.get(session * width + member);
    if (known === NO_ROW) first.set(session * width + member, index);
    else doubled.push([index, known]);
  }
  return doubled;
}

function unplacedRows(book: Book, sessionAt: (id: string) => number): MarkIndex['unplaced'] {
  const { columns, filledRows } = book.attendance;
  const { sessionId, memberId } = columns;
  const isSession = sessionId.values.map((id) => book.sessions.has(id));
  const isMember = memberId.values.map((id) => book.roster.has(id));
  const unplaced = new Int32Array(sessionId.values.length);
  let withoutSession = 0;
  for (let at = 0; at < filledRows.length; at += 1) {
    const index = filledRows[at] ?? 0;
    const session = sessionId.codes[index] ?? UNREADABLE;
    if (isSession[session] !== true) withoutSession += 1;
    else if (isMember[memberId.codes[index] ?? UNREADABLE] !== true)
      unplaced[session] = (unplaced[session] ?? 0) + 1;
  }
  return (id) => withoutSession + (unplaced[sessionAt(id)] ?? 0);
}

function positionsOf(values: readonly string[]): Map<string, number> {
  return new Map(values.map((value, position) => [value, position]));
}

interface FirstRows {
  /** NO_ROW when nothing was set. */
  get(pair: number): number;
  set(pair: number, row: number): void;
}

/** An array while there are about as many possible pairs as rows, which is the usual case; otherwise a map. */
function firstRows(pairs: number, rows: number): FirstRows {
  if (pairs > rows * 8 + 1024) {
    const byPair = new Map<number, number>();
    return { get: (pair) => byPair.get(pair) ?? NO_ROW, set: (pair, row) => byPair.set(pair, row) };
  }
  const byPair = new Int32Array(pairs).fill(NO_ROW);
  return {
    get: (pair) => byPair[pair] ?? NO_ROW,
    set(pair, row) {
      byPair[pair] = row;
    },
  };
}
