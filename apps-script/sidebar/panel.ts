import type { Card } from './card';
import type { PanelContext } from './panel-context';

/** One thing a clerk can do here. */
export interface Panel {
  readonly card: Card;
  /** Does what its main button does. */
  start(): void;
  /** Looks, when the sidebar opens, whether there is something to tell. */
  opened?(): void;
}

export type CreatePanel = (context: PanelContext) => Panel;
