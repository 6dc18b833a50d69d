// A report → its tab made or emptied, written with formats, and its charts.
import type { ReportChart, ReportSheet, WriteReport } from '#core/workbook/change';
import { writeMark } from '#core/workbook/tab-marks';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { toCellData, toColor, toNumberFormat } from './cell-data';
import { markRequests } from './lay-out-tab';

/** Heading lines, one blank row, the header row; the rows follow. */
const headerRowOf = (sheet: ReportSheet): number => sheet.heading.length + 1;
/** At most this many charts a report; their ids are made from the sheet's, so that a clerk's own charts are left alone. */
const CHARTS_PER_REPORT = 8;
const ID_LIMIT = 2 ** 31;
const chartId = (sheetId: number, index: number): number =>
  (sheetId * CHARTS_PER_REPORT + index) % ID_LIMIT;

export function writeReportRequests(change: WriteReport): SheetsRequest[] {
  const { sheetId, sheet } = change;
  const neededRows = headerRowOf(sheet) + 1 + sheet.rows.length;
  return [
    ...(change.replaces
      ? emptyRequests(change, change.replaces, neededRows)
      : [addRequest(change, neededRows)]),
    ...markRequests(sheetId, writeMark(change.key, String(sheet.columns.length))),
    contentRequest(change),
    ...sheet.columns.map((column, index): SheetsRequest => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width },
        fields: 'pixelSize',
      },
    })),
    ...sheet.charts.map((chart, index) => chartRequest(change, chart, index)),
  ];
}

function addRequest({ sheetId, sheet, index }: WriteReport, rowCount: number): SheetsRequest {
  const gridProperties = {
    rowCount,
    columnCount: Math.max(sheet.columns.length, 12),
    frozenRowCount: headerRowOf(sheet) + 1,
  };
  return {
    addSheet: {
      properties: {
        sheetId,
        title: sheet.title,
        index,
        gridProperties,
        tabColorStyle: { rgbColor: toColor(sheet.color) },
      },
    },
  };
}

/** Only the report's own columns are emptied; what a clerk keeps beside them stays. */
function emptyRequests(
  { sheetId, sheet }: WriteReport,
  old: NonNullable<WriteReport['replaces']>,
  neededRows: number,
): SheetsRequest[] {
  const own = Math.max(old.reportColumns, sheet.columns.length);
  const widened = sheet.columns.length - old.reportColumns;
  const ours = old.chartIds.filter((id) =>
    Array.from({ length: CHARTS_PER_REPORT }, (_, index) => chartId(sheetId, index)).includes(id),
  );
  return [
    ...ours.map((objectId): SheetsRequest => ({ deleteEmbeddedObject: { objectId } })),
    ...(widened > 0
      ? [
          {
            insertDimension: {
              range: {
                sheetId,
                dimension: 'COLUMNS',
                startIndex: old.reportColumns,
                endIndex: sheet.columns.length,
              },
              inheritFromBefore: true,
            },
          },
        ]
      : []),
    ...(neededRows > old.rowCount
      ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: neededRows - old.rowCount } }]
      : []),
    {
      repeatCell: {
        range: { sheetId, startColumnIndex: 0, endColumnIndex: own },
        cell: {},
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { frozenRowCount: headerRowOf(sheet) + 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
  ];
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
  const header = {
    values: sheet.columns.map((column) => ({
      ...toCellData(column.label),
      userEnteredFormat: HEADER,
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
  const anchorCell = { sheetId, rowIndex: index * 20, columnIndex: sheet.columns.length };
  const position = {
    overlayPosition: {
      anchorCell,
      offsetXPixels: 24,
      offsetYPixels: 8,
      widthPixels: 640,
      heightPixels: 380,
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
