// Charts are placed one below the other under everything else on the tab, where they cover nobody's cells.
import { text } from '../text/language';
import type { ReportChart, ReportLayout } from '../workbook/write/change';

/** Pixels of a row of the usual height. */
const ROW_HEIGHT = 21;
/** Pixels between a chart and the row it begins in. */
export const CHART_OFFSET = 8;
const LEAST_HEIGHT = 380;

export const CHART_NOTE = text(
  '图表在表格下方，第 {row} 行起（点此前往）',
  '圖表在表格下方，第 {row} 列起（點此前往）',
  'The charts are below the table, from row {row} (click to go there)',
);

/** Bars need room for a label each; lines and columns need no more height for more rows. */
function heightOf({ type, rowCount }: ReportChart): number {
  return type === 'BAR' ? Math.max(LEAST_HEIGHT, 100 + rowCount * 24) : LEAST_HEIGHT;
}

/** `firstRow`: the first empty row. */
export function placeCharts(
  charts: readonly ReportChart[],
  firstRow: number,
): { readonly charts: ReportLayout['charts']; readonly endRow: number } {
  let row = firstRow + 1;
  const placed = charts.map((chart) => {
    const height = heightOf(chart);
    const place = { row, height };
    row += Math.ceil((CHART_OFFSET + height) / ROW_HEIGHT) + 1;
    return place;
  });
  return { charts: placed, endRow: placed.length > 0 ? row : firstRow };
}
