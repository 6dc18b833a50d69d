// A Sheets chart specification as a drawing instruction for the chart library.
import type { EChartsCoreOption } from 'echarts/core';
import { toHex } from '../grid/cell-style';
import type { Value } from '../grid/tab-state';
import type { BasicChartSpec, ChartData, ChartSpec, GridRange } from '../server/sheet-json';

/** What a range of the workbook holds, cell by cell, and how its numbers are shown. */
export interface ChartColumn {
  readonly values: readonly Value[];
  readonly isPercent: boolean;
  /** As the grid shows them: dates as dates, not as serial numbers. */
  readonly labels: readonly string[];
}

export type ReadRange = (range: GridRange) => ChartColumn;

const PALETTE = ['#3b6fd4', '#2a9d8f', '#e9a23b', '#c8553d', '#7a5ea8', '#6b7785'];
const INK = '#454c59';
const LINE = '#e6e9ee';

const LEGENDS: Readonly<Record<string, object>> = {
  BOTTOM_LEGEND: { bottom: 0 },
  TOP_LEGEND: { top: 0 },
  LEFT_LEGEND: { left: 0, top: 'middle', orient: 'vertical' },
  RIGHT_LEGEND: { right: 0, top: 'middle', orient: 'vertical' },
};

/** Null when the specification has no kind we draw, or no data. */
export function chartOption(spec: ChartSpec, read: ReadRange): EChartsCoreOption | null {
  if (spec.basicChart !== undefined) return basicOption(spec.basicChart, read);
  if (spec.pieChart !== undefined) return pieOption(spec.pieChart, read);
  return null;
}

const USUAL_HEIGHT = 230;
const BAR_HEIGHT = 22;

/** Lying bars need room each: with many, the chart is higher than what is seen of it. */
export function chartHeight({ basicChart }: ChartSpec, read: ReadRange): number {
  const [domain] = basicChart?.domains ?? [];
  if (basicChart?.chartType !== 'BAR' || domain === undefined) return USUAL_HEIGHT;
  return Math.max(USUAL_HEIGHT, columnOf(domain.domain, read).values.length * BAR_HEIGHT + 60);
}

function basicOption(chart: BasicChartSpec, read: ReadRange): EChartsCoreOption | null {
  const header = chart.headerCount ?? 0;
  const [domain] = (chart.domains ?? []).map((entry) => columnOf(entry.domain, read));
  const series = (chart.series ?? []).map((entry) => ({
    entry,
    column: columnOf(entry.series, read),
  }));
  if (domain === undefined || domain.values.length <= header || series.length === 0) return null;
  const isPercent = series.every(({ column }) => column.isPercent);
  const names = { type: 'category', data: domain.labels.slice(header), ...axisLook };
  const numbers = { type: 'value', ...axisLook, ...numberAxis(chart, isPercent) };
  const lies = chart.chartType === 'BAR';
  // Below many bars nobody would see the legend or the axis.
  const legendPosition = lies ? 'TOP_LEGEND' : chart.legendPosition;
  return {
    ...frame(legendPosition, isPercent),
    xAxis: lies ? { ...numbers, position: 'top' } : names,
    // Sheets lists bars from the top down.
    yAxis: lies ? { ...names, inverse: true } : numbers,
    series: series.map(({ entry, column }) => ({
      name: header > 0 ? (column.labels[0] ?? '') : '',
      type: drawnAs(entry.type ?? chart.chartType),
      data: column.values.slice(header).map((value) => (typeof value === 'number' ? value : null)),
      barMaxWidth: 36,
      connectNulls: true,
      ...((entry.type ?? chart.chartType) === 'AREA' && { areaStyle: { opacity: 0.15 } }),
      ...(isStacked(chart) && { stack: 'all' }),
      ...color(entry.colorStyle?.rgbColor ?? entry.color),
    })),
  };
}

function pieOption(
  chart: NonNullable<ChartSpec['pieChart']>,
  read: ReadRange,
): EChartsCoreOption | null {
  const [domain, series] = [columnOf(chart.domain, read), columnOf(chart.series, read)];
  const data = series.values.flatMap((value, index) =>
    typeof value === 'number' ? [{ name: domain.labels[index] ?? '', value }] : [],
  );
  if (data.length === 0) return null;
  const hole = `${Math.round((chart.pieHole ?? 0) * 70)}%`;
  return {
    ...frame(chart.legendPosition ?? 'RIGHT_LEGEND', series.isPercent),
    tooltip: { trigger: 'item' },
    series: [{ type: 'pie', radius: [hole, '70%'], data, label: { color: INK } }],
  };
}

const axisLook = {
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
  axisLabel: { color: INK, hideOverlap: true },
  splitLine: { lineStyle: { color: LINE } },
};

function frame(legendPosition: string | undefined, isPercent: boolean): EChartsCoreOption {
  const place = LEGENDS[legendPosition ?? 'BOTTOM_LEGEND'];
  return {
    color: PALETTE,
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: 'inherit', color: INK },
    grid: { left: 20, right: 20, ...room(legendPosition), containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => amount(value, isPercent) },
    legend: {
      show: place !== undefined,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 8,
      itemGap: 22,
      ...place,
    },
  };
}

/** Above and below the drawing, for the legend and the name of the axis. */
function room(legendPosition: string | undefined): object {
  if (legendPosition === 'TOP_LEGEND') return { top: 32, bottom: 8 };
  return { top: 22, bottom: legendPosition === 'NO_LEGEND' ? 8 : 34 };
}

function numberAxis(chart: BasicChartSpec, isPercent: boolean): object {
  const axis = chart.axis?.find(({ position }) =>
    chart.chartType === 'BAR' ? position === 'BOTTOM_AXIS' : position === 'LEFT_AXIS',
  );
  const { viewWindowMin: min, viewWindowMax: max } = axis?.viewWindowOptions ?? {};
  return {
    name: axis?.title ?? '',
    nameTextStyle: { color: INK, align: 'left' },
    axisLabel: {
      ...axisLook.axisLabel,
      formatter: (value: number) => amount(value, isPercent),
    },
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function amount(value: unknown, isPercent: boolean): string {
  if (typeof value !== 'number') return '–';
  const digits = { maximumFractionDigits: isPercent ? 1 : 2 };
  return isPercent
    ? `${(value * 100).toLocaleString('en', digits)}%`
    : value.toLocaleString('en', digits);
}

function columnOf(data: ChartData | undefined, read: ReadRange): ChartColumn {
  const columns = (data?.sourceRange?.sources ?? []).map(read);
  return {
    values: columns.flatMap(({ values }) => values),
    labels: columns.flatMap(({ labels }) => labels),
    isPercent: columns.length > 0 && columns.every(({ isPercent }) => isPercent),
  };
}

function drawnAs(type: string | undefined): 'bar' | 'line' {
  return type === 'LINE' || type === 'AREA' ? 'line' : 'bar';
}

function isStacked({ stackedType }: BasicChartSpec): boolean {
  return stackedType === 'STACKED' || stackedType === 'PERCENT_STACKED';
}

function color(rgb: Parameters<typeof toHex>[0]): object {
  const hex = toHex(rgb);
  return hex === null ? {} : { itemStyle: { color: hex } };
}
