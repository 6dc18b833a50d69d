/** Charts of a sheet as .xlsx charts. Kinds that the library does not draw stay behind. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SheetChart } from 'hucre/xlsx';
import { columnLetters } from '../a1/column-letters';
import { titlePrefix } from '../formulas/adjust-formula';
import { effectiveValue, isError } from '../model/cell';
import { gridRangeArea, gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import { sheetById, type Spreadsheet } from '../model/spreadsheet';
import { DEFAULT_PIXEL_SIZE } from '../view/grid-data';
import type { NameOf } from './sheet-names';

type EmbeddedChart = sheets_v4.Schema$EmbeddedChart;
type ChartData = sheets_v4.Schema$ChartData;

const KINDS = {
  COLUMN: 'column',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'area',
  SCATTER: 'scatter',
  // Columns with lines among them are drawn as columns.
  COMBO: 'column',
} as const;

const LEGENDS: Readonly<Record<string, 'top' | 'bottom' | 'left' | 'right' | false>> = {
  TOP_LEGEND: 'top',
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  NO_LEGEND: false,
};

interface ChartExport {
  readonly spreadsheet: Spreadsheet;
  readonly nameOf: NameOf;
}

export function writtenCharts(sheet: ReadonlySheet, context: ChartExport): SheetChart[] {
  return sheet.charts.flatMap((chart) => {
    const written = writtenChart(chart, context);
    return written === undefined ? [] : [{ ...written, anchor: anchorOf(sheet, chart) }];
  });
}

type Drawn = Omit<SheetChart, 'anchor'>;

function writtenChart({ spec = {} }: EmbeddedChart, context: ChartExport): Drawn | undefined {
  const { title, basicChart, pieChart } = spec;
  const shared = title ? { title } : {};
  if (pieChart) {
    const series = writtenSeries(pieChart.domain, pieChart.series, { headers: 0, ...context });
    const type = (pieChart.pieHole ?? 0) > 0 ? 'doughnut' : 'pie';
    return series && { ...shared, type, series: [series], ...legend(pieChart.legendPosition) };
  }
  const type = KINDS[basicChart?.chartType as keyof typeof KINDS] as  // undefined for other kinds
    (typeof KINDS)[keyof typeof KINDS] | undefined;
  if (!basicChart || type === undefined) return undefined;
  const domain = basicChart.domains?.[0]?.domain;
  const headers = basicChart.headerCount ?? 0;
  const series = (basicChart.series ?? [])
    .map((one) => writtenSeries(domain, one.series, { headers, ...context }))
    .filter((one) => one !== undefined);
  if (series.length === 0) return undefined;
  const grouping = basicChart.stackedType === 'STACKED' ? { barGrouping: 'stacked' as const } : {};
  return { ...shared, type, series, ...legend(basicChart.legendPosition), ...grouping };
}

function legend(position: string | null | undefined): Pick<SheetChart, 'legend'> {
  const place = LEGENDS[position ?? ''];
  return place === undefined ? {} : { legend: place };
}

interface SeriesExport extends ChartExport {
  /** Cells before the data that hold the name. */
  readonly headers: number;
}

function writtenSeries(
  domain: ChartData | undefined,
  series: ChartData | undefined,
  { headers, spreadsheet, nameOf }: SeriesExport,
): SheetChart['series'][number] | undefined {
  const [from, to] = [sourceOf(domain), sourceOf(series)];
  const sheet = to && sheetById(spreadsheet, to.sheetId ?? 0);
  if (to === undefined || sheet === undefined) return undefined;
  const area = gridRangeArea(to, gridSize(sheet));
  const name = effectiveValue(sheet.grid.cell(area.startRow, area.startColumn));
  const values = reference(to, headers, { spreadsheet, nameOf });
  const categories = from && reference(from, headers, { spreadsheet, nameOf });
  if (values === undefined) return undefined;
  return {
    values,
    ...(categories !== undefined && { categories }),
    ...(headers > 0 && name !== undefined && !isError(name) && { name: String(name) }),
  };
}

const sourceOf = (data: ChartData | undefined): GridRange | undefined =>
  data?.sourceRange?.sources?.[0];

function reference(
  range: GridRange,
  headers: number,
  { spreadsheet, nameOf }: ChartExport,
): string | undefined {
  const sheet = sheetById(spreadsheet, range.sheetId ?? 0);
  if (sheet === undefined) return undefined;
  const { startRow, endRow, startColumn, endColumn } = gridRangeArea(range, gridSize(sheet));
  const first = startRow + headers;
  if (first >= endRow) return undefined;
  const prefix = titlePrefix(nameOf(sheet.properties.title));
  const corner = (column: number, row: number) => `$${columnLetters(column)}$${row}`;
  return `${prefix}${corner(startColumn, first + 1)}:${corner(endColumn - 1, endRow)}`;
}

const USUAL_SIZE = { width: 600, height: 371 };

/** A chart covers the cells that its size in pixels reaches over. */
function anchorOf(sheet: ReadonlySheet, { position }: EmbeddedChart): SheetChart['anchor'] {
  const { anchorCell, offsetXPixels, offsetYPixels, widthPixels, heightPixels } =
    position?.overlayPosition ?? {};
  const from = { row: anchorCell?.rowIndex ?? 0, col: anchorCell?.columnIndex ?? 0 };
  const right = (offsetXPixels ?? 0) + (widthPixels ?? USUAL_SIZE.width);
  const bottom = (offsetYPixels ?? 0) + (heightPixels ?? USUAL_SIZE.height);
  return {
    from,
    to: {
      row: reach(
        from.row,
        bottom,
        (row) => sheet.rowMetadata[row]?.pixelSize ?? DEFAULT_PIXEL_SIZE.ROWS,
      ),
      col: reach(
        from.col,
        right,
        (column) => sheet.columnMetadata[column]?.pixelSize ?? DEFAULT_PIXEL_SIZE.COLUMNS,
      ),
    },
  };
}

function reach(start: number, pixels: number, sizeOf: (index: number) => number): number {
  let index = start;
  for (let left = pixels; left > 0; index++) left -= Math.max(sizeOf(index), 1);
  return index;
}
