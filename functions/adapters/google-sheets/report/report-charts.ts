// The native charts of a report, each at its place.
import { CHART_OFFSET } from '#core/report/place-charts';
import type { ReportChart, WriteReport } from '#core/workbook/write/change';
import type { SheetsRequest, sheets_v4 } from '../../google-clients';

/** At most this many charts a report; their ids are made from the sheet's, so that a clerk's own charts are left alone. */
const CHARTS_PER_REPORT = 8;
const ID_LIMIT = 2 ** 31;
const WIDTH = 640;

const chartId = (sheetId: number, index: number): number =>
  (sheetId * CHARTS_PER_REPORT + index) % ID_LIMIT;

export function removeChartsRequests(
  sheetId: number,
  chartIds: readonly number[],
): SheetsRequest[] {
  const ours = Array.from({ length: CHARTS_PER_REPORT }, (_, index) => chartId(sheetId, index));
  return chartIds
    .filter((id) => ours.includes(id))
    .map((objectId) => ({ deleteEmbeddedObject: { objectId } }));
}

export function chartRequests(change: WriteReport): SheetsRequest[] {
  const { sheetId, sheet, layout } = change;
  return sheet.charts.flatMap((chart, index): SheetsRequest[] => {
    const place = layout.charts[index];
    if (!place) return [];
    const anchorCell = { sheetId, rowIndex: place.row, columnIndex: layout.frozenColumns };
    const overlayPosition = {
      anchorCell,
      offsetXPixels: CHART_OFFSET,
      offsetYPixels: CHART_OFFSET,
      widthPixels: WIDTH,
      heightPixels: place.height,
    };
    const spec = { title: chart.title, basicChart: basicChart(change, chart) };
    const id = chartId(sheetId, index);
    return [{ addChart: { chart: { chartId: id, spec, position: { overlayPosition } } } }];
  });
}

function basicChart(
  { sheetId, layout }: WriteReport,
  chart: ReportChart,
): sheets_v4.Schema$BasicChartSpec {
  const startRowIndex = layout.headerRow + chart.firstRow;
  const endRowIndex = startRowIndex + 1 + chart.rowCount;
  const source = (column: number): sheets_v4.Schema$ChartData => {
    const startColumnIndex = layout.columns[column] ?? column;
    const columns = { startColumnIndex, endColumnIndex: startColumnIndex + 1 };
    return { sourceRange: { sources: [{ sheetId, startRowIndex, endRowIndex, ...columns }] } };
  };
  const targetAxis = chart.type === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  return {
    chartType: chart.type,
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: source(chart.labels) }],
    series: chart.series.map((column) => ({ series: source(column), targetAxis })),
  };
}
