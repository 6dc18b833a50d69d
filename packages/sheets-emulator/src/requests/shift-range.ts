/**
 * deleteRange: cells go, and those below or to the right of them close up; the grid keeps its size.
 * insertRange: empty cells come, and what is there makes room; the grid grows only when something would fall off its edge.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areaContains, areasMeet, heightOf, widthOf, type Area } from '../a1/area';
import { invalid } from '../api-error';
import { referenceArea } from '../formulas/references';
import { shiftFormula } from '../formulas/shift-formula';
import type { JsonObject } from '../json';
import { isRich, type Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridRangeArea, gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import { sheetByTitle } from '../model/spreadsheet';
import type { MessageMappers } from '../schema/map-messages';
import { clearArea, putBlock, takeBlock } from '../structure/cell-block';
import type { DimensionEdit } from '../structure/dimension-edit';
import { growGrid } from '../structure/edit-dimension';
import { rewriteFormulas, type RewriteFormula } from '../structure/rewrite-formulas';
import { mapDraftMessages, shiftGridRange } from '../structure/shift-messages';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetDimension, type Target } from './target';

/** The range and all beyond it that moves. */
function affectedArea({ sheet, area }: Target, isRows: boolean): Area {
  const { rowCount, columnCount } = gridSize(sheet);
  return isRows ? { ...area, endRow: rowCount } : { ...area, endColumn: columnCount };
}

function checkWhole({ sheet }: Target, affected: Area): void {
  const spilled = takeBlock(sheet.grid, affected).some((cells) =>
    cells.some((cell) => isRich(cell) && cell.isSpilled === true),
  );
  if (spilled) throw invalid('You cannot insert or delete cells over an array formula.');
  const size = gridSize(sheet);
  const torn = sheet.merges
    .map((merge) => gridRangeArea(merge, size))
    .some((merge) => areasMeet(merge, affected) && !areaContains(affected, merge));
  if (torn) throw invalid('You must select all cells in a merged range to merge or unmerge them.');
}

function closeUp(draft: Draft, target: Target, isRows: boolean): void {
  const { sheetId, area } = target;
  const sheet = draft.edit(sheetId);
  const affected = affectedArea(target, isRows);
  const rest = isRows
    ? { ...affected, startRow: area.endRow }
    : { ...affected, startColumn: area.endColumn };
  const block = takeBlock(sheet.grid, rest);
  clearArea(sheet, affected);
  putBlock(sheet, block, area.startRow, area.startColumn);
}

function makeRoom(draft: Draft, target: Target, isRows: boolean): void {
  const { sheetId, area } = target;
  const sheet = draft.edit(sheetId);
  const affected = affectedArea(target, isRows);
  const block = takeBlock(sheet.grid, affected);
  const row = area.startRow + (isRows ? heightOf(area) : 0);
  const column = area.startColumn + (isRows ? 0 : widthOf(area));
  const isThere = (cell: Cell) => cell !== null;
  growGrid(draft, sheet, {
    rowCount: row + block.findLastIndex((cells) => cells.some(isThere)) + 1,
    columnCount: column + Math.max(0, ...block.map((cells) => cells.findLastIndex(isThere) + 1)),
  });
  clearArea(sheet, affected);
  putBlock(sheet, block, row, column);
}

/** What lies wholly in the columns (or rows) that move goes, shrinks or grows, or is lost with its cells. */
function shiftPointers(draft: Draft, edit: DimensionEdit, lane: Area): void {
  const isInLane = (sheet: ReadonlySheet | undefined, area: Area | undefined) =>
    sheet?.properties.sheetId === edit.sheetId && area !== undefined && areaContains(lane, area);
  const shift: RewriteFormula = (formula, own) =>
    shiftFormula(formula, edit, (reference) => {
      const { title } = reference;
      const pointed = title === undefined ? own : sheetByTitle(draft, title);
      return isInLane(pointed, referenceArea(reference));
    });
  const mappers: MessageMappers = {
    GridRange: (message) => {
      const range: GridRange = message;
      const sheet = draft.sheets.find((one) => one.properties.sheetId === (range.sheetId ?? 0));
      const area = sheet && gridRangeArea(range, gridSize(sheet));
      // The same message, shifted.
      return isInLane(sheet, area) ? (shiftGridRange(range, edit) as JsonObject | null) : message;
    },
  };
  rewriteFormulas(draft, shift, mappers);
  mapDraftMessages(draft, mappers);
}

function rangeShift(draft: Draft, { range, shiftDimension }: sheets_v4.Schema$DeleteRangeRequest) {
  const dimension = targetDimension(shiftDimension);
  const target = targetArea(draft, required(range, 'range'));
  const isRows = dimension === 'ROWS';
  checkWhole(target, affectedArea(target, isRows));
  const { sheetId, area } = target;
  const [start, count] = isRows
    ? [area.startRow, heightOf(area)]
    : [area.startColumn, widthOf(area)];
  return { target, isRows, place: { sheetId, dimension, start }, count };
}

/** Everything that points at the cells follows them. */
function followCells(draft: Draft, { area }: Target, edit: DimensionEdit): void {
  const isRows = edit.dimension === 'ROWS';
  const { rowCount, columnCount } = gridSize(draft.edit(edit.sheetId));
  const lane = isRows
    ? { ...area, startRow: 0, endRow: rowCount }
    : { ...area, startColumn: 0, endColumn: columnCount };
  shiftPointers(draft, edit, lane);
  const across = isRows
    ? { start: area.startColumn, end: area.endColumn }
    : { start: area.startRow, end: area.endRow };
  draft.moves.push({ ...edit, across });
  draft.markRestructured();
}

export const shiftRangeRequests: RequestHandlers = {
  deleteRange(draft, request) {
    const { target, isRows, place, count } = rangeShift(draft, request);
    closeUp(draft, target, isRows);
    followCells(draft, target, { ...place, kind: 'delete', end: place.start + count });
  },

  insertRange(draft, request) {
    const { target, isRows, place, count } = rangeShift(draft, request);
    makeRoom(draft, target, isRows);
    followCells(draft, target, { ...place, kind: 'insert', count });
  },
};
