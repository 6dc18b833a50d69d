// The tables and their charts as one page without scripts, which can be printed or sent.
import { init, type EChartsOption } from 'echarts';
import { groupBy } from '#core/text/group-by';
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
${charts(tables, say, language).join('\n')}
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

/** All heads of a district together. Districts of two regions may have one name. */
function byDistrict(money: RollUpTable): RollUpTable {
  const names = ['year', 'region', 'district', 'budget', 'spent'] as const;
  const values = names.map((name) => columnOf(money, name));
  const lines = money.rows.map((_, row) => values.map((value) => value[row] ?? null));
  const rows = [...groupBy(lines, (line) => JSON.stringify(line.slice(0, 3))).values()].map(
    (group) => [
      ...(group[0]?.slice(0, 3) ?? []),
      ...[3, 4].map((at) => group.reduce((sum, line) => sum + Number(line[at] ?? 0), 0)),
    ],
  );
  return { ...money, columns: names.map((name) => ({ name, label: '' })), rows };
}

/** A district's name, with its region where another one has the same. */
function districtLabels(table: RollUpTable): string[] {
  const regions = columnOf(table, 'region');
  const districts = columnOf(table, 'district').map(String);
  return districts.map((district, row) => {
    const isAlone = districts.indexOf(district) === districts.lastIndexOf(district);
    return isAlone ? district : `${regions[row] ?? ''} ${district}`.trim();
  });
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
  const names = labels === 'district' ? districtLabels(table) : columnOf(table, labels).map(String);
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
    legend: { top: 38 },
    grid: { left: 8, right: 24, top: 74, bottom: 8, containLabel: true },
    xAxis: isBar ? values : categories,
    yAxis: isBar ? categories : { ...values, scale: true },
    series: series.map((name) => ({
      type,
      name: COLUMN_LABELS[name][language],
      data: columnOf(table, name),
    })),
  };
  const height = isBar ? 120 + names.length * LINE : 350;
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  drawn.setOption(option);
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return `<figure role="img" aria-label="${escaped(title)}" tabindex="0">${svg}</figure>`;
}

const RATES: readonly ColumnName[] = ['rateA', 'rateB', 'executed'];
const DECIMALS: readonly ColumnName[] = ['hours', 'budget', 'spent'];

function tableMarkup({ title, columns, rows }: RollUpTable): string {
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, at) => cellMarkup(cell, columns[at]?.name)).join('')}</tr>`)
    .join('\n');
  return `<section tabindex="0"><h2>${escaped(title)}</h2>
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
  if (column === 'changeA') return signed(value);
  const digits = column !== undefined && DECIMALS.includes(column) ? 2 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** One place after the point, with its sign. */
const signed = (points: number): string => {
  const shown = points.toFixed(1);
  if (Number(shown) === 0) return '0.0';
  return points > 0 ? `+${shown}` : shown.replace('-', '−');
};

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
