// One sheet of the grid that a tab's state is applied to.
import type { Worksheet } from '@univerjs/core';
import type { Component } from './component';
import type { TabState } from './tab-state';

export interface SheetContext {
  readonly component: Component;
  readonly sheet: Worksheet;
  readonly tab: TabState;
  readonly subUnitId: string;
}
