import type { DashboardWeek } from '#core/contract/dashboard';
import type { Card } from './card';
import type { PanelContext } from './panel-context';

/** One thing a clerk can do here. */
export interface Panel {
  readonly card: Card;
  /** Does what its main button does. */
  start(): void;
  /** Runs when the sidebar opens, with what its one call returns. */
  opened?(week: Promise<DashboardWeek>): void;
}

export type CreatePanel = (context: PanelContext) => Panel;
