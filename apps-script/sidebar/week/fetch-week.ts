// The one call with which the sidebar opens: the steps of the week, running sends, the caller's role. The panels do not wait for it.
import type { DashboardWeek } from '#core/contract/dashboard';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import type { PanelContext } from '../panel-context';

export async function fetchWeek(context: PanelContext): Promise<DashboardWeek> {
  const week = expectAction('week', await callFunction('dashboard', { action: 'week' }));
  context.role = week.role;
  if (week.isDeploymentAdmin) context.adviseOtherAccount();
  return week;
}
