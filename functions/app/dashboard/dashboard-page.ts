// The dashboard for leaders, behind a signed link: figures of groups, no name of a person, nothing to write.
import { AppError } from '../../errors';
import type { PageCase } from '../runtime/page-case';
import { createReadCache } from '../runtime/read-cache';
import { dashboardView } from './dashboard-view';
import {
  DASHBOARD_REQUIRED,
  DASHBOARD_TABS,
  readDashboard,
  readFigures,
  readSteps,
} from './read-dashboard';

/** Made once for a process: leaders who open the page within seconds of each other share a read. */
export function dashboardPage(): PageCase {
  return {
    purpose: 'dashboard',
    tabs: DASHBOARD_TABS,
    required: DASHBOARD_REQUIRED,
    read: createReadCache(),
    show({ snapshot, settings, now }) {
      if (settings.dashboardLinkDays === 0) throw new AppError('dashboardLinksOff');
      const reading = readDashboard({ snapshot, settings, now });
      return dashboardView({
        figures: readFigures(reading),
        steps: readSteps(reading, settings.language),
        settings,
        now,
      });
    },
    submit() {
      throw new AppError('readOnlyPage');
    },
  };
}
