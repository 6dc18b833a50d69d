// A report as the in-memory workbook writes it: the same steps and the same cells as on a Sheets server, without formats.
import type { WriteReport } from '#core/workbook/write/change';
import { applySteps } from '#core/workbook/write/line-steps';
import { identityOf } from '#core/report/place-report-rows';
import type { TabPlace } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';

export interface MemoryTab {
  place: TabPlace;
  cells: Cell[][];
}

export function writtenReport(old: MemoryTab | null, change: WriteReport): MemoryTab {
  const { sheet, layout } = change;
  const tab = { cells: old ? rearranged(old, change) : [], place: placeOf(change) };
  const put = (row: number, column: number, cell: Cell): void => {
    setCell(tab.cells, [row, column], cell);
  };
  const first = Math.min(...layout.columns);
  [...sheet.heading, layout.chartNote].forEach((line, row) => {
    put(row, first, line);
  });
  const identity = identityOf(sheet);
  layout.columns.forEach((position, column) => {
    put(layout.headerRow, position, sheet.columns[column]?.label ?? null);
    sheet.rows.forEach((row, at) => {
      put(layout.headerRow + 1 + at, position, row[column] ?? null);
    });
    if (!identity.includes(column)) for (const row of layout.emptiedRows) put(row, position, null);
  });
  const columnCount = Math.max(layout.columnCount, ...tab.cells.map((row) => row.length));
  const rowCount = Math.max(layout.rowCount, tab.cells.length);
  return { cells: tab.cells, place: { ...tab.place, rowCount, columnCount } };
}

function placeOf({ sheet, sheetId, key, index, layout, record }: WriteReport): TabPlace {
  return {
    sheetId,
    title: sheet.title,
    index,
    rowCount: layout.rowCount,
    columnCount: layout.columnCount,
    key,
    layout: String(sheet.columns.length),
    record,
    chartIds: sheet.charts.map((_, at) => at),
    protectedRangeIds: [],
    colorWords: [],
    hasHighlights: false,
  };
}

function setCell(cells: Cell[][], [row, column]: readonly [number, number], cell: Cell): void {
  while (cells.length <= row) cells.push([]);
  const line = cells[row] ?? [];
  while (line.length <= column) line.push('');
  line[column] = cell ?? '';
}

/** The cells of a tab after the steps of a report. */
function rearranged({ place, cells }: MemoryTab, { replaces }: WriteReport): Cell[][] {
  const { columnCount } = place;
  const wide = cells.map((row) => Array.from({ length: columnCount }, (_, at) => row[at] ?? ''));
  const rows = applySteps<Cell[]>(wide, replaces?.rowSteps ?? [], () => []);
  return rows.map((row) => applySteps<Cell>(row, replaces?.columnSteps ?? [], () => ''));
}
