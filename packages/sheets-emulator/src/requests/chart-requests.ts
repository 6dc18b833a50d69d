/** addChart, updateChartSpec, updateEmbeddedObjectPosition, deleteEmbeddedObject: charts are kept and returned, not drawn. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid, notEmulated } from '../api-error';
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import { updateFields } from '../schema/apply-mask';
import { storedCopy } from '../schema/store-colors';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetArea } from './target';

type Chart = sheets_v4.Schema$EmbeddedChart;

const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

function find(draft: Draft, id: number | null | undefined) {
  for (const { charts, properties } of draft.sheets) {
    const chart = charts.find(({ chartId }) => chartId === id);
    if (chart !== undefined) return { chart, sheetId: properties.sheetId };
  }
  return undefined;
}

function sheetOf(draft: Draft, position: Chart['position']): number {
  const overlay = position?.overlayPosition;
  if (overlay === undefined) throw notEmulated('charts on a sheet of their own');
  const { sheetId, rowIndex, columnIndex } = overlay.anchorCell ?? {};
  const row = rowIndex ?? 0;
  const column = columnIndex ?? 0;
  return targetArea(draft, {
    sheetId: sheetId ?? 0,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  }).sheetId;
}

export const chartRequests: RequestHandlers = {
  addChart(draft, { chart = {} }) {
    required(chart.spec, 'chart.spec');
    const sheetId = sheetOf(draft, chart.position);
    const chartId = chart.chartId ?? freshId((id) => find(draft, id) !== undefined);
    if (find(draft, chartId) !== undefined)
      throw invalid(`Chart with id ${chartId} already exists.`);
    const overlayPosition = { ...DEFAULT_SIZE, ...chart.position?.overlayPosition };
    const position = { overlayPosition };
    const stored = storedCopy('EmbeddedChart', { ...chart, chartId, position });
    draft.edit(sheetId).charts.push(stored);
    return { addChart: { chart: copyOf(stored) } };
  },

  updateChartSpec(draft, { chartId, spec }) {
    const found = find(draft, chartId);
    if (found === undefined) throw invalid(`No chart with id: ${chartId ?? 0}`);
    const stored = storedCopy('ChartSpec', required(spec, 'spec'));
    const sheet = draft.edit(found.sheetId);
    sheet.charts = sheet.charts.map((chart) =>
      chart.chartId === chartId ? { ...chart, spec: stored } : chart,
    );
  },

  updateEmbeddedObjectPosition(draft, { objectId, newPosition, fields }) {
    const mask = requiredMask(fields, 'OverlayPosition');
    const found = find(draft, objectId);
    if (found === undefined) throw invalid(`No embedded object with id: ${objectId ?? 0}`);
    const asked = newPosition?.overlayPosition;
    if (asked === undefined) throw notEmulated('charts on a sheet of their own');
    const overlayPosition = copyOf(found.chart.position?.overlayPosition ?? {});
    updateFields(overlayPosition, asked, mask);
    const chart = { ...found.chart, position: { overlayPosition } };
    const target = sheetOf(draft, chart.position);
    const from = draft.edit(found.sheetId);
    from.charts = from.charts.filter(({ chartId }) => chartId !== objectId);
    draft.edit(target).charts.push(chart);
    return { updateEmbeddedObjectPosition: { position: copyOf(chart.position) } };
  },

  deleteEmbeddedObject(draft, { objectId }) {
    const found = find(draft, objectId);
    if (found === undefined) throw invalid(`No embedded object with id: ${objectId ?? 0}`);
    const sheet = draft.edit(found.sheetId);
    sheet.charts = sheet.charts.filter(({ chartId }) => chartId !== objectId);
  },
};
