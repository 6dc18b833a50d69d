import { foldWord } from '../text/clean';
import { fill, type Language } from '../text/language';
import type { ReportLayout, ReportSheet, WriteReport } from '../workbook/write/change';
import { fitReport } from './fit-report';
import { lineSteps } from '../workbook/write/line-steps';
import { CHART_NOTE, placeCharts } from './place-charts';
import { placeColumns, type OldTab } from './place-report-columns';
import { recordLines, placeRows } from './place-report-rows';
import { readRecord, writeRecord } from './report-record';
import { placeOf, type OwnKey, type Snapshot, type TabPlace } from '../workbook/snapshot';

/** Sheet ids of new report tabs count up from here, clear of the declared tabs'. */
const FIRST_REPORT_ID = 2001;
/** For what clerks want to note beside a report. */
const SPARE_COLUMNS = 3;
/** Charts are this many columns wide at most. */
const CHART_COLUMNS = 8;

export interface KeyedReport {
  /** `report-…`: the same report finds its own tab again, whatever a clerk renamed it to. */
  readonly key: OwnKey;
  readonly sheet: ReportSheet;
}

/**
 * Each report goes to its own tab: the one it had before, whose cells must have been read, else a new one at the end. `deletedIds`: of tabs
 * that the same write deletes and `snapshot` lacks already. Their ids are not used again, because what was remembered at them was theirs.
 */
export function planReports(
  snapshot: Snapshot,
  reports: readonly KeyedReport[],
  language: Language,
  deletedIds: readonly number[] = [],
): WriteReport[] {
  const takenIds = new Set([...snapshot.places.map((place) => place.sheetId), ...deletedIds]);
  const titles = new Set(snapshot.places.map((place) => foldWord(place.title)));
  let index = snapshot.places.length;
  return reports.map(({ key, sheet: made }): WriteReport => {
    const sheet = fitReport(made, language);
    const place = placeOf(snapshot, key);
    if (place)
      return rewrite(
        { key, sheet: { ...sheet, title: place.title } },
        oldTab(snapshot, place, key),
        { place, language },
      );
    index += 1;
    const order = Array.from<null>({ length: sheet.heading.length + 2 + sheet.rows.length });
    const layout = layOut(sheet, {
      order,
      emptied: [],
      columns: sheet.columns.map((_, column) => column),
      language,
    });
    return {
      kind: 'writeReport',
      key,
      sheetId: take(takenIds),
      index: index - 1,
      replaces: null,
      layout,
      sheet: { ...sheet, title: freeTitle(sheet.title, titles) },
      record: recordOf(sheet, layout),
    };
  });
}

function oldTab({ ownCells }: Snapshot, place: TabPlace, key: OwnKey): OldTab {
  const cells = ownCells?.[key];
  if (!cells) throw new Error(`the tab of ${key} was not read`);
  return { cells, columnCount: place.columnCount, record: readRecord(place.record) };
}

function rewrite(
  { key, sheet }: KeyedReport,
  old: OldTab,
  { place, language }: { readonly place: TabPlace; readonly language: Language },
): WriteReport {
  const labels = sheet.columns.map(({ label }) => label);
  const columns = placeColumns(old, labels);
  const rows = placeRows(old, columns, sheet);
  const { sheetId, index, rowCount, columnCount, chartIds } = place;
  const layout = layOut(sheet, { ...rows, columns: columns.positions, language });
  const rowSteps = lineSteps(old.cells.length, rows.order);
  const columnSteps = lineSteps(columnCount, columns.order);
  return {
    kind: 'writeReport',
    key,
    sheetId,
    index,
    sheet,
    layout,
    replaces: { rowCount, columnCount, chartIds, columnSteps, rowSteps },
    record: recordOf(sheet, layout),
  };
}

interface Placed {
  readonly order: { readonly length: number };
  readonly emptied: readonly number[];
  readonly columns: readonly number[];
  readonly language: Language;
}

function layOut(sheet: ReportSheet, { order, emptied, columns, language }: Placed): ReportLayout {
  const headerRow = sheet.heading.length + 1;
  const { charts, endRow } = placeCharts(sheet.charts, order.length);
  const [first] = charts;
  const frozen = columns[(sheet.frozenColumns ?? 0) - 1] ?? -1;
  const last = columns.reduce((most, column) => Math.max(most, column), 0);
  return {
    columns,
    headerRow,
    charts,
    emptiedRows: emptied,
    chartNote: first ? fill(CHART_NOTE[language], { row: first.row + 1 }) : '',
    // The header is frozen, and a sheet must have a row that is not.
    rowCount: Math.max(endRow, headerRow + 2),
    columnCount: Math.max(last + 1 + SPARE_COLUMNS, charts.length > 0 ? CHART_COLUMNS : 0),
    frozenColumns: frozen + 1,
  };
}

function recordOf(sheet: ReportSheet, { chartNote }: ReportLayout): string {
  return writeRecord(
    sheet.columns.map(({ label }) => label),
    recordLines(sheet, chartNote),
  );
}

function take(taken: Set<number>): number {
  let id = FIRST_REPORT_ID;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}

/** A clerk's own tab may already have the name. */
function freeTitle(title: string, used: Set<string>): string {
  let candidate = title;
  for (let count = 2; used.has(foldWord(candidate)); count += 1) candidate = `${title} (${count})`;
  used.add(foldWord(candidate));
  return candidate;
}
