// What keeps a workbook from being the beginning of a year: entries of its own.
import { initialRows, type InitialRow } from '../set-up/initial-rows';
import { tabRows } from '../model/book';
import { LANGUAGES, type Language } from '../text/language';
import { findHeaders } from '../workbook/headers';
import { isBlank, type Table, type Tables } from '../workbook/table';
import type { TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs/index';
import { firstFreeRow } from '../workbook/write/first-free-row';
import { writeRow } from '../workbook/write/write-row';
import { STARTING_TABS } from './carried-rows';

/** Tabs that are empty after set-up and that a year fills. */
const ENTRY_TABS: readonly TabKey[] = [
  ...(['schedule', 'attendance', 'leave', 'otherHours', 'roster', 'speakers'] as const),
  ...(['topics', 'orders', 'wishes', 'proposals', 'invitations', 'budget', 'expenses'] as const),
  ...(['notices', 'replies', 'evaluations', 'ballots', 'contacts', 'approvers'] as const),
];

/** The tabs that hold entries, by their titles in this workbook. Rows that set-up writes are none, unless somebody changed them. */
export function tabsWithEntries(tables: Tables): string[] {
  const filled = ENTRY_TABS.filter((key) => {
    const table = tables[key];
    return table !== undefined && hasEntries(table);
  });
  const changed = STARTING_TABS.filter((key) => {
    const table = tables[key];
    return table !== undefined && hasEntries(table) && !isAsSetUp(table, key);
  });
  return [...filled, ...changed].flatMap((key) => tables[key]?.title ?? []);
}

const hasEntries = (table: Table): boolean =>
  firstFreeRow(table) > findHeaders(TABS[table.key], table).lines.last + 1;

function isAsSetUp(table: Table, key: (typeof STARTING_TABS)[number]): boolean {
  const { entries, rawCell } = tabRows(table, key);
  const names = [...findHeaders(TABS[key], table).positions.keys()];
  return LANGUAGES.some((language) => {
    const rows = initialRows(key, language, []);
    return (
      rows.length === entries.length &&
      entries.every(({ row }, at) => {
        const cells = initialCells(key, rows[at] ?? {}, language);
        return names.every((name) => {
          const now = rawCell(row, name as Parameters<typeof rawCell>[1]); // a column of this tab
          const initial = cells.get(name);
          return isBlank(now) ? isBlank(initial) : now === initial;
        });
      })
    );
  });
}

function initialCells(key: TabKey, row: InitialRow, language: Language) {
  const names = Object.keys(row);
  const cells = writeRow(TABS[key], row, new Map(names.map((name, at) => [name, at])), language);
  return new Map(names.map((name, at) => [name, cells[at] ?? undefined]));
}
