// What a browser test may ask of the page: `window.lectern`.
import { readCell, selectCell, selectedCell } from './grid/open-grid';
import type { Component } from './grid/component';
import type { Value } from './grid/tab-state';

interface Handle {
  /** Fulfilled when the grid takes input. */
  readonly ready: Promise<void>;
  readCell(tabTitle: string, a1: string): Value;
  /** What a cell shows. */
  displayed(tabTitle: string, a1: string): string;
  /** Of the tab in front. */
  frozenRows(): number;
  activeTab(): string;
  selectedCell(): string;
  /** Titles of the tabs one can see, in order. */
  tabs(): string[];
  select(tabTitle: string, a1: string): boolean;
  /** Where a cell of the tab in front lies on the page, as long as nothing is scrolled. */
  cellBox(a1: string): Box;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
    displayed(tabTitle, a1) {
      const sheet = component.workbook.getSheetByName(tabTitle);
      return sheet?.getRange(a1).getDisplayValue() ?? '';
    },
    frozenRows: () => component.workbook.getActiveSheet().getFrozenRows(),
    activeTab: () => component.workbook.getActiveSheet().getSheetName(),
    selectedCell: () => selectedCell(component),
    tabs: () =>
      component.workbook
        .getSheets()
        .filter((sheet) => !sheet.isSheetHidden())
        .map((sheet) => sheet.getSheetName()),
    select(tabTitle, a1) {
      const sheet = component.workbook.getSheetByName(tabTitle);
      if (sheet === null) return false;
      return selectCell(component, component.ids.toServer(sheet.getSheetId()), a1);
    },
    cellBox(a1) {
      const { x, y, width, height } = component.workbook
        .getActiveSheet()
        .getRange(a1)
        .getCellRect();
      const canvas = document.querySelector(
        `#univer-sheet-main-canvas_${component.workbook.getId()}`,
      );
      const corner = canvas?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x: corner.x + x, y: corner.y + y, width, height };
    },
  };
  void ready.then(() => (document.body.dataset['ready'] = 'true'));
}
