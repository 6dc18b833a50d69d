// A report → its tab made or emptied, written with formats, and its charts.
import type { ReportChart, ReportSheet, WriteReport } from '#core/workbook/change';
import { writeMark } from '#core/workbook/tab-marks';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { toCellData, toColor, toNumberFormat } from './cell-data';
import { markRequests } from './lay-out-tab';
import { formFormat, formRequests, LINES } from './write-form';

/** Heading lines, one blank row, the header row; the rows follow. */
const headerRowOf = (sheet: ReportSheet): number => sheet.heading.length + 1;
/** At most this many charts a report; their ids are made from the sheet's, so that a clerk's own charts are left alone. */
const CHARTS_PER_REPORT = 8;
const ID_LIMIT = 2 ** 31;
const chartId = (sheetId: number, index: number): number =>
  (sheetId * CHARTS_PER_REPORT + index) % ID_LIMIT;

/** Charts stand beside the table, on columns and rows that must be there. */
const CHART_COLUMNS = 8;
const CHART_ROWS = 20;

interface Size {
  readonly rows: number;
  readonly columns: number;
}

function sizeOf(sheet: ReportSheet): Size {
  const charts = sheet.charts.length;
  return {
    // The header is frozen, and a sheet must have a row that is not.
    rows: Math.max(
      headerRowOf(sheet) + 1 + Math.max(sheet.rows.length, 1),
      charts * CHART_ROWS + 1,
    ),
    columns: sheet.columns.length + (charts > 0 ? CHART_COLUMNS : 1),
  };
}

export function writeReportRequests(change: WriteReport): SheetsRequest[] {
  const { sheetId, sheet } = change;
  return [
    ...(change.replaces ? emptyRequests(change, change.replaces) : [addRequest(change)]),
    ...markRequests(sheetId, writeMark(change.key, String(sheet.columns.length))),
    contentRequest(change),
    ...sheet.columns.map((column, index) => widthRequest(sheetId, index, column.width)),
    ...formRequests(change, headerRowOf(sheet)),
    ...sheet.charts.map((chart, index) => chartRequest(change, chart, index)),
  ];
}

function addRequest({ sheetId, sheet, index }: WriteReport): SheetsRequest {
  const { rows: rowCount, columns: columnCount } = sizeOf(sheet);
  const gridProperties = { rowCount, columnCount, frozenRowCount: headerRowOf(sheet) + 1 };
  const tabColorStyle = { rgbColor: toColor(sheet.color) };
  return {
    addSheet: { properties: { sheetId, title: sheet.title, index, gridProperties, tabColorStyle } },
  };
}

/** Only the report's own columns are emptied; what a clerk keeps beside them stays. */
function emptyRequests(
  { sheetId, sheet }: WriteReport,
  old: NonNullable<WriteReport['replaces']>,
): SheetsRequest[] {
  const endColumnIndex = Math.max(old.reportColumns, sheet.columns.length);
  const gridProperties = { frozenRowCount: headerRowOf(sheet) + 1 };
  return [
    ...ownCharts(sheetId, old.chartIds).map((objectId): SheetsRequest => ({
      deleteEmbeddedObject: { objectId },
    })),
    ...makeRoom(sheetId, old, sheet),
    {
      repeatCell: {
        range: { sheetId, startColumnIndex: 0, endColumnIndex },
        cell: {},
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties },
        fields: 'gridProperties.frozenRowCount',
      },
    },
  ];
}

function ownCharts(sheetId: number, chartIds: readonly number[]): number[] {
  const ours = Array.from({ length: CHARTS_PER_REPORT }, (_, index) => chartId(sheetId, index));
  return chartIds.filter((id) => ours.includes(id));
}

/** New columns of the report push the clerks' own to the right instead of covering them. */
function makeRoom(
  sheetId: number,
  old: NonNullable<WriteReport['replaces']>,
  sheet: ReportSheet,
): SheetsRequest[] {
  const needed = sizeOf(sheet);
  const widened = Math.max(0, sheet.columns.length - old.reportColumns);
  const inserted = {
    sheetId,
    dimension: 'COLUMNS',
    startIndex: old.reportColumns,
    endIndex: old.reportColumns + widened,
  };
  const rows = needed.rows - old.rowCount;
  const columns = needed.columns - old.columnCount - widened;
  return [
    ...(widened > 0
      ? [{ insertDimension: { range: inserted, inheritFromBefore: old.reportColumns > 0 } }]
      : []),
    ...(rows > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: rows } }] : []),
    ...(columns > 0
      ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: columns } }]
      : []),
  ];
}

function widthRequest(sheetId: number, index: number, pixelSize: number): SheetsRequest {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
}

function contentRequest({ sheetId, sheet }: WriteReport): SheetsRequest {
  const heading = sheet.heading.map((line, index) => ({
    values: [
      {
        ...toCellData(line),
        userEnteredFormat: {
          numberFormat: toNumberFormat('text'),
          textFormat:
            index === 0
              ? { bold: true, fontSize: 14 }
              : { foregroundColorStyle: { rgbColor: toColor('#5f6368') } },
        },
      },
    ],
  }));
  const framed = sheet.form ? { borders: LINES } : {};
  const header = {
    values: sheet.columns.map((column) => ({
      ...toCellData(column.label),
      userEnteredFormat: { ...HEADER, ...framed },
    })),
  };
  const bold = new Set(sheet.boldRows);
  const rows = sheet.rows.map((row, index) => ({
    values: sheet.columns.map((column, position) => ({
      ...toCellData(row[position] ?? null),
      userEnteredFormat: {
        numberFormat: toNumberFormat(column.kind),
        ...(column.kind !== 'text' && { horizontalAlignment: 'RIGHT' }),
        ...(bold.has(index) && { textFormat: { bold: true } }),
        ...(sheet.form && formFormat(bold.has(index))),
      },
    })),
  }));
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [...heading, {}, header, ...rows],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  };
}

const HEADER: sheets_v4.Schema$CellFormat = {
  textFormat: { bold: true },
  backgroundColorStyle: { rgbColor: toColor('#e8eaed') },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'MIDDLE',
};

/** Bars need room for a label each; lines and columns stand side by side. */
function heightOf({ type, rowCount }: ReportChart): number {
  return type === 'BAR' ? Math.max(380, 100 + rowCount * 24) : 380;
}

function chartRequest(
  { sheetId, sheet }: WriteReport,
  chart: ReportChart,
  index: number,
): SheetsRequest {
  const startRowIndex = headerRowOf(sheet) + chart.firstRow;
  const source = (column: number): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex,
          endRowIndex: startRowIndex + 1 + chart.rowCount,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const onLeft = chart.type === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  const basicChart: sheets_v4.Schema$BasicChartSpec = {
    chartType: chart.type,
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: source(chart.labels) }],
    series: chart.series.map((column) => ({ series: source(column), targetAxis: onLeft })),
  };
  const anchorCell = { sheetId, rowIndex: index * CHART_ROWS, columnIndex: sheet.columns.length };
  const position = {
    overlayPosition: {
      anchorCell,
      offsetXPixels: 24,
      offsetYPixels: 8,
      widthPixels: 640,
      heightPixels: heightOf(chart),
    },
  };
  return {
    addChart: {
      chart: {
        chartId: chartId(sheetId, index),
        spec: { title: chart.title, basicChart },
        position,
      },
    },
  };
}
