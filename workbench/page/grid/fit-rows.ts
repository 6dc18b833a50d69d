// Rows as high as their text, as Sheets shows them: wrapped, of several lines or in a larger size.
import { change, type Component } from './component';
import type { GridCell, TabState } from './tab-state';

/** The component's number for text that is wrapped, and its usual size in points. */
const WRAPPED = 3;
const USUAL_SIZE = 11;

/** Only a tab that has been drawn can be measured: called again when it comes to the front. */
export function fitRows(component: Component, tab: TabState): void {
  const subUnitId = component.ids.toGrid(tab.sheetId);
  const sheet = component.workbook.getSheetBySheetId(subUnitId);
  const skeleton = sheet?.getSkeleton();
  const rows = rowsToFit(tab);
  if (!skeleton || !sheet || rows.length === 0) return;
  const endColumn = tab.columnCount - 1;
  const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn }));
  const rowsAutoHeightInfo = skeleton
    .calculateAutoHeightInRange(ranges)
    .filter(({ row, autoHeight }) => sheet.getRowHeight(row) !== autoHeight);
  if (rowsAutoHeightInfo.length === 0) return;
  const mutation = 'sheet.mutation.set-worksheet-row-auto-height';
  change(component, mutation, { subUnitId, rowsAutoHeightInfo });
}

function rowsToFit({ cells, rowHeights }: TabState): number[] {
  return [...cells.keys()].filter(
    (row) => !rowHeights.has(row) && cells[row]?.some((cell) => cell && needsFit(cell)),
  );
}

function needsFit({ value, style }: GridCell): boolean {
  if (value === null) return false;
  const isLarge = (style?.fs ?? USUAL_SIZE) > USUAL_SIZE;
  return isLarge || style?.tb === WRAPPED || (typeof value === 'string' && value.includes('\n'));
}
