// The spreadsheet on the page: opened from the server's workbook and kept in step with it.
import { LifecycleStages } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Content, SheetsApi } from '../server/sheets-api';
import { parseA1, type Area } from './a1';
import { applyTab } from './apply-tab';
import { activeTab, type Component } from './component';
import { fitRows } from './fit-rows';
import type { GridWords } from './grid-words';
import { listenForKeys } from './keyboard';
import { sendCell, sendLocalEdits } from './local-edits';
import { followLinks } from './links';
import { showNotes } from './notes';
import { watchEditor } from './open-editor';
import { openUniver } from './open-univer';
import { Outbox, type OutboxEvents } from './outbox';
import { Positions } from './positions';
import { ServerChanges } from './server-changes';
import { SheetIds } from './sheet-ids';
import { readTab, type TabState, type Value } from './tab-state';
import { valueOf, workbookData } from './worksheet-data';

export interface Grid {
  readonly component: Component;
  readonly changes: ServerChanges;
  /** Asks the server for what all pages see afterwards. */
  readonly request: (sheetId: number, requests: readonly object[]) => void;
  /** What the server held of each tab when it was last asked. */
  readonly tabs: ReadonlyMap<number, TabState>;
}

interface Settings {
  readonly container: HTMLElement;
  readonly words: GridWords;
  readonly spreadsheetId: string;
  readonly content: Content;
  readonly api: SheetsApi;
  readonly saving: OutboxEvents;
  /** Called after the grid has taken over changes from the server. */
  readonly applied: () => void;
  /** Called when a link leads to the charts of the tab in front. */
  readonly showCharts: () => void;
}

export function openGrid(settings: Settings): Grid {
  const { container, words, spreadsheetId, api, applied, showCharts } = settings;
  const { sheets = [], properties } = settings.content.book;
  const tabs = new Map(sheets.map(readTab).map((tab) => [tab.sheetId, tab]));
  const startKeys = listenForKeys(container);
  const univer = openUniver(container, words);
  const source = { id: spreadsheetId, title: properties?.title ?? '', tabs: [...tabs.values()] };
  const workbook = univer.createWorkbook(workbookData(source, words.locale));
  const component: Component = { api: univer, workbook, ids: new SheetIds() };
  for (const tab of tabs.values()) applyTab(component, tab, null);

  const positions = new Positions();
  for (const sheetId of tabs.keys()) positions.show(sheetId, settings.content.revision);
  const { saving } = settings;
  const outbox = new Outbox(api, positions, {
    ...saving,
    refused(message) {
      saving.refused(message);
      changes.touchAll(); // the grid goes back to what the server holds
    },
    overtaken() {
      saving.overtaken();
      changes.touchAll();
    },
  });
  const editor = watchEditor(component, {
    closed: () => changes.release(),
    confirmedAsShown: (place) => sendCell(component, outbox, place),
  });
  const showSelectedNote = showNotes(component, tabs, container);
  const fitActive = () => {
    const tab = tabs.get(activeTab(component));
    if (tab !== undefined) fitRows(component, tab);
  };
  const changes = new ServerChanges({
    api,
    component,
    outbox,
    positions,
    editor,
    homeless: saving.homeless,
    tabs,
    applied() {
      fitActive();
      showSelectedNote();
      applied();
    },
  });
  univer.addEvent(univer.Event.ActiveSheetChanged, fitActive);
  void whenReady(component).then(fitActive);
  sendLocalEdits(component, outbox);
  startKeys(component, tabs);
  stayOnPage(container);
  followLinks(component, tabs, {
    goTo: ({ sheetId, a1 }) => void selectCell(component, sheetId, a1),
    showCharts,
  });
  const request = (sheetId: number, requests: readonly object[]) =>
    outbox.request(sheetId, requests);
  return { component, changes, request, tabs };
}

/** Scrolling left past the first column would be taken for the gesture that goes back in the browser's history. */
function stayOnPage(container: HTMLElement): void {
  const keep = (event: WheelEvent) => {
    if (event.deltaX !== 0) event.preventDefault();
  };
  container.addEventListener('wheel', keep, { passive: false });
}

/** Shows the tab and brings the cell, if one is named, into view; false when there is no such tab. */
export function selectCell({ workbook, ids }: Component, sheetId: number, a1: string): boolean {
  const sheet = workbook.getSheetBySheetId(ids.toGrid(sheetId));
  if (sheet === null) return false;
  workbook.setActiveSheet(sheet);
  const area = parseA1(a1);
  if (area !== null) {
    sheet.getRange({ ...area }).activate();
    reveal(sheet, area);
  }
  return true;
}

/** Scrolls only when the cell is out of view, and then leaves a few rows above it. */
function reveal(sheet: FWorksheet, { startRow, startColumn }: Area): void {
  const seen = sheet.getVisibleRange();
  // A tab that has not been drawn yet has no range either, whatever the type says.
  if (seen) {
    const rowIsSeen =
      startRow < sheet.getFrozenRows() || (startRow >= seen.startRow && startRow < seen.endRow);
    const columnIsSeen =
      startColumn < sheet.getFrozenColumns() ||
      (startColumn >= seen.startColumn && startColumn < seen.endColumn);
    if (rowIsSeen && columnIsSeen) return;
  }
  const [row, column] = [startRow - 3, startColumn - 2].map((index) => Math.max(0, index));
  sheet.scrollToCell(row ?? 0, column ?? 0);
}

/** When the grid has been drawn and takes input. */
export function whenReady({ api }: Component): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      if (api.getCurrentLifecycleStage() < LifecycleStages.Rendered) return;
      requestAnimationFrame(() => resolve());
    };
    api.addEvent(api.Event.LifeCycleChanged, settle);
    settle();
  });
}

/** The cell with the cursor, as `C5`. */
export function selectedCell({ workbook }: Component): string {
  return workbook.getActiveCell()?.getA1Notation() ?? '';
}

/** What a cell shows: dates as dates, shares as percentages. */
export function displayOf(
  { workbook, ids }: Component,
  sheetId: number,
  place: { readonly row: number; readonly column: number },
): string {
  const sheet = workbook.getSheetBySheetId(ids.toGrid(sheetId));
  return sheet?.getRange(place.row, place.column).getDisplayValue() ?? '';
}

export function readCell({ workbook }: Component, title: string, a1: string): Value {
  const sheet = workbook.getSheetByName(title);
  const area = parseA1(a1);
  if (sheet === null || area === null) throw new Error(`There is no cell ${title}!${a1}.`);
  return valueOf(sheet.getSheet().getCellRaw(area.startRow, area.startColumn));
}
