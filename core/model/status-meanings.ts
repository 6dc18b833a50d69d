// What each word of the attendance status column means, by the rows of the statuses tab.
import { foldWord } from '../text/clean';
import { codesByWord, wordsOf } from '../workbook/codes-by-word';
import { INITIAL_STATUSES } from '../workbook/tabs/initial-statuses';
import type { STATUSES } from '../workbook/tabs/rules';
import { LEAVE } from '../workbook/tabs/leave';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import type { EntryOf, RowOf } from './book';

/** What a mark says of a person: came, came late or left early, was away with a reason, or without one. */
export type Presence = keyof typeof STATUSES.columns.presence.choices;

export interface StatusMeaning {
  readonly code: string;
  /** Null when the row does not say it and its words are not known: then nobody counts as absent for the mark. */
  readonly presence: Presence | null;
  /** Counts as having come, at least in part. */
  readonly attended: boolean;
  readonly treatment: RowOf<'statuses'>['treatment'];
  /** The kind of leave the status means; null when it is none of those in the leave tab. */
  readonly leave: LeaveKind | null;
}

export interface StatusMeanings {
  /** By label or code, folded. */
  readonly byWord: ReadonlyMap<string, StatusMeaning>;
  /** The labels as a clerk chooses them. */
  readonly labels: readonly string[];
  /** Whether a row could not be read: then no status is reported as unknown. */
  readonly hasUnreadable: boolean;
}

const LEAVE_BY_WORD = codesByWord(LEAVE.columns.kind);

/** What workbooks without the column have always meant. */
const KNOWN: ReadonlyMap<string, Presence | null> = new Map([
  ...INITIAL_STATUSES.flatMap(({ code, label, presence }) =>
    wordsOf(code, label).map((word) => [word, presence] as const),
  ),
  ...['旷课', '曠課', '无故缺席', '無故缺席'].map((word) => [word, 'absent'] as const),
]);

type StatusCells = EntryOf<'statuses'>['cells'];

export function toStatusMeanings(entries: readonly EntryOf<'statuses'>[]): StatusMeanings {
  const meanings = new Map<string, StatusMeaning>();
  const labels: string[] = [];
  for (const { cells } of entries) {
    const { code, label = code } = cells;
    if (code === undefined || label === undefined) continue;
    const meaning = meaningOf(code, label, cells);
    labels.push(label);
    for (const word of [code, label])
      if (!meanings.has(foldWord(word))) meanings.set(foldWord(word), meaning);
  }
  const hasUnreadable = entries.some(
    ({ cells }) => cells.code === undefined || cells.label === undefined,
  );
  return { byWord: meanings, labels, hasUnreadable };
}

function meaningOf(code: string, label: string, cells: StatusCells): StatusMeaning {
  const { treatment = 'due' } = cells;
  const words = [code, label].map(foldWord);
  const leave = firstOf(words, LEAVE_BY_WORD);
  const presence = cells.presence ?? usualPresence(cells, leave, firstOf(words, KNOWN));
  return {
    code,
    presence,
    attended: presence === 'attended' || presence === 'late',
    treatment,
    leave,
  };
}

function usualPresence(
  { credit = 0, treatment = 'due' }: StatusCells,
  leave: LeaveKind | null,
  known: Presence | null,
): Presence | null {
  if (credit > 0) return known === 'late' ? 'late' : 'attended';
  return treatment !== 'due' || leave !== null ? 'excused' : known;
}

function firstOf<Value>(
  words: readonly string[],
  values: ReadonlyMap<string, Value>,
): Value | null {
  const word = words.find((one) => values.has(one));
  return (word === undefined ? null : values.get(word)) ?? null;
}
