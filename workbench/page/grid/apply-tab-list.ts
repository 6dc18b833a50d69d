// Brings the row of tabs to what the server holds: new, gone, renamed, moved, hidden, coloured.
import { change, type Component } from './component';
import type { TabState } from './tab-state';
import { worksheetData } from './worksheet-data';

export function applyTabList(component: Component, tabs: readonly TabState[]): void {
  addNew(component, tabs);
  leaveActive(component, tabs);
  removeGone(component, tabs);
  for (const tab of tabs) applyLooks(component, tab);
  applyOrder(component, tabs);
}

function addNew(component: Component, tabs: readonly TabState[]): void {
  for (const [index, tab] of tabs.entries()) {
    if (sheetOf(component, tab) !== null) continue;
    change(component, 'sheet.mutation.insert-sheet', { index, sheet: worksheetData(tab) });
  }
}

/** The grid must not be left showing a tab that is about to go or to be hidden. */
function leaveActive(component: Component, tabs: readonly TabState[]): void {
  const active = component.workbook.getActiveSheet().getSheetId();
  const visible = tabs.filter(({ hidden }) => !hidden);
  if (visible.some(({ sheetId }) => component.ids.toGrid(sheetId) === active)) return;
  const [first] = visible;
  const next = first === undefined ? null : sheetOf(component, first);
  if (next !== null) component.workbook.setActiveSheet(next);
}

function removeGone(component: Component, tabs: readonly TabState[]): void {
  const wanted = new Set(tabs.map(({ sheetId }) => component.ids.toGrid(sheetId)));
  for (const sheet of component.workbook.getSheets()) {
    const subUnitId = sheet.getSheetId();
    if (wanted.has(subUnitId)) continue;
    const subUnitName = sheet.getSheetName();
    change(component, 'sheet.mutation.remove-sheet', { subUnitId, subUnitName });
  }
}

function applyLooks(component: Component, tab: TabState): void {
  const sheet = sheetOf(component, tab);
  if (sheet === null) return;
  const subUnitId = sheet.getSheetId();
  if (sheet.getSheetName() !== tab.title) {
    change(component, 'sheet.mutation.set-worksheet-name', { subUnitId, name: tab.title });
  }
  if (sheet.isSheetHidden() !== tab.hidden) {
    const hidden = tab.hidden ? 1 : 0;
    change(component, 'sheet.mutation.set-worksheet-hidden', { subUnitId, hidden });
  }
  if ((sheet.getTabColor() ?? '') !== (tab.color ?? '')) {
    change(component, 'sheet.mutation.set-tab-color', { subUnitId, color: tab.color ?? '' });
  }
}

function applyOrder(component: Component, tabs: readonly TabState[]): void {
  for (const [toOrder, tab] of tabs.entries()) {
    const subUnitId = component.ids.toGrid(tab.sheetId);
    const order = component.workbook.getSheets().map((sheet) => sheet.getSheetId());
    const fromOrder = order.indexOf(subUnitId);
    if (fromOrder === toOrder || fromOrder < 0) continue;
    change(component, 'sheet.mutation.set-worksheet-order', { subUnitId, fromOrder, toOrder });
  }
}

function sheetOf({ workbook, ids }: Component, { sheetId }: TabState) {
  return workbook.getSheetBySheetId(ids.toGrid(sheetId));
}
