// The cell with an open editor: where it is, what is typed in it, and how it follows its row.
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, IUniverInstanceService } from '@univerjs/core';
import {
  IEditorBridgeService,
  IRenderManagerService,
  SheetCellEditorResizeService,
} from '@univerjs/preset-sheets-core';
import { worksheetOf, type Component, type GridPlace } from './component';
import { valueOf } from './worksheet-data';

export interface OpenEditor {
  /** Null when no editor is open. */
  readonly place: () => GridPlace | null;
  /** The row or column is elsewhere now, and what is typed goes with it. */
  moveTo(place: GridPlace): void;
  /** Closes the editor without writing; answers what was typed. */
  giveUp(): string;
}

interface EditorEvents {
  readonly closed: () => void;
  /** Typed and confirmed, but the same as the cell shows: the component writes nothing, though the server may hold another value. */
  readonly confirmedAsShown: (place: GridPlace) => void;
}

export function watchEditor(
  component: Component,
  { closed, confirmedAsShown }: EditorEvents,
): OpenEditor {
  const { api, ids, workbook } = component;
  let editing: GridPlace | null = null;
  api.addEvent(api.Event.SheetEditStarted, ({ worksheet, row, column }) => {
    editing = { sheetId: ids.toServer(worksheet.getSheetId()), row, column };
  });
  api.addEvent(api.Event.SheetEditEnded, ({ isConfirm }) => {
    if (isConfirm && editing !== null && isAsShown(component, editing)) confirmedAsShown(editing);
    editing = null;
    closed();
  });
  return {
    place: () => editing,
    moveTo(place) {
      editing = place;
      moveEditor(component, place);
    },
    giveUp() {
      const text = typedText(component);
      editing = null;
      void workbook.endEditingAsync(false);
      return text;
    },
  };
}

/** The component keeps what is typed while the editor is said to stay open, whatever cell it is given. */
function moveEditor({ workbook, ids }: Component, { sheetId, row, column }: GridPlace): void {
  const injector = workbook.getActiveSheet().getInject();
  const bridge = injector.get(IEditorBridgeService);
  const unitId = workbook.getId();
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  if (!render) return;
  const { scene, engine } = render;
  const primary = {
    actualRow: row,
    actualColumn: column,
    startRow: row,
    startColumn: column,
    endRow: row,
    endColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  const wasKept = bridge.isForceKeepVisible();
  bridge.enableForceKeepVisible();
  bridge.setEditCell({ scene, engine, unitId, sheetId: ids.toGrid(sheetId), primary });
  if (!wasKept) bridge.disableForceKeepVisible();
  render.with(SheetCellEditorResizeService).fitTextSize();
}

function isAsShown(component: Component, { sheetId, row, column }: GridPlace): boolean {
  const bridge = component.workbook.getActiveSheet().getInject().get(IEditorBridgeService);
  const cell = worksheetOf(component, sheetId)?.getCellRaw(row, column);
  const text = typedText(component);
  return bridge.getEditorDirty() && text !== '' && String(valueOf(cell) ?? '') === text;
}

function typedText({ workbook }: Component): string {
  const units = workbook.getActiveSheet().getInject().get(IUniverInstanceService);
  const document = units.getUnit(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  if (!document) return '';
  const { body } = document.getSnapshot() as { body?: { dataStream: string } }; // a text document
  // A paragraph ends in \r, the document in \r\n.
  return (body?.dataStream ?? '').replace(/\r\n$/, '').replaceAll('\r', '\n');
}
