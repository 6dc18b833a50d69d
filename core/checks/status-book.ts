// What each word of the attendance status column means, by the rows of the statuses tab.
import { withoutSpaces } from '../text/clean';
import { LANGUAGES } from '../text/language';
import { LEAVE } from '../workbook/tabs/programme';
import type { EntryOf, RowOf } from './book';

export type LeaveKind = keyof typeof LEAVE.columns.kind.choices;

export interface StatusMeaning {
  readonly code: string;
  /** Counts as having come, at least in part. */
  readonly attended: boolean;
  readonly treatment: RowOf<'statuses'>['treatment'];
  /** The kind of leave the status stands for; null when it is none. */
  readonly leave: LeaveKind | null;
}

export interface StatusBook {
  /** By label or code, folded. */
  readonly meanings: ReadonlyMap<string, StatusMeaning>;
  /** The labels as a clerk chooses them. */
  readonly labels: readonly string[];
  /** Whether a row could not be read: then no status is called unknown. */
  readonly hasUnreadable: boolean;
}

export const foldStatus = (words: string): string => withoutSpaces(words).toLowerCase();

const LEAVE_BY_WORD: ReadonlyMap<string, LeaveKind> = new Map(
  Object.entries(LEAVE.columns.kind.choices).flatMap(([code, words]) =>
    [code, ...LANGUAGES.map((language) => words[language])].map(
      (word) => [foldStatus(word), code as LeaveKind] as const, // the keys of the choices are the kinds of leave
    ),
  ),
);

export function toStatusBook(entries: readonly EntryOf<'statuses'>[]): StatusBook {
  const meanings = new Map<string, StatusMeaning>();
  const labels: string[] = [];
  for (const { cells } of entries) {
    const { code, label = code, credit = 0, treatment = 'due' } = cells;
    if (code === undefined || label === undefined) continue;
    const leave =
      LEAVE_BY_WORD.get(foldStatus(code)) ?? LEAVE_BY_WORD.get(foldStatus(label)) ?? null;
    const meaning = { code, attended: credit > 0, treatment, leave };
    labels.push(label);
    for (const word of [code, label])
      if (!meanings.has(foldStatus(word))) meanings.set(foldStatus(word), meaning);
  }
  const hasUnreadable = entries.some(
    ({ cells }) => cells.code === undefined || cells.label === undefined,
  );
  return { meanings, labels, hasUnreadable };
}
