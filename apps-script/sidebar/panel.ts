import type { DashboardWeek } from '#core/contract/dashboard';
import type { Card } from './card';
import type { PanelContext } from './panel-context';
import type { ActionOutcome } from './run-action';

/** One thing a clerk can do here. */
export interface Panel {
  readonly card: Card;
  /** Does what its main button does. */
  start(): void;
  /** Runs when the sidebar opens, with what its one call returns. */
  opened?(week: Promise<DashboardWeek>): void;
}

export type CreatePanel = (context: PanelContext) => Panel;

/** What a panel does whose controls are fetched when they are wanted. */
export interface LatePanel {
  /** Returns the controls. */
  open(context: PanelContext, card: Card): Promise<ActionOutcome>;
}
