// What leaders see of the dashboard: the same figures as on the tab, and no name of a person.
import { formatRate } from '#core/attendance/rate';
import { ATTENDANCE_TEXTS } from '#core/attendance/report/report.texts';
import { rateSentence } from '#core/attendance/report/report-columns';
import { executionRate, type BudgetExecution } from '#core/budget/execution';
import { BUDGET_TEXTS } from '#core/budget/budget.texts';
import { toLocalTime } from '#core/calendar/zone';
import { hoursLines } from '#core/dashboard/dashboard-sheet';
import { DASHBOARD_TEXTS } from '#core/dashboard/dashboard.texts';
import { describeWeek } from '#core/dashboard/describe-week';
import type { DashboardFigures } from '#core/dashboard/figures';
import type { WeekStep } from '#core/dashboard/week';
import { STEP_LABELS, STEP_STATE_LABELS } from '#core/dashboard/week.texts';
import { formatCents } from '#core/money/cents';
import { roundedShare } from '#core/report/percent-cell';
import { fill, type Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import { COST_HEADS } from '#core/workbook/tabs/money';
import type { PageSection, PageView } from '../runtime/page-view';

export interface DashboardViewFacts {
  readonly figures: DashboardFigures;
  readonly steps: readonly WeekStep[];
  readonly settings: Settings;
  readonly now: Date;
}

export function dashboardView({ figures, steps, settings, now }: DashboardViewFacts): PageView {
  const { language, programme, timeZone } = settings;
  const local = toLocalTime(now, timeZone);
  const generated = fill(DASHBOARD_TEXTS.generated[language], {
    generatedAt: `${local.day} ${local.time}`,
    ...figures.period,
  });
  return {
    heading: fill(DASHBOARD_TEXTS.heading[language], { programme }),
    notice: null,
    facts: [],
    forms: [],
    sections: [
      weekSection(steps, language),
      ratesSection(figures, language),
      ...unitSections(figures, language),
      budgetSection(figures.budget, language),
      hoursSection(figures, language),
      weeksSection(figures, language),
      { heading: null, lines: [generated] },
    ],
  };
}

const label = (key: keyof typeof DASHBOARD_TEXTS, language: Language): string =>
  DASHBOARD_TEXTS[key][language];

function weekSection(steps: readonly WeekStep[], language: Language): PageSection {
  return {
    heading: label('week', language),
    table: {
      columns: [label('item', language), label('state', language), label('detail', language)],
      rows: steps.map(({ key, state, words }) => [
        STEP_LABELS[key][language],
        STEP_STATE_LABELS[state][language],
        words,
      ]),
    },
  };
}

function ratesSection(figures: DashboardFigures, language: Language): PageSection {
  const { overall, sessions } = figures;
  const series = (name: 'rateA' | 'rateB', of: 'a' | 'b') => ({
    name: label(name, language),
    values: sessions.map(({ rates }) => roundedShare(rates[of])),
  });
  return {
    heading: label('sessions', language),
    lines: [
      rateSentence(ATTENDANCE_TEXTS.meaningA, overall.a, language),
      rateSentence(ATTENDANCE_TEXTS.meaningB, overall.b, language),
    ],
    ...(sessions.length >= 2 && {
      chart: {
        kind: 'lines' as const,
        labels: sessions.map(({ date }) => date.slice(5)),
        series: [series('rateA', 'a'), series('rateB', 'b')],
      },
    }),
    table: {
      columns: [
        label('date', language),
        label('title', language),
        label('rateA', language),
        label('rateB', language),
      ],
      rows: sessions.map(({ date, title, rates }) => [
        date.slice(5),
        title ?? '',
        formatRate(rates.a),
        formatRate(rates.b),
      ]),
    },
  };
}

/** The settings decide how many, or none, and how small a unit may be. */
function unitSections(
  { units: { units, withheld } }: DashboardFigures,
  language: Language,
): PageSection[] {
  if (units.length === 0 && withheld === 0) return [];
  return [
    {
      heading: label('units', language),
      ...(withheld > 0 && { lines: [fill(label('withheld', language), { count: withheld })] }),
      ...(units.length > 0 && {
        table: {
          columns: [
            label('rank', language),
            label('unit', language),
            label('rateA', language),
            label('rateB', language),
          ],
          rows: units.map(({ unit, rank, rates }) => [
            String(rank),
            unit,
            formatRate(rates.a),
            formatRate(rates.b),
          ]),
        },
      }),
    },
  ];
}

function budgetSection({ year, heads, overall }: BudgetExecution, language: Language): PageSection {
  const lines = [
    ...heads.map((line) => ({ name: COST_HEADS[line.head][language], line })),
    { name: label('sum', language), line: overall },
  ];
  return {
    heading: fill(label('budget', language), { year }),
    lines: heads.flatMap(({ head, state }) =>
      state === 'ok'
        ? []
        : [
            fill(label('headState', language), {
              head: COST_HEADS[head][language],
              state: BUDGET_TEXTS[state][language],
            }),
          ],
    ),
    ...(heads.length > 0 && {
      chart: {
        kind: 'bars' as const,
        bars: lines.map(({ name, line: { total, spent, committed } }) => ({
          label: name,
          parts: [spent, committed],
          whole: total,
        })),
        parts: [label('spent', language), label('committed', language)],
        whole: label('total', language),
      },
    }),
    table: {
      columns: [
        label('head', language),
        label('total', language),
        label('spent', language),
        label('rate', language),
      ],
      rows: lines.map(({ name, line }) => [
        name,
        formatCents(line.total),
        formatCents(line.spent),
        formatRate(executionRate(line)),
      ]),
    },
  };
}

function hoursSection(figures: DashboardFigures, language: Language): PageSection {
  return {
    heading: fill(label('hours', language), { year: figures.year }),
    table: {
      columns: [label('item', language), label('hoursPeople', language)],
      rows: hoursLines(figures, language).map((line) => [line.label, line.value]),
    },
  };
}

function weeksSection({ weeks }: DashboardFigures, language: Language): PageSection {
  return {
    heading: label('weeks', language),
    table: {
      columns: [label('span', language), label('plan', language)],
      rows: weeks.map((week) => [
        fill(label('fromTo', language), { from: week.from.slice(5), to: week.to.slice(5) }),
        describeWeek(week, language),
      ]),
    },
  };
}
