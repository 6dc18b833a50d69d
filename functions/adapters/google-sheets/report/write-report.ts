// A report → its tab made, or its lines brought to where they are to be; then its cells, formats and charts.
import type { WriteReport } from '#core/workbook/write/change';
import { linesAfter } from '#core/workbook/write/line-steps';
import type { Basis } from '#core/workbook/snapshot';
import { writeTabTag } from '#core/workbook/tab-tags';
import type { SheetsRequest } from '../../google-clients';
import { toColor } from '../cell-data';
import { stepRequest } from '../line-step-request';
import { REPORT_RECORD, TAB_TAG } from '../metadata-keys';
import { replaceMetadata } from '../replace-metadata';
import { cellRequests, runsOf } from './report-cells';
import { chartRequests, removeChartsRequests } from './report-charts';
import { formRequests } from './write-form';

export function writeReportRequests(change: WriteReport, basis: Basis): SheetsRequest[] {
  const { sheetId, sheet, layout } = change;
  const mark = writeTabTag(change.key, String(sheet.columns.length), sheetId);
  return [
    ...(change.replaces ? rearrangeRequests(change, change.replaces) : [addRequest(change)]),
    ...replaceMetadata(basis, sheetId, { [TAB_TAG]: mark, [REPORT_RECORD]: change.record }),
    ...cellRequests(change),
    ...sheet.columns.map(({ width }, index) =>
      widthRequest(sheetId, layout.columns[index] ?? index, width),
    ),
    ...formRequests(change),
    ...chartRequests(change),
  ];
}

const frozen = ({
  layout,
}: WriteReport): { frozenRowCount: number; frozenColumnCount: number } => ({
  frozenRowCount: layout.headerRow + 1,
  frozenColumnCount: layout.frozenColumns,
});

function addRequest(change: WriteReport): SheetsRequest {
  const { sheetId, sheet, index, layout } = change;
  const { rowCount, columnCount } = layout;
  const gridProperties = { rowCount, columnCount, ...frozen(change) };
  const tabColorStyle = { rgbColor: toColor(sheet.color) };
  return {
    addSheet: { properties: { sheetId, title: sheet.title, index, gridProperties, tabColorStyle } },
  };
}

/** Rows and columns are moved, inserted and deleted as a whole, so that a clerk's cells beside the report go with the row they are about. */
function rearrangeRequests(
  change: WriteReport,
  old: NonNullable<WriteReport['replaces']>,
): SheetsRequest[] {
  const { sheetId } = change;
  const steps = [...old.columnSteps, ...old.rowSteps];
  return [
    ...removeChartsRequests(sheetId, old.chartIds),
    // Nothing is moved across the edge of what is frozen.
    ...(steps.length > 0
      ? [freezeRequest(sheetId, { frozenRowCount: 0, frozenColumnCount: 0 })]
      : []),
    ...old.columnSteps.map((step) => stepRequest(sheetId, 'COLUMNS', step)),
    ...old.rowSteps.map((step) => stepRequest(sheetId, 'ROWS', step)),
    ...growRequests(change, old),
    ...old.rowSteps.flatMap((step) =>
      step.action === 'insert' ? plainRequests(change, step) : [],
    ),
    freezeRequest(sheetId, frozen(change)),
  ];
}

function freezeRequest(
  sheetId: number,
  gridProperties: { readonly frozenRowCount: number; readonly frozenColumnCount: number },
): SheetsRequest {
  return {
    updateSheetProperties: {
      properties: { sheetId, gridProperties },
      fields: 'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
    },
  };
}

function growRequests(
  { sheetId, layout }: WriteReport,
  old: NonNullable<WriteReport['replaces']>,
): SheetsRequest[] {
  const rows = layout.rowCount - linesAfter(old.rowCount, old.rowSteps);
  const columns = layout.columnCount - linesAfter(old.columnCount, old.columnSteps);
  return [
    ...(rows > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: rows } }] : []),
    ...(columns > 0
      ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: columns } }]
      : []),
  ];
}

/** New rows look like their neighbours; in the report's columns that is not wanted. */
function plainRequests(
  { sheetId, layout }: WriteReport,
  { at, count }: { readonly at: number; readonly count: number },
): SheetsRequest[] {
  return runsOf(layout.columns).map(({ first, end, position }) => {
    const columns = { startColumnIndex: position, endColumnIndex: position + end - first };
    const range = { sheetId, startRowIndex: at, endRowIndex: at + count, ...columns };
    return { repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } };
  });
}

function widthRequest(sheetId: number, index: number, pixelSize: number): SheetsRequest {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
}
