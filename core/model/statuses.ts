// The attendance statuses as the statuses tab has them: how each counts is data.
import { toStatusMeanings, type StatusMeaning } from './status-meanings';
import { foldWord } from '../text/clean';
import { parseTable } from '../workbook/read/parse-table';
import type { TabRow } from '../workbook/tab';
import type { Table } from '../workbook/table';
import { STATUSES } from '../workbook/tabs/rules';

/** One attended or due session, in the hundredths in which credits and rates are counted. */
export const WHOLE_SESSION = 100;

export interface Status {
  readonly code: string;
  readonly label: string;
  /** What it earns, in hundredths of a session. */
  readonly credit: number;
  /** `excused` counts in rate A only, `notCounted` in neither. */
  readonly treatment: TabRow<typeof STATUSES>['treatment'];
}

export interface Statuses {
  /** In the order of the tab. */
  readonly list: readonly Status[];
  /** Folded code or label → position in `list`; a word that two statuses share means neither. */
  readonly byWord: ReadonlyMap<string, number>;
}

/** Rows that cannot be read, or whose credit is not 0 to 1 in hundredths, are no statuses: nothing is counted by a guess. */
export function readStatuses(table: Table | undefined): Statuses {
  const entries = table ? parseTable(STATUSES, table).entries : [];
  const list = entries.flatMap(({ cells: { code, label, credit: entered, treatment } }) => {
    const credit = entered === undefined ? null : toHundredths(entered);
    return code !== undefined && label !== undefined && treatment !== undefined && credit !== null
      ? [{ code, label, credit, treatment }]
      : [];
  });
  return { list, byWord: byWordOf(list) };
}

function toHundredths(credit: number): number | null {
  const hundredths = Math.round(credit * WHOLE_SESSION);
  const isExact = Math.abs(credit * WHOLE_SESSION - hundredths) < 1e-9;
  return isExact && hundredths >= 0 && hundredths <= WHOLE_SESSION ? hundredths : null;
}

function byWordOf(list: readonly Status[]): Map<string, number> {
  const byWord = new Map<string, number>();
  const shared = new Set<string>();
  list.forEach(({ code, label }, index) => {
    for (const word of new Set([foldWord(code), foldWord(label)])) {
      if (byWord.has(word)) shared.add(word);
      else byWord.set(word, index);
    }
  });
  for (const word of shared) byWord.delete(word);
  return byWord;
}

/** What each status of `readStatuses` means, in the same order. */
export function readMeanings(table: Table | undefined): readonly (StatusMeaning | undefined)[] {
  const { byWord } = toStatusMeanings(table ? parseTable(STATUSES, table).entries : []);
  return readStatuses(table).list.map(({ code }) => byWord.get(foldWord(code)));
}
