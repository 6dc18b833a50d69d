import {
  columnsLabelled,
  reportSheet,
  withTotals,
  type ReportColumn,
} from '../report/report-table';
import { fill, type Language } from '../text/language';
import { percentCell } from '../report/percent-cell';
import { toCents } from '../money/cents';
import type { ReportSheet } from '../workbook/write/change';
import { COST_HEADS } from '../workbook/tabs/money';
import { executionRate, type BudgetExecution, type HeadLine } from './execution';
import { generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';

/** One row per head and their sum; the months below. */
export function executionSheet(execution: BudgetExecution, facts: BudgetReportFacts): ReportSheet {
  const { language, programme } = facts.settings;
  const { year, held, open, heads, months, overall, leftOut } = execution;
  const column = columnsLabelled(BUDGET_TEXTS, language);
  return reportSheet({
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
      column('head', {
        kind: 'text',
        width: 140,
        cell: ({ head }: HeadLine) => COST_HEADS[head][language],
        total: BUDGET_TEXTS.sum[language],
      }),
      ...withTotals(amountColumns(language), overall),
      column('state', {
        kind: 'text',
        width: 150,
        cell: ({ state }: HeadLine) => BUDGET_TEXTS[state][language],
      }),
    ],
    lines: heads,
    second: {
      header: {
        head: BUDGET_TEXTS.month[language],
        spent: BUDGET_TEXTS.spent[language],
        committed: BUDGET_TEXTS.committed[language],
      },
      rows: months.map(({ month, spent, committed }) => ({
        head: month,
        spent: money(spent),
        committed: money(committed),
      })),
    },
    charts: [
      {
        title: BUDGET_TEXTS.chartHeads[language],
        type: 'COLUMN',
        rows: 'lines',
        labels: 'head',
        series: ['total', 'spent', 'committed'],
      },
      {
        title: BUDGET_TEXTS.chartMonths[language],
        type: 'COLUMN',
        rows: 'second',
        labels: 'head',
        series: ['spent', 'committed'],
      },
    ],
    identity: ['head'],
    frozenThrough: 'head',
  });
}

type Amounts = Omit<HeadLine, 'head' | 'state'>;

function amountColumns(language: Language): ReportColumn<Amounts, keyof typeof BUDGET_TEXTS>[] {
  const column = columnsLabelled(BUDGET_TEXTS, language);
  const amount = { kind: 'money', width: 110 } as const;
  return [
    column('planned', { ...amount, cell: ({ planned }) => money(planned) }),
    column('adjusted', { ...amount, cell: ({ adjusted }) => money(adjusted) }),
    column('total', { ...amount, cell: ({ total }) => money(total) }),
    column('spent', { ...amount, cell: ({ spent }) => money(spent) }),
    column('committed', { ...amount, cell: ({ committed }) => money(committed) }),
    column('left', { ...amount, cell: ({ left }) => money(left) }),
    column('rate', {
      kind: 'percent',
      width: 80,
      cell: (line) => percentCell(executionRate(line)),
    }),
    column('forecast', { ...amount, cell: ({ forecast }) => money(forecast) }),
    column('forecastLeft', {
      ...amount,
      cell: ({ total, forecast }) => money(toCents(total - forecast)),
    }),
  ];
}
