import type { Card } from './card';
import type { PanelContext } from './panel-context';

/** One thing a clerk can do here. */
export interface Panel {
  readonly card: Card;
  /** Does what its main button does. */
  start(): void;
  /** Runs when the sidebar opens: shows what is pending. */
  opened?(): void;
}

export type CreatePanel = (context: PanelContext) => Panel;
