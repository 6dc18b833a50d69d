// The attendance tab → who has which mark at which session.
import type { Finding } from '../finding';
import { readColumns, REFUSED } from '../workbook/read-columns';
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
  /** By row. */
  readonly bad: readonly BadCell[];
}

/** Positions start at 0; below it stand the codes of cells without a value. */
const UNKNOWN = -3;

export function readRoll(table: Table | undefined, known: Known): Roll {
  const marks: (Int16Array | undefined)[] = [];
  const read = table && readColumns(ATTENDANCE, table);
  // A missing column is a finding of its own; nothing can be counted then.
  if (!read || COLUMNS.some((column) => !read.positions.has(column))) return { marks, bad: [] };
  const bad = read.findings.flatMap(toBadCell);
  const session = finder(read.columns.sessionId, (id) => known.sessions.get(id));
  const person = finder(read.columns.memberId, (id) => known.people.get(id));
  const status = finder(read.columns.status, (word) => known.statuses.get(foldStatus(word)));
  for (const index of read.filledRows) {
    const [at, who, what] = [session(index), person(index), status(index)];
    if (at < 0 || who < 0 || what < 0) noteUnknown(bad, index + 2, [at, who, what]);
    if (at < 0 || who < 0) continue;
    const row = (marks[at] ??= new Int16Array(known.people.size).fill(NOT_RECORDED));
    const mark = what < 0 ? UNCLEAR : what;
    row[who] = row[who] === NOT_RECORDED || row[who] === mark ? mark : UNCLEAR;
  }
  return { marks, bad: bad.sort((a, b) => a.row - b.row) };
}

/** Each distinct value is looked up once, however many rows repeat it. */
function finder(
  { codes, values }: { readonly codes: Int32Array; readonly values: readonly string[] },
  lookUp: (value: string) => number | undefined,
): (index: number) => number {
  const positions = values.map((value) => lookUp(value) ?? UNKNOWN);
  return (index) => {
    const code = codes[index] ?? REFUSED;
    return positions[code] ?? code;
  };
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
