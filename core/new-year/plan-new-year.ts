// Last year's workbook, and an empty one or a copy of the first → what the new year begins with, and the changes that write it.
import { toDay, type Day } from '../calendar/day';
import type { Period } from '../hours/earned-hours';
import { isCounted } from '../hours/other-hours';
import { entriesOf, readBook, type Book, type EntryOf } from '../model/book';
import { validityOn } from '../model/validity';
import { toCents } from '../money/cents';
import { settingRows } from '../set-up/initial-rows';
import { fill, type Language } from '../text/language';
import type { Column } from '../workbook/column';
import { findHeaders, type Positions } from '../workbook/headers';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import type { TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs/index';
import { appendCells } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import { blankCells, writeListCells } from '../workbook/write/write-list';
import { writeRow, type RowCells } from '../workbook/write/write-row';
import { carriedHours, type CarriedHours } from './carried-hours';
import {
  carriedRows,
  carry,
  newRow,
  STARTING_TABS,
  type CarriedRow,
  type CarriedRows,
  type CarryContext,
} from './carried-rows';
import { carriedSettings, copiedSettings, type CarriedSettings } from './carried-settings';
import { NEW_YEAR_TEXTS } from './new-year.texts';
import { openMatters, type OpenMatter } from './open-matters';
import { tabsWithEntries } from './tabs-with-entries';

export interface NewYearQuery {
  readonly source: Snapshot;
  /** Set up and empty; null: the source is a copy of last year's workbook, in which the new year is to begin. */
  readonly target: Snapshot | null;
  readonly year: number;
  readonly today: Day;
  /** Of the new workbook. */
  readonly language: Language;
}

export interface NewYearPlan {
  readonly year: number;
  /** What last year's workbook is called; a copy is called after its year, because its own title may be the new one. */
  readonly sourceTitle: string;
  readonly firstDay: Day;
  readonly tabs: readonly PlannedTab[];
  readonly settings: CarriedSettings;
  /** Since when hours are part of the earlier totals. */
  readonly period: Period;
  /** How many people have an earlier total. */
  readonly totals: number;
  /** Marks that are missing in held sessions of the last year: they may still earn hours. */
  readonly notRecorded: number;
  readonly matters: readonly OpenMatter[];
  /** Titles of tabs of the new workbook that hold entries: nothing may be written then. */
  readonly withEntries: readonly string[];
  /** Columns that the new workbook lacks and a row would need. */
  readonly missingColumns: readonly string[];
}

export interface PlannedTab {
  readonly key: TabKey;
  /** In the new workbook. */
  readonly title: string;
  /** Cells at the positions of the new workbook's columns. */
  readonly rows: readonly RowCells[];
  /** The source's numbers of the rows they were; rows that are not in the source come before these. */
  readonly kept: readonly number[];
  /** Rows of the source that stay behind. */
  readonly leftOut: number;
}

/** `source` and `target` have all tabs that are read. */
export function planNewYear({ source, target, year, today, language }: NewYearQuery): NewYearPlan {
  const { book } = readBook(source.tables, today);
  const firstDay = toDay(`${year}-01-01`);
  const context = { source: source.tables, target: target?.tables ?? {}, firstDay, language };
  const memberIds = idsFrom(book, firstDay);
  const sourceYear = Math.trunc(book.settings.year);
  const sourceTitle = target
    ? source.title
    : fill(NEW_YEAR_TEXTS.lastYear[language], { year: sourceYear });
  const hours = carriedHours(source.tables, {
    sourceTitle,
    sourceYear,
    firstDay,
    memberIds,
    language,
  });
  const placed = [
    ...carriedRows(context),
    otherHours(context, hours, memberIds),
    budget(context, book, { year, isCopy: target === null }),
  ].map((carried) => placeRows(target ?? source, carried, language));
  return {
    year,
    sourceTitle,
    firstDay,
    tabs: placed.map(({ tab }) => tab).filter(({ rows, leftOut }) => rows.length + leftOut > 0),
    settings: target
      ? carriedSettings(source.tables, target.tables, { year, language })
      : copiedSettings(source.tables, { year, language }),
    period: hours.period,
    totals: hours.rows.length,
    notRecorded: hours.notRecorded,
    matters: openMatters(book, { memberIds, firstDay }),
    withEntries: target ? tabsWithEntries(target.tables) : [],
    missingColumns: [...new Set(placed.flatMap(({ missing }) => missing))],
  };
}

/** Everybody with a row on the roster on the first day or later. */
const idsFrom = ({ entries }: Book, firstDay: Day): ReadonlySet<string> =>
  new Set(
    entries.roster.flatMap(({ cells }) =>
      cells.id === undefined || validityOn(cells, firstDay) === 'past' ? [] : [cells.id],
    ),
  );

/**
 * The earlier totals; hours that are dated in the new year are its own and go on row by row. What is in neither stays behind: hours of
 * people who left or whom nobody knows, of an earlier period, and what cannot be read.
 */
function otherHours(
  context: CarryContext,
  { rows: totals, period }: CarriedHours,
  memberIds: ReadonlySet<string>,
): CarriedRows {
  const { firstDay, language } = context;
  type Hours = EntryOf<'otherHours'>['cells'];
  const isLater = ({ memberId, date }: Hours): boolean =>
    date !== undefined && date >= firstDay && memberIds.has(memberId ?? '');
  const isInTotal = (cells: Hours): boolean =>
    isCounted(cells) &&
    cells.date >= period.from &&
    cells.date <= period.to &&
    memberIds.has(cells.memberId);
  const { rows, kept, leftOut } = carry(context, 'otherHours', isLater);
  // The period ends before the first day: no row is in both.
  const inTotals = entriesOf(context.source, 'otherHours').filter(({ cells }) => isInTotal(cells));
  const earlier = totals.map((row) => newRow('otherHours', row, language));
  return {
    key: 'otherHours',
    rows: [...earlier, ...rows],
    kept,
    leftOut: leftOut - inTotals.length,
  };
}

/**
 * Lines of the new year that were entered already, and the other heads of last year's budget, each once and without an amount. In an empty
 * workbook the heads take the place of last year's lines; a copy deletes those lines, so they are counted.
 */
function budget(
  context: CarryContext,
  { entries, settings }: Book,
  { year, isCopy }: { readonly year: number; readonly isCopy: boolean },
): CarriedRows {
  const isLater = (cells: EntryOf<'budget'>['cells']): boolean => (cells.year ?? 0) >= year;
  const headsOf = (wanted: number) =>
    new Set(
      entries.budget.flatMap(({ cells }) =>
        cells.head !== undefined && cells.year === wanted && !cells.sessionId ? [cells.head] : [],
      ),
    );
  const present = headsOf(year);
  const heads = [...headsOf(settings.year)].filter((head) => !present.has(head));
  const added = heads.map((head) =>
    newRow('budget', { year, head, planned: toCents(0) }, context.language),
  );
  const { rows, kept, leftOut } = carry(context, 'budget', isLater);
  return { key: 'budget', rows: [...added, ...rows], kept, leftOut: isCopy ? leftOut : 0 };
}

/** The rows at the positions of the new workbook's columns. */
function placeRows(
  target: Snapshot,
  { key, rows, kept, leftOut }: CarriedRows,
  language: Language,
): { readonly tab: PlannedTab; readonly missing: readonly string[] } {
  const table = target.tables[key];
  const positions: Positions = table ? findHeaders(TABS[key], table).positions : new Map();
  const columns: Readonly<Record<string, Column>> = TABS[key].columns;
  const title = table?.title ?? TABS[key].title[language];
  const missing = rows.flatMap((row) =>
    Object.keys(row).flatMap((name) =>
      positions.has(name)
        ? []
        : [
            fill(NEW_YEAR_TEXTS.column[language], {
              tab: title,
              column: columns[name]?.label[language] ?? name,
            }),
          ],
    ),
  );
  return {
    tab: { key, title, kept, leftOut, rows: rows.map((row) => cellsAt(row, positions)) },
    missing,
  };
}

function cellsAt(row: CarriedRow, positions: Positions): RowCells {
  const cells: RowCells = [];
  for (const [name, cell] of Object.entries(row)) {
    const position = positions.get(name);
    if (position === undefined) continue;
    while (cells.length <= position) cells.push(undefined);
    cells[position] = cell;
  }
  return cells;
}

/** All that is written into an empty workbook but for report and log; decided from the same `target` as the plan. */
export function newYearChanges(
  target: Snapshot,
  { tabs, settings }: NewYearPlan,
  language: Language,
): WorkbookChange[] {
  return [
    ...tabs.flatMap(({ key, rows }) => {
      const isStarting = STARTING_TABS.some((one) => one === key);
      return isStarting ? replaceList(target, key, rows) : appendCells(target, key, rows);
    }),
    ...settingChanges(target, settings, language),
  ];
}

/** Cells of the initial rows that the new ones do not fill are emptied. A list without rows leaves the initial one. */
function replaceList(target: Snapshot, key: TabKey, rows: readonly RowCells[]): WorkbookChange[] {
  if (rows.length === 0) return [];
  const blank = blankCells(findHeaders(TABS[key], tableOf(target, key)).positions);
  const whole = rows.map((row) => blank.map((cell, at) => row[at] ?? cell));
  return [...writeListCells(target, key, whole).changes];
}

export function settingChanges(
  target: Snapshot,
  { settings }: CarriedSettings,
  language: Language,
): WorkbookChange[] {
  const { positions } = findHeaders(TABS.settings, tableOf(target, 'settings'));
  const missing = settings.flatMap(({ key, value, row }) =>
    row === null
      ? settingRows([key], language).map((cells) =>
          writeRow(TABS.settings, { ...cells, value }, positions, language),
        )
      : [],
  );
  return [
    ...settings.flatMap(({ value, row }) =>
      row === null ? [] : updateRow(target, 'settings', { row, values: { value }, language }),
    ),
    ...appendCells(target, 'settings', missing),
  ];
}
