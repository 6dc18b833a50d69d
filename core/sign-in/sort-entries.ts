// The rows of a filled-in sheet, each with the due person it is about, or with nobody.
import type { SheetEntry } from './read-sheet';

export interface SortedEntries {
  /** By ID; a person's rows are one entry when they do not contradict each other. */
  readonly byPerson: ReadonlyMap<string, SheetEntry>;
  /** Further rows of a person that say something else than the first. */
  readonly doubled: readonly SheetEntry[];
  /** Rows about nobody who is due, in which something was entered. */
  readonly others: readonly SheetEntry[];
}

export function sortEntries(
  entries: readonly SheetEntry[],
  people: readonly { readonly id: string }[],
): SortedEntries {
  const due = new Set(people.map(({ id }) => id));
  const byPerson = new Map<string, SheetEntry>();
  const doubled: SheetEntry[] = [];
  const others: SheetEntry[] = [];
  for (const entry of entries) {
    const { memberId } = entry;
    if (memberId === null || !due.has(memberId)) {
      // A person who left the roster without an entry simply leaves the sheet.
      if (memberId === null || isFilled(entry)) others.push(entry);
      continue;
    }
    const first = byPerson.get(memberId);
    if (!first) byPerson.set(memberId, entry);
    else if (agree(first, entry)) byPerson.set(memberId, merged(first, entry));
    else doubled.push(entry);
  }
  return { byPerson, doubled, others };
}

const ENTERED = ['status', 'time', 'strangeTime', 'remark'] as const;

const isFilled = (entry: SheetEntry): boolean => ENTERED.some((key) => entry[key] !== null);

const agree = (one: SheetEntry, other: SheetEntry): boolean =>
  ENTERED.every((key) => one[key] === null || other[key] === null || one[key] === other[key]);

const merged = (one: SheetEntry, other: SheetEntry): SheetEntry => ({
  ...one,
  status: one.status ?? other.status,
  time: one.time ?? other.time,
  strangeTime: one.strangeTime ?? other.strangeTime,
  remark: one.remark ?? other.remark,
});
