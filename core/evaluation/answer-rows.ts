// The rows of the evaluations tab: opened answers, answers given by name, and sealed ones.
import { entriesOf, type EntryOf } from '../model/book';
import type { Tables } from '../workbook/table';
import { SCORE_KEYS, toScores, type Answer } from './answer';

export interface AnswerRows {
  /** Answers that can be read, by session: opened ones and those given by name. */
  readonly readable: ReadonlyMap<string, readonly Answer[]>;
  readonly sealed: ReadonlyMap<string, readonly SealedRow[]>;
  /** Sessions of which anonymous answers were opened: nobody answers any more. */
  readonly opened: ReadonlySet<string>;
  /** Rows that are neither a whole answer nor a sealed one, and copies of a row: they are in no result. */
  readonly leftOut: number;
}

export interface SealedRow {
  /** The sheet's own row number. */
  readonly row: number;
  readonly sealed: string;
  /** Rows with the same sealed answer. No two answers are sealed alike, so somebody copied it; it counts once. */
  readonly copies: readonly number[];
}

export function readAnswerRows(tables: Tables): AnswerRows {
  const readable = new Map<string, Answer[]>();
  const sealed = new Map<string, SealedRow[]>();
  const opened = new Set<string>();
  const copiesOf = new Map<string, number[]>();
  const named = new Set<string>();
  let leftOut = 0;
  for (const { row, cells } of entriesOf(tables, 'evaluations')) {
    const { sessionId, memberId, sealed: words } = cells;
    if (sessionId === undefined) {
      leftOut += 1;
      continue;
    }
    const answer = answerOf(cells);
    const person = memberId ? JSON.stringify([sessionId, memberId]) : null;
    if (words) {
      const key = JSON.stringify([sessionId, words]);
      const known = copiesOf.get(key);
      if (known) {
        known.push(row);
        leftOut += 1;
      } else {
        const copies: number[] = [];
        copiesOf.set(key, copies);
        addTo(sealed, sessionId, { row, sealed: words, copies });
      }
    } else if (answer && person === null) {
      addTo(readable, sessionId, answer);
      opened.add(sessionId);
    } else if (answer && person !== null && !named.has(person)) {
      addTo(readable, sessionId, answer);
      named.add(person);
    } else leftOut += 1;
  }
  return { readable, sealed, opened, leftOut };
}

function answerOf(cells: EntryOf<'evaluations'>['cells']): Answer | null {
  const scores = toScores(SCORE_KEYS.map((key) => cells[key]));
  return scores && { scores, comment: cells.comment ?? null };
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
