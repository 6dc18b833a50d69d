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
  /** Rows that are neither a whole answer nor a sealed one: they are in no result. */
  readonly leftOut: number;
}

export interface SealedRow {
  /** The sheet's own row number. */
  readonly row: number;
  readonly sealed: string;
}

export function readAnswerRows(tables: Tables): AnswerRows {
  const readable = new Map<string, Answer[]>();
  const sealed = new Map<string, SealedRow[]>();
  const opened = new Set<string>();
  let leftOut = 0;
  for (const { row, cells } of entriesOf(tables, 'evaluations')) {
    const { sessionId, sealed: words } = cells;
    const answer = answerOf(cells);
    if (sessionId === undefined) leftOut += 1;
    else if (words) addTo(sealed, sessionId, { row, sealed: words });
    else if (answer) {
      addTo(readable, sessionId, answer);
      if (!cells.memberId) opened.add(sessionId);
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
