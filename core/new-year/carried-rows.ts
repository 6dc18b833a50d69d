// Which rows of last year's workbook go on into the new one, cell by cell as a clerk typed them.
import type { Day } from '../calendar/day';
import { tabRows, type EntryOf, type RowOf, type RowTab } from '../model/book';
import { inOfficialOrder } from '../model/due';
import { validityOn } from '../model/validity';
import { foldWord } from '../text/clean';
import type { Language } from '../text/language';
import type { Column } from '../workbook/column';
import { isBlank, type Cell, type Tables } from '../workbook/table';
import { TABS } from '../workbook/tabs/index';
import { writeCell } from '../workbook/write/write-row';

/** The filled cells of one row by column. */
export type CarriedRow = Readonly<Record<string, Cell>>;

export interface CarriedRows {
  readonly key: RowTab;
  readonly rows: readonly CarriedRow[];
  /** The sheet's numbers of the rows they were; rows that are not in the source come before these. */
  readonly kept: readonly number[];
  /** How many rows of the source stay behind. */
  readonly leftOut: number;
}

/** Tabs that set-up fills: the source's list takes the place of the initial one. */
export const STARTING_TABS = ['statuses', 'standards', 'forbidden', 'templates'] as const;

export interface CarryContext {
  readonly source: Tables;
  readonly target: Tables;
  readonly firstDay: Day;
  /** Of the new workbook: words of a list are written in it. */
  readonly language: Language;
}

/** A row whose days cannot be read goes on: the check reports it there as it did here. */
export function carriedRows(context: CarryContext): CarriedRows[] {
  const { target, firstDay } = context;
  const known = {
    roles: wordsIn(target, 'roles', ({ email }) => email),
    holidays: wordsIn(target, 'holidays', ({ date }) => date),
  };
  const isOver = ({ to }: { readonly to?: Day | null | undefined }): boolean =>
    validityOn({ to }, firstDay) === 'past';
  return [
    carry(context, 'roster', (cells) => !isOver(cells), inOfficialOrder),
    carry(context, 'speakers'),
    carry(context, 'topics', ({ state }) => state === undefined || state === 'open'),
    carry(context, 'contacts'),
    carry(context, 'templates'),
    carry(context, 'statuses'),
    carry(context, 'standards', (cells) => !isOver(cells)),
    carry(context, 'forbidden'),
    carry(context, 'approvers'),
    carry(context, 'holidays', ({ date }) => !date || (date >= firstDay && !known.holidays(date))),
    // Whoever has a role here already keeps it.
    {
      ...carry(context, 'roles', ({ email }) => email !== undefined && !known.roles(email)),
      leftOut: 0,
    },
  ];
}

/** Rows of one tab that `keep` accepts. */
export function carry<Key extends RowTab>(
  { source, language }: Pick<CarryContext, 'source' | 'language'>,
  key: Key,
  keep: (cells: EntryOf<Key>['cells']) => boolean = () => true,
  order: (a: EntryOf<Key>['cells'], b: EntryOf<Key>['cells']) => number = () => 0,
): CarriedRows {
  const table = source[key];
  if (!table) return { key, rows: [], kept: [], leftOut: 0 };
  const { entries, rawCell } = tabRows(table, key);
  const columns = Object.entries<Column>(TABS[key].columns);
  const kept = entries
    .filter(({ cells }) => keep(cells))
    .toSorted((a, b) => order(a.cells, b.cells));
  const rows = kept.map(({ row, cells }) => {
    const values: Readonly<Record<string, unknown>> = cells;
    return Object.fromEntries(
      columns.flatMap(([name, column]) => {
        const raw = rawCell(row, name as Parameters<typeof rawCell>[1]); // a column of this tab
        if (raw === undefined || isBlank(raw)) return [];
        const isWord = column.kind === 'choice' || column.kind === 'yesNo';
        const value = values[name];
        return [[name, isWord && value !== undefined ? writeCell(column, value, language) : raw]];
      }),
    );
  });
  return {
    key,
    rows,
    kept: kept.map(({ row }) => row),
    leftOut: entries.length - kept.length,
  };
}

/** A row that is not in the source, as if a clerk had typed it. */
export function newRow<Key extends RowTab>(
  key: Key,
  values: Partial<RowOf<Key>>,
  language: Language,
): CarriedRow {
  const known: Readonly<Record<string, unknown>> = values;
  return Object.fromEntries(
    Object.entries<Column>(TABS[key].columns).flatMap(([name, column]) => {
      const cell = writeCell(column, known[name], language);
      return cell === null ? [] : [[name, cell]];
    }),
  );
}

/** Whether the tab has a row with this word already. */
function wordsIn<Key extends RowTab>(
  tables: Tables,
  key: Key,
  wordOf: (cells: EntryOf<Key>['cells']) => string | undefined,
): (word: string) => boolean {
  const table = tables[key];
  const words = new Set(
    (table ? tabRows(table, key).entries : []).map(({ cells }) => foldWord(wordOf(cells) ?? '')),
  );
  return (word) => words.has(foldWord(word));
}
