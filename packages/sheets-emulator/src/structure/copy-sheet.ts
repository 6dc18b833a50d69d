/** A copy of a sheet under a new id: its ranges point at the copy, its objects get ids of their own. */
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { ReadonlySheet, Sheet } from '../model/sheet';
import { sheetByTitle, type Spreadsheet } from '../model/spreadsheet';
import { mapList, mapMessages, type MessageMapper } from '../schema/map-messages';

/** `Copy of X`, then `Copy of X 1` and so on. */
export function copyTitle(spreadsheet: Spreadsheet, title: string): string {
  const base = `Copy of ${title}`;
  let candidate = base;
  for (let number = 1; sheetByTitle(spreadsheet, candidate) !== undefined; number++) {
    candidate = `${base} ${number}`;
  }
  return candidate;
}

const newId = (): number => freshId(() => false);

/** Ids of 31 random bits: a clash within one sheet is not to be feared. */
function withFreshIds(sheet: Sheet): void {
  for (const range of sheet.protectedRanges) range.protectedRangeId = newId();
  for (const chart of sheet.charts) chart.chartId = newId();
  for (const band of sheet.bandedRanges) band.bandedRangeId = newId();
  for (const view of sheet.filterViews) view.filterViewId = newId();
  for (const table of sheet.tables) table.tableId = String(newId());
}

export function copySheet(
  source: ReadonlySheet,
  own: { sheetId: number; title: string; index: number },
): Sheet {
  const { grid, ...record } = source;
  const from = source.properties.sheetId;
  const redirect: MessageMapper = (message) =>
    (message['sheetId'] ?? 0) === from ? { ...message, sheetId: own.sheetId } : message;
  const mappers = { GridRange: redirect, DimensionRange: redirect, GridCoordinate: redirect };
  const { basicFilter } = source;
  const copy: Sheet = {
    ...copyOf(record),
    properties: { ...copyOf(source.properties), ...own },
    merges: mapList('GridRange', source.merges, mappers),
    conditionalFormats: mapList('ConditionalFormatRule', source.conditionalFormats, mappers),
    filterViews: mapList('FilterView', source.filterViews, mappers),
    protectedRanges: mapList('ProtectedRange', source.protectedRanges, mappers),
    basicFilter: basicFilter && mapMessages('BasicFilter', basicFilter, mappers),
    charts: mapList('EmbeddedChart', source.charts, mappers),
    bandedRanges: mapList('BandedRange', source.bandedRanges, mappers),
    tables: mapList('Table', source.tables, mappers),
    rowGroups: mapList('DimensionGroup', source.rowGroups, mappers),
    columnGroups: mapList('DimensionGroup', source.columnGroups, mappers),
    grid: grid.fork(),
  };
  withFreshIds(copy);
  return copy;
}
