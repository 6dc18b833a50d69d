/** deleteRange: cells go, and those below or to the right of them close up. The grid keeps its size. */
import { areaContains, areasMeet, heightOf, widthOf, type Area } from '../a1/area';
import { invalid } from '../api-error';
import { referenceArea } from '../formulas/references';
import { shiftFormula } from '../formulas/shift-formula';
import type { JsonObject } from '../json';
import { isRich } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridRangeArea, gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import { sheetByTitle } from '../model/spreadsheet';
import { clearArea, putBlock, takeBlock } from '../structure/cell-block';
import type { DimensionEdit } from '../structure/dimension-edit';
import { rewriteFormulas } from '../structure/rewrite-formulas';
import { mapDraftMessages, shiftGridRange } from '../structure/shift-messages';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetDimension, type Target } from './target';

/** The deleted cells and all that close up. */
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

/** What lies wholly in the columns (or rows) that close up moves, shrinks or is lost with its cells. */
function shiftPointers(draft: Draft, edit: DimensionEdit, lane: Area): void {
  const isInLane = (sheet: ReadonlySheet | undefined, area: Area | undefined) =>
    sheet?.properties.sheetId === edit.sheetId && area !== undefined && areaContains(lane, area);
  rewriteFormulas(draft, (formula, own) =>
    shiftFormula(formula, edit, (reference) => {
      const { title } = reference;
      const pointed = title === undefined ? own : sheetByTitle(draft, title);
      return isInLane(pointed, referenceArea(reference));
    }),
  );
  mapDraftMessages(draft, {
    GridRange: (message) => {
      const range: GridRange = message;
      const sheet = draft.sheets.find((one) => one.properties.sheetId === (range.sheetId ?? 0));
      const area = sheet && gridRangeArea(range, gridSize(sheet));
      // The same message, shifted.
      return isInLane(sheet, area) ? (shiftGridRange(range, edit) as JsonObject | null) : message;
    },
  });
}

export const deleteRangeRequests: RequestHandlers = {
  deleteRange(draft, { range, shiftDimension }) {
    const dimension = targetDimension(shiftDimension);
    const target = targetArea(draft, required(range, 'range'));
    const { sheetId, sheet, area } = target;
    const isRows = dimension === 'ROWS';
    checkWhole(target, affectedArea(target, isRows));
    closeUp(draft, target, isRows);
    const { rowCount, columnCount } = gridSize(sheet);
    const [start, count] = isRows
      ? [area.startRow, heightOf(area)]
      : [area.startColumn, widthOf(area)];
    const edit = { sheetId, dimension, kind: 'delete', start, end: start + count } as const;
    const lane = isRows
      ? { ...area, startRow: 0, endRow: rowCount }
      : { ...area, startColumn: 0, endColumn: columnCount };
    shiftPointers(draft, edit, lane);
    const across = isRows
      ? { start: area.startColumn, end: area.endColumn }
      : { start: area.startRow, end: area.endRow };
    draft.moves.push({ ...edit, across });
    draft.markRestructured();
  },
};
