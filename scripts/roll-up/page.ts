// The tables and their charts as one page without scripts, which can be printed or sent.
import { init, type EChartsOption } from 'echarts';
import { fill, type Language } from '#core/text/language';
import {
  columnOf,
  type ColumnName,
  type RollUpTable,
  type RollUpTables,
  type TableCell,
} from './report-tables';
import { COLUMN_LABELS, PAGE_TEXTS } from './roll-up.texts';

export interface PageFacts {
  readonly workbooks: number;
  readonly from: string;
  readonly to: string;
}

export function page(tables: RollUpTables, facts: PageFacts, language: Language): string {
  const say = (key: keyof typeof PAGE_TEXTS, more = {}): string =>
    fill(PAGE_TEXTS[key][language], { ...facts, ...more });
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(say('title'))}</title>
<style>${STYLE}</style>
<main>
<h1>${escaped(say('title'))}</h1>
<p>${escaped(say('origin'))}</p>
${charts(tables, say, language)
  .map((chart) => `<figure>${chart}</figure>`)
  .join('\n')}
${Object.values(tables)
  .map((table) => tableMarkup(table))
  .join('\n')}
</main>
</html>
`;
}

const STYLE = `
body { margin: 0; font: 15px/1.5 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #202124; }
main { max-width: 1000px; margin: 0 auto; padding: 16px; }
figure { margin: 16px 0; overflow-x: auto; }
section { overflow-x: auto; }
table { border-collapse: collapse; margin-bottom: 24px; }
th, td { border: 1px solid #dadce0; padding: 4px 8px; white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { figure, tr { break-inside: avoid; } thead { display: table-header-group; } }
`;

type Say = (key: keyof typeof PAGE_TEXTS, more?: Readonly<Record<string, string>>) => string;

function charts(tables: RollUpTables, say: Say, language: Language): string[] {
  const { trend, ranking, money } = tables;
  const lastYear = (table: RollUpTable): RollUpTable => {
    const years = columnOf(table, 'year');
    return { ...table, rows: table.rows.filter((_, row) => years[row] === years.at(-1)) };
  };
  const [places, amounts] = [lastYear(ranking), byDistrict(lastYear(money))];
  const yearOf = (table: RollUpTable): string => String(columnOf(table, 'year')[0] ?? '');
  return [
    ...(trend.rows.length > 0
      ? [
          chart(say('trendChart'), trend, {
            labels: 'month',
            type: 'line',
            series: ['rateA', 'rateB'],
            language,
          }),
        ]
      : []),
    ...(places.rows.length > 0
      ? [
          chart(say('rankingChart', { year: yearOf(places) }), places, {
            labels: 'district',
            type: 'bar',
            series: ['rateA', 'rateB'],
            language,
          }),
        ]
      : []),
    ...(amounts.rows.length > 0
      ? [
          chart(say('moneyChart', { year: yearOf(amounts) }), amounts, {
            labels: 'district',
            type: 'bar',
            series: ['budget', 'spent'],
            language,
          }),
        ]
      : []),
  ];
}

/** All heads of a district together. */
function byDistrict(money: RollUpTable): RollUpTable {
  const [districts, budgets, spendings] = (['district', 'budget', 'spent'] as const).map((name) =>
    columnOf(money, name),
  );
  const sums = new Map<TableCell, [number, number]>();
  districts?.forEach((district, row) => {
    const [budget, spent] = sums.get(district) ?? [0, 0];
    sums.set(district, [
      budget + Number(budgets?.[row] ?? 0),
      spent + Number(spendings?.[row] ?? 0),
    ]);
  });
  const year = columnOf(money, 'year')[0] ?? null;
  return {
    ...money,
    columns: (['year', 'district', 'budget', 'spent'] as const).map((name) => ({
      name,
      label: '',
    })),
    rows: [...sums].map(([district, amounts]) => [year, district, ...amounts]),
  };
}

const WIDTH = 960;
const LINE = 28;

interface ChartParts {
  readonly labels: ColumnName;
  readonly type: 'bar' | 'line';
  readonly series: readonly ColumnName[];
  readonly language: Language;
}

/** Districts are below each other, so that a hundred of them can be read. */
function chart(
  title: string,
  table: RollUpTable,
  { labels, type, series, language }: ChartParts,
): string {
  const names = columnOf(table, labels).map(String);
  const isBar = type === 'bar';
  const isRate = series.includes('rateA');
  const values = {
    type: 'value' as const,
    axisLabel: {
      formatter: (value: number) =>
        isRate ? `${Math.round(value * 100)}%` : value.toLocaleString('en'),
    },
  };
  const categories = { type: 'category' as const, data: names, inverse: isBar };
  const option: EChartsOption = {
    animation: false,
    title: { text: title, left: 'center' },
    legend: { top: 28 },
    grid: { left: 8, right: 24, top: 64, bottom: 8, containLabel: true },
    xAxis: isBar ? values : categories,
    yAxis: isBar ? categories : { ...values, scale: true },
    series: series.map((name) => ({
      type,
      name: COLUMN_LABELS[name][language],
      data: columnOf(table, name),
    })),
  };
  const height = isBar ? 110 + names.length * LINE : 340;
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  drawn.setOption(option);
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return svg;
}

const RATES: readonly ColumnName[] = ['rateA', 'rateB', 'changeA', 'executed'];
const DECIMALS: readonly ColumnName[] = ['hours', 'budget', 'spent'];

function tableMarkup({ title, columns, rows }: RollUpTable): string {
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, at) => cellMarkup(cell, columns[at]?.name)).join('')}</tr>`)
    .join('\n');
  return `<section><h2>${escaped(title)}</h2>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></section>`;
}

function cellMarkup(cell: TableCell, column: ColumnName | undefined): string {
  if (typeof cell !== 'number') return `<td>${escaped(cell ?? '—')}</td>`;
  return `<td class="number">${shownNumber(cell, column)}</td>`;
}

function shownNumber(value: number, column: ColumnName | undefined): string {
  if (column !== undefined && RATES.includes(column)) return `${(value * 100).toFixed(1)}%`;
  const digits = column !== undefined && DECIMALS.includes(column) ? 2 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
