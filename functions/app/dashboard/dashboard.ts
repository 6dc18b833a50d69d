import { addDays } from '#core/calendar/day';
import { endOfDay, toLocalTime } from '#core/calendar/zone';
import type { DashboardResponse } from '#core/contract/dashboard';
import { DASHBOARD_REPORT } from '#core/dashboard/dashboard-sheet';
import { AppError } from '../../errors';
import { readSends } from '../notice/notice-progress';
import { writeReport } from '../runtime/write-report';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import {
  DASHBOARD_REQUIRED,
  DASHBOARD_TABS,
  makeDashboard,
  readDashboard,
  readFigures,
  stepAnswers,
  totalsOf,
} from './read-dashboard';

/** The week as a list of steps, the dashboard's figures, its tab, and a link to it for leaders. */
export const dashboard: UseCase<'dashboard'> = {
  tabs: DASHBOARD_TABS,
  reports: ({ action }) => (action === 'write' ? [DASHBOARD_REPORT] : []),
  required: DASHBOARD_REQUIRED,
  exact: DASHBOARD_REQUIRED,
  async run({ action, spreadsheetId }, opened, ports): Promise<DashboardResponse> {
    const { snapshot, settings, language, role } = opened;
    const now = ports.clock.now();
    switch (action) {
      case 'week': {
        const steps = stepAnswers(readDashboard({ snapshot, settings, now }), language);
        return { action, steps, role, ...(await readSends(spreadsheetId, opened, ports)) };
      }
      case 'figures':
        return { action, ...totalsOf(readFigures(readDashboard({ snapshot, settings, now }))) };
      case 'write':
        return {
          action,
          ...(await writeReport(
            (latest) => makeDashboard(readDashboard({ snapshot: latest, settings, now })),
            opened,
            ports,
          )),
        };
      case 'link':
        return leadersLink(spreadsheetId, opened, ports);
    }
  },
};

/** Valid until midnight after its last day. Throws `AppError` pagesNotSetUp, dashboardLinksOff. */
function leadersLink(
  spreadsheetId: string,
  { settings }: OpenedWorkbook,
  { links, clock }: Ports,
): Extract<DashboardResponse, { action: 'link' }> {
  const { dashboardLinkDays: days, timeZone } = settings;
  if (days === 0) throw new AppError('dashboardLinksOff');
  const until = addDays(toLocalTime(clock.now(), timeZone).day, days);
  const address = links?.address('dashboard', {
    spreadsheetId,
    occasionId: '',
    memberId: null,
    expires: endOfDay(until, timeZone),
  });
  if (!address) throw new AppError('pagesNotSetUp');
  return { action: 'link', address, until };
}
