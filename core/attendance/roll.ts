// The attendance tab → who has which mark at which session. Each distinct cell is judged once, however many rows repeat it.
import { withoutSpaces } from '../text/clean';
import { findHeaders } from '../workbook/headers';
import { isBlank, type Cell, type Table } from '../workbook/table';
import { ATTENDANCE } from '../workbook/tabs/programme';
import { foldStatus } from './statuses';
import { NOT_RECORDED, UNCLEAR } from './tally';

/** What ids and words stand for: positions in the caller's lists. */
export interface Known {
  readonly sessions: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  /** How many positions `people` has. */
  readonly peopleCount: number;
  readonly statuses: ReadonlyMap<string, number>;
}

/** A cell of the attendance tab that cannot be counted. */
export interface BadMark {
  /** The sheet's own row number. */
  readonly row: number;
  readonly column: 'sessionId' | 'memberId' | 'status';
  readonly reason: 'blank' | 'unknown';
}

export interface Roll {
  /**
   * By position of the session, then of the person: the position of a status, `NOT_RECORDED` or `UNCLEAR`. Two rows that agree
   * count once; two that differ are unclear, whichever stands first.
   */
  readonly marks: readonly (Int16Array | undefined)[];
  readonly bad: readonly BadMark[];
}

const BLANK = -1;
const UNKNOWN = -2;

export function readRoll(table: Table | undefined, known: Known): Roll {
  const marks: (Int16Array | undefined)[] = [];
  const bad: BadMark[] = [];
  const columns = table && columnsOf(table);
  if (!columns) return { marks, bad };
  const session = finder(known.sessions, withoutSpaces);
  const person = finder(known.people, withoutSpaces);
  const status = finder(known.statuses, foldStatus);
  for (let index = 1; index < table.rows.length; index += 1) {
    const cells = table.rows[index] ?? [];
    const at = session(cells[columns.sessionId]);
    const who = person(cells[columns.memberId]);
    const what = status(cells[columns.status]);
    if (at < 0 || who < 0 || what < 0) {
      if (at === BLANK && who === BLANK && what === BLANK) continue;
      noteBad(bad, index + 1, { sessionId: at, memberId: who, status: what });
      if (at < 0 || who < 0) continue;
    }
    const row = (marks[at] ??= new Int16Array(known.peopleCount).fill(NOT_RECORDED));
    const mark = what < 0 ? UNCLEAR : what;
    row[who] = row[who] === NOT_RECORDED || row[who] === mark ? mark : UNCLEAR;
  }
  return { marks, bad };
}

/** Null when one of the columns is missing: that is a finding of its own, and nothing can be counted. */
function columnsOf(table: Table): Record<BadMark['column'], number> | null {
  const { positions } = findHeaders(ATTENDANCE, table);
  const [sessionId, memberId, status] = ['sessionId', 'memberId', 'status'].map((key) =>
    positions.get(key),
  );
  if (sessionId === undefined || memberId === undefined || status === undefined) return null;
  return { sessionId, memberId, status };
}

function finder(
  positions: ReadonlyMap<string, number>,
  fold: (word: string) => string,
): (cell: Cell | undefined) => number {
  const answers = new Map<Cell | undefined, number>();
  return (cell) => {
    let answer = answers.get(cell);
    if (answer === undefined) {
      answer = isBlank(cell) ? BLANK : (positions.get(fold(String(cell))) ?? UNKNOWN);
      answers.set(cell, answer);
    }
    return answer;
  };
}

function noteBad(bad: BadMark[], row: number, answers: Record<BadMark['column'], number>): void {
  for (const column of ['sessionId', 'memberId', 'status'] as const)
    if (answers[column] < 0)
      bad.push({ row, column, reason: answers[column] === BLANK ? 'blank' : 'unknown' });
}
