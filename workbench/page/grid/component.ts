// The grid component as the rest of this folder uses it: one workbook, changed by named mutations.
import type { ICellData, IStyleData, Nullable, Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook } from '@univerjs/sheets/facade';
import type { SheetIds } from './sheet-ids';

export interface Component {
  readonly api: FUniver;
  readonly workbook: FWorkbook;
  readonly ids: SheetIds;
}

/** One cell, from zero. */
export interface GridPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** Marks a mutation as coming from the server: not undone, not sent back. */
const FROM_SERVER = { fromCollab: true };

export function change(
  { api, workbook }: Component,
  mutation: string,
  params: Readonly<Record<string, unknown>>,
): void {
  api.syncExecuteCommand(mutation, { unitId: workbook.getId(), ...params }, FROM_SERVER);
}

export function worksheetOf(component: Component, sheetId: number): Worksheet | null {
  const sheet = component.workbook.getSheetBySheetId(component.ids.toGrid(sheetId));
  return sheet?.getSheet() ?? null;
}

/** A cell's style written out; the component keeps most as names of shared styles. */
export function styleOf({ workbook }: Component, cell: Nullable<ICellData>): IStyleData | null {
  return workbook.getWorkbook().getStyles().getStyleByCell(cell) ?? null;
}

/** The tab in front, by its number on the server. */
export function activeTab({ workbook, ids }: Component): number {
  return ids.toServer(workbook.getActiveSheet().getSheetId());
}
