import {
  ATTENDANCE_REPORTS,
  buildAttendanceReport as report,
} from '#core/attendance/report/report';
import { yearToDate } from '#core/attendance/periods';
import type { Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { RequestOf } from '#core/contract/functions';
import type { Settings } from '#core/workbook/read/settings';
import { planReports } from '#core/report/plan-reports';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { periodBetween } from '../runtime/period-between';
import { tabOf } from '../runtime/write-report';
import { writeWithRetry } from '../runtime/write-with-retry';
import type { UseCase } from '../runtime/use-case';

const TABS = ['schedule', 'attendance', 'roster', 'statuses'] as const;

/** Rates by person, unit and session, who never missed one and who did without leave; rewrites the report tabs with their charts. */
export const attendanceReport: UseCase<'attendanceReport'> = {
  tabs: [...TABS, 'leave'],
  reports: () => ATTENDANCE_REPORTS,
  required: TABS,
  exact: TABS,
  async run(request, { snapshot: first, settings, reread }, ports) {
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const period = periodOf(request, settings, now.day);
    const generatedAt = `${now.day} ${now.time}`;
    const make = ({ tables }: Snapshot) => report({ tables, settings, period, generatedAt });
    if (request.action === 'read') return { ...make(first).summary, tabs: [] };
    const decide = (snapshot: Snapshot) => {
      const { sheets, summary } = make(snapshot);
      // Six empty tabs in place of reports that somebody may still need: the period is more likely a mistake.
      if (summary.sessions === 0) throw new AppError('noHeldInPeriod', { facts: period });
      const changes = planReports(snapshot, sheets, settings.language);
      return { changes, result: { ...summary, tabs: changes.map(tabOf) } };
    };
    return writeWithRetry(first, { reread, decide }, ports);
  },
};

/** What was asked for; else the settings' year, up to today while it runs. Throws `AppError` badPeriod. */
function periodOf(
  request: RequestOf<'attendanceReport'>,
  settings: Settings,
  today: Day,
): { from: Day; to: Day } {
  const usual = yearToDate(settings, today, request.from);
  return periodBetween(usual.from, request.to ?? usual.to);
}
