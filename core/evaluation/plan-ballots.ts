// The list of ballots written anew: sorted by themselves, so that their order says nothing about when somebody answered.
import type { Language } from '../text/language';
import type { Snapshot } from '../workbook/snapshot';
import type { WorkbookChange } from '../workbook/write/change';
import { writeList } from '../workbook/write/write-list';

export interface Ballot {
  readonly sessionId: string;
  readonly ballot: string;
}

/** `ballots`: the whole list as it is to be. */
export function planBallots(
  snapshot: Snapshot,
  ballots: readonly Ballot[],
  language: Language,
): readonly WorkbookChange[] {
  const rows = ballots.toSorted((a, b) => (a.ballot < b.ballot ? -1 : a.ballot > b.ballot ? 1 : 0));
  return writeList(snapshot, 'ballots', { rows, language }).changes;
}
