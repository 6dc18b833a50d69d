// The attendance tab → who has which mark at which session.
import type { Finding } from '../finding';
import { readColumns } from '../workbook/read-columns';
import { BLANK_CELL } from '../workbook/shape-rules';
import type { Table } from '../workbook/table';
import { ATTENDANCE } from '../workbook/tabs/programme';
import { foldStatus } from './statuses';
import { NOT_RECORDED, UNCLEAR } from './tally';

/** What ids and words stand for: positions in the caller's lists. */
export interface Known {
  readonly sessions: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
}

/** Without these a row says nothing. */
const COLUMNS = ['sessionId', 'memberId', 'status'] as const;

/** A wrong cell of the attendance tab; the check has a finding for each. */
export interface BadCell {
  /** The sheet's own row number. */
  readonly row: number;
  readonly column: string;
  readonly reason: 'blank' | 'unreadable' | 'unknown';
}

export interface Roll {
  /**
   * By position of the session, then of the person: the position of a status, `NOT_RECORDED` or `UNCLEAR`. Two rows that agree
   * count once; two that differ are unclear, whichever stands first.
   */
  readonly marks: readonly (Int16Array | undefined)[];
  /** By position of the session: how many people have a mark, due or not. */
  readonly marked: readonly number[];
  /** By row. */
  readonly bad: readonly BadCell[];
}

/** Positions start at 0; below it stand the codes of cells without a value. */
const UNKNOWN = -3;

export function readRoll(table: Table | undefined, known: Known): Roll {
  const read = table && readColumns(ATTENDANCE, table);
  // A missing column is a finding of its own; nothing can be counted then.
  if (!read || COLUMNS.some((column) => !read.positions.has(column)))
    return { marks: [], marked: [], bad: [] };
  const sessions = positionsOf(read.columns.sessionId, (id) => known.sessions.get(id));
  const people = positionsOf(read.columns.memberId, (id) => known.people.get(id));
  const statuses = positionsOf(read.columns.status, (word) => known.statuses.get(foldStatus(word)));
  const bad = read.findings.flatMap(toBadCell);
  const marks: (Int16Array | undefined)[] = [];
  const marked: number[] = [];
  for (const index of read.filledRows) {
    const session = sessions[index] ?? UNKNOWN;
    const person = people[index] ?? UNKNOWN;
    const status = statuses[index] ?? UNKNOWN;
    if (session < 0 || person < 0 || status < 0)
      noteUnknown(bad, index + 2, [session, person, status]);
    if (session < 0 || person < 0) continue;
    const mark = status < 0 ? UNCLEAR : status;
    const row = (marks[session] ??= new Int16Array(known.people.size).fill(NOT_RECORDED));
    if (row[person] === NOT_RECORDED) {
      row[person] = mark;
      marked[session] = (marked[session] ?? 0) + 1;
    } else if (row[person] !== mark) row[person] = UNCLEAR;
  }
  return { marks, marked, bad: bad.sort((a, b) => a.row - b.row) };
}

/** By row: each distinct value is looked up once, however many rows repeat it. */
function positionsOf(
  { codes, values }: { readonly codes: Int32Array; readonly values: readonly string[] },
  lookUp: (value: string) => number | undefined,
): Int32Array {
  const positions = Int32Array.from(values, (value) => lookUp(value) ?? UNKNOWN);
  return codes.map((code) => (code < 0 ? code : (positions[code] ?? UNKNOWN)));
}

function toBadCell({ row, column, rule }: Finding): BadCell[] {
  if (row === null || column === null) return [];
  return [{ row, column, reason: rule.code === BLANK_CELL.code ? 'blank' : 'unreadable' }];
}

/** Blank and unreadable cells are known from reading; here are those that read well and lead nowhere. */
function noteUnknown(bad: BadCell[], row: number, positions: readonly number[]): void {
  COLUMNS.forEach((column, index) => {
    if (positions[index] === UNKNOWN) bad.push({ row, column, reason: 'unknown' });
  });
}
