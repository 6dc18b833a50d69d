// The list of ballots written anew: sorted by themselves, so that their order says nothing about when somebody answered.
import { entriesOf } from '../model/book';
import type { Language } from '../text/language';
import { findHeaders } from '../workbook/headers';
import { placeOf, tableOf, type Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs/index';
import type { WorkbookChange } from '../workbook/write/change';
import { writeRow } from '../workbook/write/write-row';

export interface Ballot {
  readonly sessionId: string;
  readonly ballot: string;
}

/** `ballots`: the whole list as it is to be. */
export function planBallots(
  snapshot: Snapshot,
  ballots: readonly Ballot[],
  language: Language,
): WorkbookChange[] {
  const table = tableOf(snapshot, 'ballots');
  const { positions } = findHeaders(TABS.ballots, table);
  const write = (values: { readonly sessionId: string | null; readonly ballot: string | null }) =>
    // A row below the list is emptied.
    writeRow(TABS.ballots, values as Ballot, positions, language);
  const rows = ballots
    .toSorted((a, b) => (a.ballot < b.ballot ? -1 : a.ballot > b.ballot ? 1 : 0))
    .map(write);
  const last = entriesOf(snapshot.tables, 'ballots').at(-1)?.row ?? 1;
  while (rows.length < last - 1) rows.push(write({ sessionId: null, ballot: null }));
  if (rows.length === 0) return [];
  const { sheetId } = table;
  const rowCount = placeOf(snapshot, 'ballots')?.rowCount ?? Number.POSITIVE_INFINITY;
  const addRows = rows.length + 1 - rowCount;
  return [
    ...(addRows > 0
      ? [{ kind: 'growTab' as const, sheetId, rowCount, addRows, addColumns: 0 }]
      : []),
    { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 0, rows, isWholeList: true },
  ];
}
