// Brings one tab of the grid to what the server holds, touching only what differs.
import type { ICellData, Nullable } from '@univerjs/core';
import type { SheetContext } from './sheet-context';
import { applyDimensions } from './apply-dimensions';
import { applyRules } from './apply-rules';
import { applyProtection } from './protection';
import { replacing, styleKey } from './cell-style';
import { change, styleOf, worksheetOf, type Component, type GridPlace } from './component';
import type { GridCell, TabState } from './tab-state';
import { cellData, freeze, valueOf } from './worksheet-data';

const EMPTY: GridCell = { value: null, formula: null, style: null, styleKey: styleKey(null) };

/** Leaves `editing` alone; answers whether that cell would have changed. */
export function applyTab(component: Component, tab: TabState, editing: GridPlace | null): boolean {
  const sheet = worksheetOf(component, tab.sheetId);
  if (sheet === null) return false;
  const here = { component, sheet, tab, subUnitId: sheet.getSheetId() };
  grow(here);
  const held = applyCells(here, editing?.sheetId === tab.sheetId ? editing : null);
  shrink(here);
  applyMerges(here);
  applyDimensions(here);
  applyFreeze(here);
  applyRules(here);
  applyProtection(component, tab);
  return held;
}

function grow({ component, sheet, tab, subUnitId }: SheetContext): void {
  const { rowCount, columnCount } = tab;
  if (rowCount > sheet.getRowCount()) {
    change(component, 'sheet.mutation.set-worksheet-row-count', { subUnitId, rowCount });
  }
  if (columnCount > sheet.getColumnCount()) {
    change(component, 'sheet.mutation.set-worksheet-column-count', { subUnitId, columnCount });
  }
}

function shrink({ component, sheet, tab, subUnitId }: SheetContext): void {
  const { rowCount, columnCount } = tab;
  if (rowCount < sheet.getRowCount()) {
    change(component, 'sheet.mutation.set-worksheet-row-count', { subUnitId, rowCount });
  }
  if (columnCount < sheet.getColumnCount()) {
    change(component, 'sheet.mutation.set-worksheet-column-count', { subUnitId, columnCount });
  }
}

function applyCells(here: SheetContext, editing: GridPlace | null): boolean {
  const { component, subUnitId } = here;
  const cellValue: Record<number, Record<number, object>> = {};
  let held = false;
  for (const { row, column, data } of differences(here)) {
    if (editing?.row === row && editing.column === column) held = true;
    else (cellValue[row] ??= {})[column] = data;
  }
  if (Object.keys(cellValue).length > 0) {
    change(component, 'sheet.mutation.set-range-values', { subUnitId, cellValue });
  }
  return held;
}

function* differences({ component, sheet, tab }: SheetContext) {
  const matrix = sheet.getCellMatrix();
  const rows = Math.max(tab.cells.length, matrix.getLength());
  for (let row = 0; row < rows; row++) {
    const wanted = tab.cells[row] ?? [];
    const columns = Math.max(wanted.length, tab.columnCount, sheet.getColumnCount());
    for (let column = 0; column < columns; column++) {
      const data = difference(component, matrix.getValue(row, column), wanted[column]);
      if (data !== null) yield { row, column, data };
    }
  }
}

function difference(
  component: Component,
  held: Nullable<ICellData>,
  wanted: GridCell = EMPTY,
): object | null {
  if (wanted === EMPTY && !held) return null;
  const sameStyle = styleKey(styleOf(component, held)) === wanted.styleKey;
  const sameContent = contentIsSame(held, wanted);
  if (sameStyle && sameContent) return null;
  return {
    ...(!sameContent && { v: null, t: null, f: null, si: null, p: null, ...cellData(wanted) }),
    ...(!sameStyle && { s: replacing(wanted.style) }),
  };
}

/** A formula's result is the component's own business. */
function contentIsSame(held: Nullable<ICellData>, wanted: GridCell): boolean {
  const formula = (held && held.f) ?? null;
  if (formula !== null || wanted.formula !== null) return formula === wanted.formula;
  return valueOf(held) === wanted.value;
}

function applyMerges({ component, sheet, tab, subUnitId }: SheetContext): void {
  const held = new Map(sheet.getMergeData().map((area) => [mergeKey(area), area]));
  const wanted = new Map(tab.merges.map((area) => [mergeKey(area), area]));
  const gone = [...held].flatMap(([key, area]) => (wanted.has(key) ? [] : [area]));
  const come = [...wanted].flatMap(([key, area]) => (held.has(key) ? [] : [area]));
  if (gone.length > 0) {
    change(component, 'sheet.mutation.remove-worksheet-merge', { subUnitId, ranges: gone });
  }
  if (come.length > 0) {
    change(component, 'sheet.mutation.add-worksheet-merge', { subUnitId, ranges: come });
  }
}

function mergeKey(area: TabState['merges'][number]): string {
  return [area.startRow, area.startColumn, area.endRow, area.endColumn].join();
}

function applyFreeze({ component, sheet, tab, subUnitId }: SheetContext): void {
  const { xSplit, ySplit } = sheet.getFreeze();
  if (xSplit === tab.frozenColumns && ySplit === tab.frozenRows) return;
  change(component, 'sheet.mutation.set-frozen', { subUnitId, ...freeze(tab) });
}
