// The dashboard's parts from a workbook that was read: for the sidebar, the tab and the leaders' page.
import { toLocalTime } from '#core/calendar/zone';
import type { DashboardTotals, Step } from '#core/contract/dashboard';
import { formatRate, type Rate } from '#core/attendance/rate';
import { executionRate } from '#core/budget/execution';
import { dashboardFigures, type DashboardFigures } from '#core/dashboard/figures';
import { stepTargets, targetLink } from '#core/dashboard/step-target';
import { DASHBOARD_REPORT, dashboardSheet } from '#core/dashboard/dashboard-sheet';
import { weekSteps, type WeekStep } from '#core/dashboard/week';
import { STEP_LABELS, STEP_STATE_LABELS } from '#core/dashboard/week.texts';
import { toAmount } from '#core/contract/amount';
import { readBook, type ReadBook } from '#core/model/book';
import { WHOLE_SESSION } from '#core/model/statuses';
import type { Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { MadeReport } from '../runtime/write-report';

/** The check looks at all tabs; the log is in none of them. */
export const DASHBOARD_TABS: readonly TabKey[] = TAB_KEYS.filter((key) => key !== 'log');
/** Without these there is no week; what else is missing is a finding or an empty part. */
export const DASHBOARD_REQUIRED: readonly TabKey[] = [
  'schedule',
  'roster',
  'speakers',
  'attendance',
  'statuses',
  'notices',
];

/** The workbook, read once for the steps and the figures. */
export interface DashboardReading {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly now: Date;
  readonly read: ReadBook;
}

export function readDashboard(opened: Omit<DashboardReading, 'read'>): DashboardReading {
  const { snapshot, settings, now } = opened;
  return { ...opened, read: readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day) };
}

export function readSteps(
  { snapshot, now, read }: DashboardReading,
  language: Language,
): readonly WeekStep[] {
  return weekSteps({ snapshot, read, now, language });
}

export const readFigures = ({ read }: DashboardReading): DashboardFigures =>
  dashboardFigures(read.book);

export function stepAnswers(reading: DashboardReading, language: Language): Step[] {
  const targetOf = stepTargets(reading.snapshot);
  return readSteps(reading, language).map((step) => ({
    key: step.key,
    label: STEP_LABELS[step.key][language],
    state: step.state,
    stateLabel: STEP_STATE_LABELS[step.state][language],
    words: step.words,
    action: step.action,
    target: targetOf(step),
  }));
}

type Totals = Omit<DashboardTotals, 'action' | 'tab'>;

export function totalsOf({ year, period, overall, budget, hours }: DashboardFigures): Totals {
  const { total, spent, left } = budget.overall;
  return {
    year,
    ...period,
    overall: { a: rateAnswer(overall.a), b: rateAnswer(overall.b) },
    budget: {
      total: toAmount(total),
      spent: toAmount(spent),
      left: toAmount(left),
      rate: formatRate(executionRate(budget.overall)),
    },
    hours: { reached: hours.reached, withTarget: hours.withTarget },
  };
}

/** In sessions, as a reader counts them. */
const rateAnswer = (rate: Rate): Totals['overall']['a'] => ({
  numerator: rate.numerator / WHOLE_SESSION,
  denominator: rate.denominator / WHOLE_SESSION,
  text: formatRate(rate),
});

export function makeDashboard(reading: DashboardReading): MadeReport<Totals> {
  const { settings, now, snapshot } = reading;
  const figures = readFigures(reading);
  const targetOf = stepTargets(snapshot);
  const local = toLocalTime(now, settings.timeZone);
  const sheet = dashboardSheet({
    figures,
    steps: readSteps(reading, settings.language),
    linkOf: (step) => {
      const target = targetOf(step);
      return target && targetLink(target);
    },
    settings,
    generatedAt: `${local.day} ${local.time}`,
  });
  return { key: DASHBOARD_REPORT, sheet, answer: totalsOf(figures) };
}
