// What a workbook says about its own year: the year its sessions are of, and rows that are of a later one already.
import { yearOf, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabKey } from '../workbook/tab-keys';

/** The year of the sessions when none of them is of the year that the settings name; null: some are, or there are no sessions with a date. */
export function otherYearOf({
  entries,
  settings,
}: Pick<Book, 'entries' | 'settings'>): number | null {
  const yearsOf = (isMeant: (state: string | undefined) => boolean): number[] =>
    entries.schedule.flatMap(({ cells: { date, state } }) =>
      date && isMeant(state) ? [yearOf(date)] : [],
    );
  const held = yearsOf((state) => state === 'held');
  // Where nobody says which sessions were held, the planned ones show the year.
  const years = held.length > 0 ? held : yearsOf((state) => state !== 'cancelled');
  if (years.length === 0 || years.includes(Math.trunc(settings.year))) return null;
  return Math.max(...years);
}

export interface DatedRows {
  readonly title: string;
  /** The sheet's numbers. */
  readonly rows: readonly number[];
}

/** Rows from this day on, in tabs of which a copy keeps nothing. An expense for an earlier session is that session's, whenever it was paid. */
export function rowsFrom(copy: Snapshot, { entries, sessions }: Book, firstDay: Day): DatedRows[] {
  type Dated = { readonly row: number; readonly cells: { readonly date?: Day | null | undefined } };
  const isLater = ({ cells: { date } }: Dated): boolean => !!date && date >= firstDay;
  const expenses = entries.expenses.filter(({ cells: { sessionId } }) => {
    const date = sessions.get(sessionId ?? '')?.cells.date;
    return !date || date >= firstDay;
  });
  const tabs: readonly (readonly [TabKey, readonly Dated[]])[] = [
    ['schedule', entries.schedule],
    ['orders', entries.orders],
    ['wishes', entries.wishes],
    ['proposals', entries.proposals],
    ['expenses', expenses],
  ];
  return tabs.flatMap(([key, dated]) => {
    const rows = dated.filter(isLater).map(({ row }) => row);
    return rows.length === 0 ? [] : [{ title: tableOf(copy, key).title, rows }];
  });
}
