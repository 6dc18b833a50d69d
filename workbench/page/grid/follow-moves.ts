// What points at cells of a tab goes along when others moved its rows and columns: editor, selection, undo.
import { IUndoRedoService } from '@univerjs/core';
import { placeAfter, type Move } from 'sheets-emulator/moves';
import { activeTab, type Component, type GridPlace } from './component';

/** Undo remembers cells by their numbers, which are those of other rows now. */
export function forgetUndo({ workbook }: Component): void {
  const undo = workbook.getActiveSheet().getInject().get(IUndoRedoService);
  undo.clearUndoRedo(workbook.getId());
}

/** Null for moves that nobody knows any more. */
export function placeOf(place: GridPlace, moves: readonly Move[] | null): GridPlace | null {
  return moves === null ? null : placeAfter(place, moves);
}

/** The cell with the cursor stays the one it was; what was selected around it is let go. */
export function moveSelection(component: Component, sheetId: number, moves: readonly Move[]): void {
  if (activeTab(component) !== sheetId) return;
  const sheet = component.workbook.getActiveSheet();
  const range = sheet.getActiveRange()?.getRange();
  if (range === undefined) return;
  const { startRow: row, startColumn: column, endRow, endColumn } = range;
  const start = placeAfter({ sheetId, row, column }, moves);
  const end = placeAfter({ sheetId, row: endRow, column: endColumn }, moves);
  if (start === null || (start.row === row && start.column === column && end?.row === endRow)) {
    return;
  }
  const isWhole = end !== null && end.row >= start.row && end.column >= start.column;
  const last = isWhole ? end : start;
  sheet
    .getRange({
      startRow: start.row,
      startColumn: start.column,
      endRow: last.row,
      endColumn: last.column,
    })
    .activate();
}
