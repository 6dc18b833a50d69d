// What a browser test may ask of the page: `window.lectern`.
import { readCell, selectCell } from './grid/open-grid';
import type { Component } from './grid/component';
import type { Value } from './grid/tab-state';

interface Handle {
  /** Fulfilled when the grid takes input. */
  readonly ready: Promise<void>;
  readCell(tabTitle: string, a1: string): Value;
  activeTab(): string;
  select(tabTitle: string, a1: string): boolean;
}

declare global {
  interface Window {
    lectern?: Handle;
  }
}

export function offerToTests(component: Component, ready: Promise<void>): void {
  window.lectern = {
    ready,
    readCell: (tabTitle, a1) => readCell(component, tabTitle, a1),
    activeTab: () => component.workbook.getActiveSheet().getSheetName(),
    select(tabTitle, a1) {
      const sheet = component.workbook.getSheetByName(tabTitle);
      if (sheet === null) return false;
      return selectCell(component, component.ids.toServer(sheet.getSheetId()), a1);
    },
  };
  void ready.then(() => (document.body.dataset['ready'] = 'true'));
}
