// Where a link within the workbook leads.
import type { Chart } from '../server/sheet-json';
import { parseA1 } from './a1';

export interface LinkTarget {
  readonly sheetId: number;
  readonly a1: string;
}

/** Null for links that lead out of the workbook: the page opens nothing else. */
export function targetOf(link: string): LinkTarget | null {
  const [, sheetId, a1] = /^#gid=(\d+)&range=([A-Z]{1,3}\d+)$/.exec(link) ?? [];
  return sheetId === undefined || a1 === undefined ? null : { sheetId: Number(sheetId), a1 };
}

/** Whether a cell is where a chart begins. Google Sheets shows the chart there; the page shows the charts of a tab above the grid. */
export function isPlaceOfChart(a1: string, charts: readonly Chart[]): boolean {
  const row = parseA1(a1)?.startRow;
  return charts.some(({ position: { overlayPosition } = {} }) => {
    if (overlayPosition === undefined) return false; // on a sheet of its own
    return row === (overlayPosition.anchorCell?.rowIndex ?? 0);
  });
}
