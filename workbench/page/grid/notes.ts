// Notes on cells: a mark in the corner as in Google Sheets, and the text beside the cell on hover or selection.
import { InterceptorEffectEnum, type IDisposable } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { FRange } from '@univerjs/sheets/facade';
import { createElement } from 'react';
import type { Component, GridPlace } from './component';
import type { TabState } from './tab-state';

const MARK = { color: '#f29900', size: 7 };

type Tabs = ReadonlyMap<number, TabState>;

/** Answers what to call when the notes may have changed under the selection. */
export function showNotes(component: Component, tabs: Tabs, container: HTMLElement): () => void {
  markCells(component, tabs);
  const { api, ids } = component;
  const popup = notePopup(component, tabs, container);
  let selected: GridPlace | null = null;
  api.addEvent(api.Event.SelectionChanged, ({ worksheet, selections: [range] }) => {
    selected =
      range === undefined
        ? null
        : {
            sheetId: ids.toServer(worksheet.getSheetId()),
            row: range.startRow,
            column: range.startColumn,
          };
    popup.show(selected);
  });
  api.addEvent(api.Event.CellHover, ({ worksheet, row, column }) => {
    const hovered = { sheetId: ids.toServer(worksheet.getSheetId()), row, column };
    popup.show(noteAt(tabs, hovered) === undefined ? selected : hovered);
  });
  let isEditing = false;
  api.addEvent(api.Event.SheetEditStarted, () => {
    isEditing = true;
    popup.show(null);
  });
  api.addEvent(api.Event.SheetEditEnded, () => (isEditing = false));
  return () => {
    // Notes are no part of the component's own data: it does not draw them anew by itself.
    component.workbook.getActiveSheet().refreshCanvas();
    if (!isEditing) popup.show(selected);
  };
}

function noteAt(tabs: Tabs, { sheetId, row, column }: GridPlace): string | undefined {
  return tabs.get(sheetId)?.notes.get(`${row},${column}`);
}

function markCells({ workbook, ids }: Component, tabs: Tabs): void {
  const interceptors = workbook.getActiveSheet().getInject().get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    handler(cell, { unitId, subUnitId, row, col }, next) {
      const isMarked =
        unitId === workbook.getId() &&
        noteAt(tabs, { sheetId: ids.toServer(subUnitId), row, column: col }) !== undefined;
      if (!isMarked) return next(cell);
      return next({ ...cell, markers: { ...cell?.markers, tr: MARK } });
    },
  });
}

/** One note at a time, anchored to its cell by the component, which moves it on scrolling. */
function notePopup({ workbook, ids }: Component, tabs: Tabs, container: HTMLElement) {
  let open: IDisposable | null = null;
  let shown = '';
  return {
    show(place: GridPlace | null): void {
      const note = place === null ? undefined : noteAt(tabs, place);
      const key = place === null || note === undefined ? '' : JSON.stringify([place, note]);
      if (key === shown) return;
      shown = key;
      open?.dispose();
      open = null;
      if (place === null || note === undefined) return;
      const sheet = workbook.getSheetBySheetId(ids.toGrid(place.sheetId));
      const card = () => createElement('div', { className: 'note', role: 'note' }, note);
      const range = sheet?.getRange(place.row, place.column);
      const direction = range === undefined ? 'horizontal' : sideFor(range, container);
      const options = { componentKey: card, direction, offset: [6, 0] };
      open = range?.attachPopup(options as never) ?? null;
      if (open === null) shown = ''; // not drawn yet: tried again at the next move
    },
  };
}

/** The widest note, its distance from the cell and from the edge. */
const NOTE_WIDTH = 280 + 6 + 8;

/** Right of the cell, or left of it, or under it: within the grid, never over the sidebar. */
function sideFor(range: FRange, container: HTMLElement): string {
  const { x, width } = range.getCellRect();
  const grid = container.getBoundingClientRect();
  if (x + width + NOTE_WIDTH <= grid.width) return 'right';
  return x >= NOTE_WIDTH ? 'left' : 'bottom-right';
}
