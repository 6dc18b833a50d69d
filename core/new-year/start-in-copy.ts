// A new year in a copy of last year's workbook: what belongs to last year goes, row by row, and what goes on keeps the clerks' own columns,
// notes and formats beside it.
import { overlay } from '../row-safety/overlay';
import type { Language } from '../text/language';
import { cellAt } from '../workbook/cell-grid';
import { findHeaders } from '../workbook/headers';
import { placeOf, type Snapshot } from '../workbook/snapshot';
import { isBlank, type Table } from '../workbook/table';
import { TAB_KEYS, type TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs/index';
import { appendCells, MORE_ROWS } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { lineSteps, type LineStep } from '../workbook/write/line-steps';
import { settingChanges, type NewYearPlan } from './plan-new-year';

/** Not of a year: who may do what, how the workbook is set, and which columns an import found. */
const STAYING: readonly TabKey[] = ['roles', 'settings', 'importColumns'];

/** What is last year's in a copy, and goes. */
export interface LastYearsPart {
  /** Tabs without anything that goes on: their titles and numbers of rows. */
  readonly emptied: readonly { readonly title: string; readonly rows: number }[];
  /** Reports and sign-in sheets, whose tabs are deleted: session numbers begin anew. */
  readonly reports: readonly string[];
}

export function lastYearsPart(copy: Snapshot, { tabs }: NewYearPlan): LastYearsPart {
  const carried = new Set(tabs.map(({ key }) => key));
  const emptied = TAB_KEYS.flatMap((key) => {
    const table = copy.tables[key];
    if (!table || carried.has(key) || STAYING.includes(key)) return [];
    const { length: rows } = entryRows(table);
    return rows === 0 ? [] : [{ title: table.title, rows }];
  });
  return { emptied, reports: reportPlaces(copy).map(({ title }) => title) };
}

/** Other keys are those of tabs that a later version declares: they stay. */
const REPORT_KEY = /^(?:report|sign-in)-/;

const reportPlaces = ({ places }: Snapshot) =>
  places.filter(({ key }) => key !== null && REPORT_KEY.test(key));

export interface CopyStart {
  readonly changes: readonly WorkbookChange[];
  /** As it reads after them, but for the settings: what is written besides is decided from this. */
  readonly after: Snapshot;
  /** Ids of the tabs that are deleted. */
  readonly deletedIds: readonly number[];
}

/** All that is written but for report and log. From these changes on the copy is a workbook of its own. */
export function startInCopy(copy: Snapshot, plan: NewYearPlan, language: Language): CopyStart {
  const deletedIds = reportPlaces(copy).map(({ sheetId }) => sheetId);
  const taken: WorkbookChange[] = [
    ...TAB_KEYS.flatMap((key) => (STAYING.includes(key) ? [] : arrange(copy, key, plan))),
    ...deletedIds.map((sheetId) => ({ kind: 'deleteTab' as const, sheetId })),
  ];
  const emptied = overlay(copy, taken);
  const added = plan.tabs.flatMap(({ key, rows, kept }) =>
    appendCells(emptied, key, rows.slice(0, rows.length - kept.length)),
  );
  return {
    changes: [
      { kind: 'writeOwnId', replaces: true },
      ...taken,
      ...added,
      ...settingChanges(copy, plan.settings, language),
    ],
    after: overlay(emptied, added),
    deletedIds,
  };
}

/** The rows that go on come first, in the plan's order; then lines of the clerks' own, which are no entries. */
function arrange(copy: Snapshot, key: TabKey, { tabs }: NewYearPlan): WorkbookChange[] {
  const table = copy.tables[key];
  if (!table) return [];
  const { sheetId, cells } = table;
  const { last } = findHeaders(TABS[key], table).lines;
  const kept = (tabs.find((tab) => tab.key === key)?.kept ?? []).map((row) => row - 1);
  const entries = new Set(entryRows(table));
  const order = [
    ...Array.from({ length: last + 1 }, (_, row) => row),
    ...kept,
    ...Array.from(
      { length: Math.max(0, cells.height - last - 1) },
      (_, at) => last + 1 + at,
    ).filter((row) => !entries.has(row)),
  ];
  const steps: readonly LineStep[] = lineSteps(cells.height, order);
  if (steps.length === 0) return [];
  const rowCount = placeOf(copy, key)?.rowCount ?? Number.POSITIVE_INFINITY;
  return [
    // Google deletes no tab's last row, and a row that is added later takes the formats of a blank one.
    ...(rowCount > cells.height
      ? []
      : [{ kind: 'growTab' as const, sheetId, rowCount, addRows: MORE_ROWS, addColumns: 0 }]),
    { kind: 'arrangeRows', sheetId, steps },
  ];
}

/** Rows, from 0, with anything in Lectern's own columns. */
function entryRows(table: Table): number[] {
  const { positions, lines } = findHeaders(TABS[table.key], table);
  const columns = [...positions.values()];
  const rows: number[] = [];
  for (let row = lines.last + 1; row < table.cells.height; row += 1)
    if (columns.some((column) => !isBlank(cellAt(table.cells, row, column)))) rows.push(row);
  return rows;
}
