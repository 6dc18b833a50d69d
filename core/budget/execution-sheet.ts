import { fill } from '../text/language';
import { percentCell } from '../attendance/report/report-columns';
import { toCents } from '../money/cents';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { COST_HEADS } from '../workbook/tabs/money';
import type { BudgetExecution, HeadLine } from './execution';
import { column, generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';

/** Positions of the columns that the charts draw. */
const [TOTAL, SPENT, COMMITTED] = [3, 4, 5];

/** One row per head and their sum; the months below. */
export function executionSheet(execution: BudgetExecution, facts: BudgetReportFacts): ReportSheet {
  const { language, programme } = facts.settings;
  const { year, held, open, heads, months, overall, leftOut } = execution;
  const headRows = heads.map((line) => [
    COST_HEADS[line.head][language],
    ...amountCells(line),
    BUDGET_TEXTS[line.state][language],
  ]);
  const monthRows = months.map(({ month, spent, committed }) => [
    ...[month, null, null, null],
    ...[money(spent), money(committed)],
  ]);
  const monthHeader = [
    BUDGET_TEXTS.month[language],
    null,
    null,
    null,
    BUDGET_TEXTS.spent[language],
    BUDGET_TEXTS.committed[language],
  ];
  return {
    title: BUDGET_TEXTS.execution[language],
    color: '#e37400',
    heading: [
      fill(BUDGET_TEXTS.executionHeading[language], { programme, year }),
      generatedLine(facts, ['budget', 'expenses', 'schedule', 'standards']),
      fill(BUDGET_TEXTS.meaning[language], {
        percent: Math.round(facts.settings.budgetWarning * 100),
      }),
      fill(BUDGET_TEXTS.forecastMeaning[language], { held, open }),
      ...(leftOut > 0 ? [fill(BUDGET_TEXTS.leftOut[language], { count: leftOut })] : []),
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
      [BUDGET_TEXTS.sum[language], ...amountCells(overall)],
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
  language: BudgetReportFacts['settings']['language'],
  heads: number,
  months: number,
): ReportSheet['charts'] {
  const afterHeader = heads + 3; // sum, blank row, header
  const all: ReportSheet['charts'] = [
    {
      title: BUDGET_TEXTS.chartHeads[language],
      type: 'COLUMN',
      labels: 0,
      series: [TOTAL, SPENT, COMMITTED],
      firstRow: 0,
      rowCount: heads,
    },
    {
      title: BUDGET_TEXTS.chartMonths[language],
      type: 'COLUMN',
      labels: 0,
      series: [SPENT, COMMITTED],
      firstRow: afterHeader,
      rowCount: months,
    },
  ];
  return all.filter(({ rowCount }) => rowCount > 0);
}
