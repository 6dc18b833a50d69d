// The attendance tab → who has which mark at which session.
import type { Book } from '../model/book';
import { UNREADABLE, type CodedColumn, type WrongCell } from '../workbook/read/read-columns';
import { NOT_RECORDED, UNCLEAR } from './tally';
import { foldWord } from '../text/clean';

/** What ids and words mean: positions in the caller's lists. */
export interface RollIndex {
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
   * count once; two that differ are unclear, whichever comes first.
   */
  readonly marks: readonly (Int16Array | undefined)[];
  /** By position of the session: how many people have a mark, due or not. */
  readonly marked: readonly number[];
  /** By row. */
  readonly bad: readonly BadCell[];
}

/** Positions start at 0; the codes of cells without a value are negative. */
const UNKNOWN = -3;

export function readRoll(read: Book['attendance'] | undefined, known: RollIndex): Roll {
  // A missing column is a finding of its own; nothing can be counted then.
  if (!read || COLUMNS.some((column) => !read.positions.has(column)))
    return { marks: [], marked: [], bad: [] };
  const { sessionId, memberId, status } = read.columns;
  const sessions = lookUp(sessionId, (id) => known.sessions.get(id));
  const people = lookUp(memberId, (id) => known.people.get(id));
  const statuses = lookUp(status, (word) => known.statuses.get(foldWord(word)));
  const marks = new MarkTable(known.people.size);
  const unknown: BadCell[] = [];
  for (const index of read.filledRows) {
    const session = sessions(index);
    const person = people(index);
    const mark = statuses(index);
    if (session < 0 || person < 0 || mark < 0)
      noteUnknown(unknown, index + 2, [session, person, mark]);
    if (session >= 0 && person >= 0) marks.add(session, person, mark < 0 ? UNCLEAR : mark);
  }
  const bad = [...read.wrongCells.map(toBadCell), ...unknown].sort((a, b) => a.row - b.row);
  return { marks: marks.bySession, marked: marks.marked, bad };
}

class MarkTable {
  readonly bySession: (Int16Array | undefined)[] = [];
  readonly marked: number[] = [];

  constructor(private readonly people: number) {}

  add(session: number, person: number, mark: number): void {
    const row = (this.bySession[session] ??= new Int16Array(this.people).fill(NOT_RECORDED));
    if (row[person] === NOT_RECORDED) {
      row[person] = mark;
      this.marked[session] = (this.marked[session] ?? 0) + 1;
    } else if (row[person] !== mark) row[person] = UNCLEAR;
  }
}

/** What the cells of a column mean, by row: each distinct value is looked up once, however many rows repeat it. */
function lookUp(
  { codes, values }: CodedColumn<string>,
  find: (value: string) => number | undefined,
): (index: number) => number {
  const positions = Int32Array.from(values, (value) => find(value) ?? UNKNOWN);
  return (index) => {
    const code = codes[index] ?? UNREADABLE;
    return code < 0 ? code : (positions[code] ?? UNKNOWN);
  };
}

const toBadCell = ({ row, column, isBlank }: WrongCell): BadCell => ({
  row,
  column,
  reason: isBlank ? 'blank' : 'unreadable',
});

/** Blank and unreadable cells are known from reading; here are those that were read but match no row. */
function noteUnknown(bad: BadCell[], row: number, positions: readonly number[]): void {
  COLUMNS.forEach((column, index) => {
    if (positions[index] === UNKNOWN) bad.push({ row, column, reason: 'unknown' });
  });
}
