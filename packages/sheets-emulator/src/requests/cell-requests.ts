/** updateCells, appendCells, repeatCell, setDataValidation. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { cellArea, startsOutside, type Area } from '../a1/area';
import { exceedsGrid } from '../a1/resolve-range';
import { invalid } from '../api-error';
import { compactCell, isFilled, richCell, type Cell } from '../model/cell';
import { gridSize, type Sheet } from '../model/sheet';
import { growGrid } from '../structure/edit-dimension';
import { adjustFormula } from '../formulas/adjust-formula';
import type { RequestHandlers } from './reply';
import { exactArea, required, requiredMask, targetArea, targetSheet } from './target';
import { cellUpdater } from './update-cell';

type CellData = sheets_v4.Schema$CellData;
type RowData = sheets_v4.Schema$RowData;

const EMPTY: CellData = {};

/** Cells of the area that the rows do not reach are treated as empty data. */
function updateArea(
  sheet: Sheet,
  area: Area,
  rows: readonly RowData[],
  fields: string | null | undefined,
) {
  const update = cellUpdater(requiredMask(fields, 'CellData'));
  for (let row = area.startRow; row < area.endRow; row++) {
    const values = rows[row - area.startRow]?.values;
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const data = values?.[column - area.startColumn] ?? EMPTY;
      sheet.grid.setCell(row, column, update(sheet.grid.cell(row, column), data));
    }
  }
}

/** From a start, each row reaches as far as its own data. */
function updateFrom(
  sheet: Sheet,
  start: { row: number; column: number },
  rows: readonly RowData[],
  fields: string | null | undefined,
): void {
  const update = cellUpdater(requiredMask(fields, 'CellData'));
  rows.forEach(({ values = [] }, rowOffset) => {
    values.forEach((data, columnOffset) => {
      const row = start.row + rowOffset;
      const column = start.column + columnOffset;
      sheet.grid.setCell(row, column, update(sheet.grid.cell(row, column), data));
    });
  });
}

/** Rows and columns are counted from 0 in these refusals. */
function checkReach({ startRow, endRow, startColumn, endColumn }: Area, rows: readonly RowData[]) {
  const refuse = (what: string, index: number, last: number) =>
    invalid(
      `Attempting to write ${what}: ${index}, beyond the last requested ${what} of: ${last - 1}`,
    );
  rows.forEach(({ values = [] }, offset) => {
    if (startRow + offset >= endRow) throw refuse('row', startRow + offset, endRow);
    if (startColumn + values.length > endColumn) throw refuse('column', endColumn, endColumn);
  });
}

const widest = (rows: readonly RowData[]): number =>
  rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);

/** The row after the last one that holds a value, as far as the grid goes. */
function lastFilledRow(sheet: Sheet): number {
  for (let row = sheet.grid.height - 1; row >= 0; row--) {
    if (sheet.grid.row(row).some(isFilled)) return row + 1;
  }
  return 0;
}

/** The row after all that is there: formats, drop-downs and notes, and the range of a filter. */
function lastUsedRow({ grid, basicFilter }: Sheet): number {
  return Math.max(grid.height, basicFilter?.range?.endRowIndex ?? 0);
}

/** Cells that come often come early; of a million that differ, not all need be remembered. */
const REMEMBERED_CELLS = 1000;

/** Cells that are one object before the change are one after it: whole columns then take no more room than a cell. */
function oncePerCell(change: (cell: Cell) => Cell): (cell: Cell) => Cell {
  const known = new Map<Cell, Cell>();
  return (cell) => {
    if (typeof cell !== 'object') return change(cell);
    let changed = known.get(cell);
    if (changed === undefined) {
      changed = change(cell);
      if (known.size < REMEMBERED_CELLS) known.set(cell, changed);
    }
    return changed;
  };
}

/** A formula is entered as in the first cell and moves with each further one. */
function repeatedData(data: CellData, rowOffset: number, columnOffset: number): CellData {
  const formula = data.userEnteredValue?.formulaValue;
  if (typeof formula !== 'string' || (rowOffset === 0 && columnOffset === 0)) return data;
  const formulaValue = adjustFormula(formula, rowOffset, columnOffset);
  return { ...data, userEnteredValue: { formulaValue } };
}

export const cellRequests: RequestHandlers = {
  updateCells(draft, { range, start, rows = [], fields }) {
    requiredMask(fields, 'CellData');
    if (range !== undefined) {
      const target = exactArea(draft, range);
      checkReach(target.area, rows);
      updateArea(draft.edit(target.sheetId), target.area, rows, fields);
      return;
    }
    const { sheetId, rowIndex, columnIndex } = required(start, 'range or start');
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    const origin = { row: rowIndex ?? 0, column: columnIndex ?? 0 };
    const area = cellArea(origin.row, origin.column, rows.length || 1, widest(rows) || 1);
    const { rowCount, columnCount } = gridSize(sheet);
    if (startsOutside(area, gridSize(sheet))) throw exceedsGrid(sheet, area);
    checkReach({ ...area, endRow: rowCount, endColumn: columnCount }, rows);
    updateFrom(sheet, origin, rows, fields);
  },

  appendCells(draft, { sheetId, rows = [], fields }) {
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    const { appendedRows } = draft.quirks;
    const row = appendedRows === 'belowAnything' ? lastUsedRow(sheet) : lastFilledRow(sheet);
    growGrid(draft, sheet, { rowCount: row + rows.length, columnCount: widest(rows) });
    updateFrom(sheet, { row, column: 0 }, rows, fields);
  },

  repeatCell(draft, { range, cell = EMPTY, fields }) {
    const update = cellUpdater(requiredMask(fields, 'CellData'));
    const { sheetId, area } = targetArea(draft, range);
    const { grid } = draft.edit(sheetId);
    if (typeof cell.userEnteredValue?.formulaValue !== 'string') {
      const change = (existing: Cell) => update(existing, cell);
      grid.mapCells(area, oncePerCell(change));
      return;
    }
    for (let row = area.startRow; row < area.endRow; row++) {
      for (let column = area.startColumn; column < area.endColumn; column++) {
        const data = repeatedData(cell, row - area.startRow, column - area.startColumn);
        grid.setCell(row, column, update(grid.cell(row, column), data));
      }
    }
  },

  setDataValidation(draft, { range, rule: validation }) {
    const { sheetId, area } = targetArea(draft, range);
    const change = (existing: Cell) => compactCell({ ...richCell(existing), validation });
    draft.edit(sheetId).grid.mapCells(area, oncePerCell(change));
  },
};
