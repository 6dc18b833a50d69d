// The dashboard as a tab: the week, then rates, units, budget, hours and the coming weeks, each a small table.
import { rateSentence } from '../attendance/report/report-columns';
import { ATTENDANCE_TEXTS } from '../attendance/report/report.texts';
import { formatRate } from '../attendance/rate';
import { BUDGET_TEXTS } from '../budget/budget.texts';
import { money } from '../budget/report-heading';
import { executionRate, type BudgetExecution } from '../budget/execution';
import { formatCents } from '../money/cents';
import { percentCell } from '../report/percent-cell';
import { blockSheet, type BlockRow, type ReportBlock } from '../report/report-blocks';
import { fill, type Language } from '../text/language';
import { joined } from '../text/listed';
import type { Settings } from '../workbook/read/settings';
import { COST_HEADS } from '../workbook/tabs/money';
import type { ReportSheet } from '../workbook/write/change';
import { DASHBOARD_TEXTS } from './dashboard.texts';
import { describeWeek } from './describe-week';
import type { DashboardFigures } from './figures';
import type { WeekStep } from './week';
import { STEP_LABELS, STEP_STATE_LABELS } from './week.texts';

export const DASHBOARD_REPORT = 'report-dashboard' as const;

export interface DashboardFacts {
  readonly figures: DashboardFigures;
  readonly steps: readonly WeekStep[];
  /** Where a step leads, as a link within the workbook; null when its tab is not there. */
  readonly linkOf: (step: WeekStep) => string | null;
  readonly settings: Settings;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

type Key = 'item' | 'state' | 'detail' | 'rateA' | 'rateB' | 'total' | 'spent' | 'committed';
type Block = ReportBlock<Key>;

export function dashboardSheet(facts: DashboardFacts): ReportSheet {
  const { figures, settings, generatedAt } = facts;
  const { language, programme } = settings;
  const label = (key: keyof typeof DASHBOARD_TEXTS): string => DASHBOARD_TEXTS[key][language];
  const percent = { kind: 'percent', width: 80 } as const;
  const amount = { kind: 'money', width: 110 } as const;
  return blockSheet<Key>({
    title: label('sheet'),
    color: '#188038',
    heading: [
      fill(label('heading'), { programme }),
      fill(label('generated'), { generatedAt, ...figures.period }),
      rateSentence(ATTENDANCE_TEXTS.meaningA, figures.overall.a, language),
      rateSentence(ATTENDANCE_TEXTS.meaningB, figures.overall.b, language),
    ],
    columns: [
      { key: 'item', label: label('week'), kind: 'text', width: 190 },
      { key: 'state', label: label('state'), kind: 'text', width: 80 },
      { key: 'detail', label: label('detail'), kind: 'text', width: 420 },
      { key: 'rateA', label: label('rateA'), ...percent },
      { key: 'rateB', label: label('rateB'), ...percent },
      { key: 'total', label: label('total'), ...amount },
      { key: 'spent', label: label('spent'), ...amount },
      { key: 'committed', label: label('committed'), ...amount },
    ],
    blocks: [
      weekBlock(facts),
      sessionBlock(figures, language),
      ...(figures.units.units.length + figures.units.withheld > 0
        ? [unitBlock(figures, language)]
        : []),
      budgetBlock(figures.budget, language),
      hoursBlock(figures, language),
      weeksBlock(figures, language),
    ],
    identity: ['item'],
    frozenThrough: 'item',
  });
}

function weekBlock({ steps, linkOf, settings: { language } }: DashboardFacts): Block {
  return {
    header: {},
    rows: steps.map((step): BlockRow<Key> => {
      const target = linkOf(step);
      return {
        cells: {
          item: STEP_LABELS[step.key][language],
          state: STEP_STATE_LABELS[step.state][language],
          detail: step.words,
        },
        link: target === null ? null : { column: 'item', target },
      };
    }),
  };
}

const rateHeader = (language: Language) => ({
  rateA: DASHBOARD_TEXTS.rateA[language],
  rateB: DASHBOARD_TEXTS.rateB[language],
});

function sessionBlock({ sessions }: DashboardFigures, language: Language): Block {
  return {
    header: {
      item: DASHBOARD_TEXTS.sessions[language],
      state: DASHBOARD_TEXTS.number[language],
      detail: DASHBOARD_TEXTS.title[language],
      ...rateHeader(language),
    },
    rows: sessions.map(({ date, number, title, rates }) => ({
      cells: {
        item: date,
        state: number === null ? null : String(number),
        detail: title,
        rateA: percentCell(rates.a),
        rateB: percentCell(rates.b),
      },
    })),
    chart: {
      title: DASHBOARD_TEXTS.sessions[language],
      type: 'LINE',
      labels: 'item',
      series: ['rateA', 'rateB'],
    },
  };
}

function unitBlock(
  { units: { units, notShown, withheld } }: DashboardFigures,
  language: Language,
): Block {
  const notes = [
    notShown > 0 ? fill(DASHBOARD_TEXTS.notShown[language], { count: notShown }) : null,
    withheld > 0 ? fill(DASHBOARD_TEXTS.withheld[language], { count: withheld }) : null,
  ].filter((note) => note !== null);
  return {
    header: {
      item: DASHBOARD_TEXTS.units[language],
      state: DASHBOARD_TEXTS.rank[language],
      detail: notes.length > 0 ? joined(notes, language) : null,
      ...rateHeader(language),
    },
    rows: units.map(({ unit, rank, rates, people }) => ({
      cells: {
        item: unit,
        state: String(rank),
        detail: fill(DASHBOARD_TEXTS.unitPeople[language], { people }),
        rateA: percentCell(rates.a),
        rateB: percentCell(rates.b),
      },
    })),
    ...(units.length > 0 && {
      chart: {
        title: DASHBOARD_TEXTS.units[language],
        type: 'BAR' as const,
        labels: 'item' as const,
        series: ['rateA', 'rateB'] as const,
      },
    }),
  };
}

function budgetBlock({ year, heads, overall }: BudgetExecution, language: Language): Block {
  const row = (
    item: string,
    state: string | null,
    { total, spent, committed, left }: BudgetExecution['overall'],
  ): BlockRow<Key> => ({
    cells: {
      item,
      state,
      detail: fill(DASHBOARD_TEXTS.execution[language], {
        rate: formatRate(executionRate({ spent, total })),
        left: formatCents(left),
      }),
      total: money(total),
      spent: money(spent),
      committed: money(committed),
    },
  });
  return {
    header: {
      item: fill(DASHBOARD_TEXTS.budget[language], { year }),
      state: DASHBOARD_TEXTS.state[language],
      detail: DASHBOARD_TEXTS.detail[language],
      total: DASHBOARD_TEXTS.total[language],
      spent: DASHBOARD_TEXTS.spent[language],
      committed: DASHBOARD_TEXTS.committed[language],
    },
    rows: [
      ...heads.map((line) =>
        row(COST_HEADS[line.head][language], BUDGET_TEXTS[line.state][language], line),
      ),
      ...(heads.length > 0 ? [row(DASHBOARD_TEXTS.sum[language], null, overall)] : []),
    ],
    chart: {
      title: DASHBOARD_TEXTS.chartBudget[language],
      type: 'BAR',
      labels: 'item',
      series: ['total', 'spent', 'committed'],
    },
  };
}

function hoursBlock(figures: DashboardFigures, language: Language): Block {
  return {
    header: {
      item: fill(DASHBOARD_TEXTS.hours[language], { year: figures.year }),
      detail: DASHBOARD_TEXTS.hoursPeople[language],
    },
    rows: hoursLines(figures, language).map(({ label, value }) => ({
      cells: { item: label, detail: value },
    })),
  };
}

/** The four groups of the people who have a target, and together all of them. */
export function hoursLines(
  { hours }: Pick<DashboardFigures, 'hours'>,
  language: Language,
): { readonly label: string; readonly value: string }[] {
  const { withTarget, reached, onCourse, short } = hours;
  const counts = {
    reached,
    onCourse,
    short: short.length,
    unclear: withTarget - reached - onCourse - short.length,
  };
  const keys = ['reached', 'onCourse', 'short', 'unclear'] as const;
  return keys.map((key) => ({
    label: DASHBOARD_TEXTS[key][language],
    value: fill(DASHBOARD_TEXTS.share[language], { count: counts[key], of: withTarget }),
  }));
}

function weeksBlock({ weeks }: DashboardFigures, language: Language): Block {
  return {
    header: {
      item: DASHBOARD_TEXTS.weeks[language],
      detail: DASHBOARD_TEXTS.plan[language],
    },
    rows: weeks.map((week) => ({
      cells: {
        item: fill(DASHBOARD_TEXTS.fromTo[language], { from: week.from, to: week.to.slice(5) }),
        detail: describeWeek(week, language),
      },
    })),
  };
}
