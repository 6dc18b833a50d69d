import { fill } from '../text/language';
import { percentCell } from '../attendance/report/report-columns';
import { toCents } from '../money/cents';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { COST_HEADS } from '../workbook/tabs/money';
import type { Execution, HeadLine } from './execution';
import { column, generatedLine, money, type ReportFacts } from './report-heading';
import { WORDS } from './report-words';

/** Positions of the columns that the charts draw. */
const [TOTAL, SPENT, COMMITTED] = [3, 4, 5];

/** One row per head and their sum; the months below. */
export function executionSheet(execution: Execution, facts: ReportFacts): ReportSheet {
  const { language, programme } = facts.settings;
  const { year, held, open, heads, months, overall, leftOut } = execution;
  const headRows = heads.map((line) => [
    COST_HEADS[line.head][language],
    ...amountCells(line),
    WORDS[line.state][language],
  ]);
  const monthRows = months.map(({ month, spent, committed }) => [
    ...[month, null, null, null],
    ...[money(spent), money(committed)],
  ]);
  const monthHeader = [
    WORDS.month[language],
    null,
    null,
    null,
    WORDS.spent[language],
    WORDS.committed[language],
  ];
  return {
    title: WORDS.execution[language],
    color: '#e37400',
    heading: [
      fill(WORDS.executionHeading[language], { programme, year }),
      generatedLine(facts, ['budget', 'expenses', 'schedule', 'rates']),
      fill(WORDS.meaning[language], {
        percent: Math.round(facts.settings.budgetWarning * 100),
      }),
      fill(WORDS.forecastMeaning[language], { held, open }),
      ...(leftOut > 0 ? [fill(WORDS.leftOut[language], { count: leftOut })] : []),
    ],
    columns: [
      column('head', language, 'text', 140),
      ...(['planned', 'adjusted', 'total', 'spent', 'committed', 'left'] as const).map((key) =>
        column(key, language, 'money', 110),
      ),
      column('rate', language, 'percent', 80),
      column('forecast', language, 'money', 110),
      column('forecastLeft', language, 'money', 110),
      column('state', language, 'text', 150),
    ],
    rows: [
      ...headRows,
      [WORDS.sum[language], ...amountCells(overall)],
      [],
      monthHeader,
      ...monthRows,
    ],
    boldRows: [headRows.length, headRows.length + 2],
    charts: charts(facts.settings.language, headRows.length, monthRows.length),
    ...{ identity: [0], frozenColumns: 1 },
  };
}

function amountCells(line: Omit<HeadLine, 'head' | 'state'>): Cell[] {
  const { planned, adjusted, total, spent, committed, left, forecast } = line;
  return [
    ...[planned, adjusted, total, spent, committed, left].map(money),
    percentCell({ numerator: spent, denominator: Math.max(total, 0) }),
    money(forecast),
    money(toCents(total - forecast)),
  ];
}

function charts(
  language: ReportFacts['settings']['language'],
  heads: number,
  months: number,
): ReportSheet['charts'] {
  const afterHeader = heads + 3; // sum, blank row, header
  const all: ReportSheet['charts'] = [
    {
      title: WORDS.chartHeads[language],
      type: 'COLUMN',
      labels: 0,
      series: [TOTAL, SPENT, COMMITTED],
      firstRow: 0,
      rowCount: heads,
    },
    {
      title: WORDS.chartMonths[language],
      type: 'COLUMN',
      labels: 0,
      series: [SPENT, COMMITTED],
      firstRow: afterHeader,
      rowCount: months,
    },
  ];
  return all.filter(({ rowCount }) => rowCount > 0);
}
