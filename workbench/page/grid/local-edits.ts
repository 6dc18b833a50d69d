// Listens to what the user does in the grid and hands it to the outbox.
import type { Component, GridPlace } from './component';
import type { Outbox } from './outbox';
import { structureRequests } from './structure-requests';
import { allCells, movedCells, readTouched, touchedBy, type Touch } from './touched-cells';

interface Params {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly trigger?: string;
  readonly sheet?: { readonly id: string; readonly cellData?: object };
}

/** The server shifts formulas and passes formats on by itself when rows and columns come and go. */
const SHIFTS = /^sheet\.command\.(insert|remove)-(row|col|multi)/;

export function sendLocalEdits(component: Component, outbox: Outbox): void {
  const { api } = component;
  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (options?.fromCollab === true || options?.['fromFormula'] === true) return;
    const given = (params ?? {}) as Params; // every mutation of a workbook names it
    if (given.unitId !== component.workbook.getId()) return;
    const here = { component, outbox };
    if (id === 'sheet.mutation.insert-sheet') sendNewTab(here, id, given);
    else if (id === 'sheet.mutation.move-range') sendMove(here, given);
    else if (given.subUnitId !== undefined) sendChange(here, id, given.subUnitId, given);
  });
}

interface Here {
  readonly component: Component;
  readonly outbox: Outbox;
}

function sendChange(here: Here, mutation: string, gridId: string, params: Params): void {
  const touches = touchedBy(mutation, params);
  if (touches !== null) {
    if (!SHIFTS.test(params.trigger ?? '')) sendCells(here, gridId, touches);
    return;
  }
  const sheetId = here.component.ids.toServer(gridId);
  const requests = structureRequests(mutation, sheetId, params);
  if (requests !== null) here.outbox.restructure(sheetId, requests);
}

function sendMove(here: Here, params: Params): void {
  for (const { gridId, cells } of movedCells(params)) sendCells(here, gridId, cells);
}

/** A copied tab, and one brought back by undo, arrives with its cells. */
function sendNewTab(here: Here, mutation: string, { sheet, ...params }: Params): void {
  if (sheet === undefined) return;
  const sheetId = here.component.ids.toServer(sheet.id);
  const requests = structureRequests(mutation, sheetId, { ...params, sheet }) ?? [];
  here.outbox.restructure(sheetId, requests);
  sendCells(here, sheet.id, allCells(sheet.cellData ?? {}));
}

function sendCells({ component, outbox }: Here, gridId: string, touches: readonly Touch[]): void {
  if (touches.length === 0) return;
  const sheetId = component.ids.toServer(gridId);
  const title = component.workbook.getSheetBySheetId(gridId)?.getSheetName();
  if (title === undefined) return;
  outbox.edit({ sheetId, title }, readTouched(component, sheetId, touches));
}

/** Sends what a cell of the grid holds, although nothing in the grid has changed. */
export function sendCell(component: Component, outbox: Outbox, place: GridPlace): void {
  const { sheetId, row, column } = place;
  const touch = { row, column, hasContent: true, hasStyle: false };
  sendCells({ component, outbox }, component.ids.toGrid(sheetId), [touch]);
}
