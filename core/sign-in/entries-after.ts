// What the sheet shows once it is closed: the clerk's answers, and what the records say where they were right.
import type { DuePerson } from '../model/due-people';
import { foldWord } from '../text/clean';
import type { CloseAnswers, EntryResult } from './evaluate-entry';
import type { SheetEntry } from './read-sheet';

export interface EvaluatedEntry {
  readonly person: DuePerson;
  readonly entry: SheetEntry | undefined;
  readonly result: EntryResult;
}

/** The status that the person has in the attendance after closing; null for none. */
export function statusAfter({ person, result }: Omit<EvaluatedEntry, 'entry'>): string | null {
  if ((result.kind === 'mark' || result.kind === 'excused') && result.mark !== null)
    return result.mark.status ?? null;
  return person.marks[0]?.status ?? null;
}

/** The entries by person; null when the sheet shows all of it already. */
export function entriesAfter(
  evaluated: readonly EvaluatedEntry[],
  answers: CloseAnswers,
): ReadonlyMap<string, SheetEntry> | null {
  const pairs = evaluated.map((one) => [one, entryAfter(one, answers)] as const);
  const isChanged = pairs.some(([{ entry, result }, after]) =>
    entry ? after !== null && differs(entry, after) : after !== null && result.kind === 'mark',
  );
  if (!isChanged) return null;
  return new Map(
    pairs.flatMap(([{ person }, after]) => (after === null ? [] : [[person.id, after] as const])),
  );
}

function entryAfter(
  { person, entry, result }: EvaluatedEntry,
  { byAttendance }: CloseAnswers,
): SheetEntry | null {
  const status = statusAfter({ person, result });
  if (status === null) return entry ?? null;
  const before = entry ?? { ...NO_ENTRY, memberId: person.id };
  const [mark] = person.marks;
  if (!mark || !byAttendance.has(person.id)) return { ...before, status };
  return { ...before, status, time: mark.in, remark: mark.remark ?? before.remark };
}

const NO_ENTRY: Omit<SheetEntry, 'memberId'> = {
  row: 0,
  status: null,
  time: null,
  strangeTime: null,
  remark: null,
  cells: {},
};

const differs = (before: SheetEntry, after: SheetEntry): boolean =>
  foldWord(before.status ?? '') !== foldWord(after.status ?? '') ||
  before.time !== after.time ||
  before.remark !== after.remark;
