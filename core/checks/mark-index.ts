// Finds the attendance row of a person at a session in constant time, without an object or a text per row.
import { REFUSED } from '../workbook/read-columns';
import type { Book } from './book';

export interface MarkIndex {
  /** The first row (as in `codes`) of this session and member; null when there is none. */
  rowOf(sessionId: string, memberId: string): number | null;
  /** Rows of a pair that has a row before, each with that first row. */
  readonly doubled: readonly (readonly [index: number, first: number])[];
  /** Rows that may be meant for this session but lead to nobody: an id in them cannot be read or is unknown. */
  unplaced(sessionId: string): number;
}

export function indexMarks({ attendance, sessions, members }: Book): MarkIndex {
  const { sessionId, memberId } = attendance.columns;
  const width = memberId.values.length;
  const first = firstRows(sessionId.values.length * width, attendance.filledRows.length);
  const unplaced = new Int32Array(sessionId.values.length);
  const isSession = sessionId.values.map((id) => sessions.has(id));
  const isMember = memberId.values.map((id) => members.has(id));
  const doubled: (readonly [number, number])[] = [];
  let withoutSession = 0;
  for (const index of attendance.filledRows) {
    const session = sessionId.codes[index] ?? REFUSED;
    const member = memberId.codes[index] ?? REFUSED;
    if (isSession[session] !== true) withoutSession += 1;
    else if (isMember[member] !== true) unplaced[session] = (unplaced[session] ?? 0) + 1;
    if (session < 0 || member < 0) continue;
    const known = first.get(session * width + member);
    if (known === undefined) first.set(session * width + member, index);
    else doubled.push([index, known]);
  }
  const sessionAt = positionsOf(sessionId.values);
  const memberAt = positionsOf(memberId.values);
  return {
    doubled,
    rowOf(sessionIdValue, memberIdValue) {
      const session = sessionAt.get(sessionIdValue);
      const member = memberAt.get(memberIdValue);
      if (session === undefined || member === undefined) return null;
      return first.get(session * width + member) ?? null;
    },
    unplaced: (id) => withoutSession + (unplaced[sessionAt.get(id) ?? -1] ?? 0),
  };
}

function positionsOf(values: readonly string[]): Map<string, number> {
  return new Map(values.map((value, position) => [value, position]));
}

interface FirstRows {
  get(pair: number): number | undefined;
  set(pair: number, row: number): void;
}

/** An array while there are about as many possible pairs as rows, which is the usual case; otherwise a map. */
function firstRows(pairs: number, rows: number): FirstRows {
  if (pairs > rows * 8 + 1024) return new Map<number, number>();
  const rowPlusOne = new Int32Array(pairs); // 0: no row
  return {
    get(pair) {
      const row = (rowPlusOne[pair] ?? 0) - 1;
      return row < 0 ? undefined : row;
    },
    set(pair, row) {
      rowPlusOne[pair] = row + 1;
    },
  };
}
