// The attendance tab → who has which mark at which session.
import { BLANK, type ScannedColumn, type WrongCell } from '../workbook/column-reader';
import { scanColumns } from '../workbook/scan-columns';
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
  const scan = table && scanColumns(ATTENDANCE, table);
  // A missing column is a finding of its own; nothing can be counted then.
  if (!scan || COLUMNS.some((column) => !scan.positions.has(column)))
    return { marks: [], marked: [], bad: [] };
  const { sessionId, memberId, status } = scan.columns;
  const sessions = new Lookup(sessionId, (id) => known.sessions.get(id));
  const people = new Lookup(memberId, (id) => known.people.get(id));
  const statuses = new Lookup(status, (word) => known.statuses.get(foldStatus(word)));
  const marks = new MarkBook(known.people.size);
  const unknown: BadCell[] = [];
  for (const { from, length, isFilled } of scan.blocks()) {
    for (let at = 0; at < length; at += 1) {
      if (isFilled[at] === 0) continue;
      const session = sessions.at(at);
      const person = people.at(at);
      const mark = statuses.at(at);
      if (session < 0 || person < 0 || mark < 0)
        noteUnknown(unknown, from + at + 2, [session, person, mark]);
      if (session >= 0 && person >= 0) marks.add(session, person, mark < 0 ? UNCLEAR : mark);
    }
  }
  const bad = [...scan.wrongCells().map(toBadCell), ...unknown].sort((a, b) => a.row - b.row);
  return { marks: marks.bySession, marked: marks.marked, bad };
}

class MarkBook {
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

/** What the cells of a column stand for: each distinct value is looked up once, however many rows repeat it. */
class Lookup {
  private readonly positions: number[] = [];

  constructor(
    private readonly column: ScannedColumn<string>,
    private readonly find: (value: string) => number | undefined,
  ) {}

  /** For a row of the block at hand. */
  at(row: number): number {
    const { column: { codes, values }, positions } = this;
    const code = codes[row] ?? BLANK;
    if (code < 0) return code;
    while (positions.length <= code) positions.push(this.find(values[positions.length] ?? '') ?? UNKNOWN);
    return positions[code] ?? UNKNOWN;
  }
} // prettier-ignore

const toBadCell = ({ row, column, isBlank }: WrongCell): BadCell => ({
  row,
  column,
  reason: isBlank ? 'blank' : 'unreadable',
});

/** Blank and unreadable cells are known from reading; here are those that read well and lead nowhere. */
function noteUnknown(bad: BadCell[], row: number, positions: readonly number[]): void {
  COLUMNS.forEach((column, index) => {
    if (positions[index] === UNKNOWN) bad.push({ row, column, reason: 'unknown' });
  });
}
