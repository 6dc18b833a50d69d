/** mergeCells, unmergeCells: only the top-left cell of a merge keeps its value. */
import { areaContains, areasMeet, type Area } from '../a1/area';
import { invalid } from '../api-error';
import { isFilled, withValue } from '../model/cell';
import {
  areaGridRange,
  gridRangeArea,
  gridSize,
  type ReadonlySheet,
  type Sheet,
} from '../model/sheet';
import type { RequestHandlers } from './reply';
import { targetArea } from './target';

const mergeAreas = (sheet: ReadonlySheet): Area[] =>
  sheet.merges.map((merge) => gridRangeArea(merge, gridSize(sheet)));

/** Merges inside the area are replaced; one that reaches out of it is an error. */
function removeMerges(sheet: Sheet, area: Area): void {
  const kept = mergeAreas(sheet).filter((merge) => !areaContains(area, merge));
  if (kept.some((merge) => areasMeet(merge, area))) {
    throw invalid('You must select all cells in a merged range to merge or unmerge them.');
  }
  const { sheetId } = sheet.properties;
  sheet.merges = kept.map((merge) => areaGridRange(sheetId, merge));
}

function partsOf(area: Area, mergeType: string | null | undefined): Area[] {
  const { startRow, endRow, startColumn, endColumn } = area;
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: endRow - startRow }, (_, offset) => ({
      ...area,
      startRow: startRow + offset,
      endRow: startRow + offset + 1,
    }));
  }
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: endColumn - startColumn }, (_, offset) => ({
      ...area,
      startColumn: startColumn + offset,
      endColumn: startColumn + offset + 1,
    }));
  }
  return [area];
}

function keepFirstValue({ grid }: Sheet, area: Area): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const isFirst = row === area.startRow && column === area.startColumn;
      const cell = grid.cell(row, column);
      if (!isFirst && isFilled(cell)) grid.setCell(row, column, withValue(cell, undefined));
    }
  }
}

const isLarger = (area: Area): boolean =>
  (area.endRow - area.startRow) * (area.endColumn - area.startColumn) > 1;

export const mergeRequests: RequestHandlers = {
  mergeCells(draft, { range, mergeType }) {
    const { sheetId, area } = targetArea(draft, range);
    const sheet = draft.edit(sheetId);
    removeMerges(sheet, area);
    for (const part of partsOf(area, mergeType).filter(isLarger)) {
      keepFirstValue(sheet, part);
      sheet.merges.push(areaGridRange(sheetId, part));
    }
  },

  unmergeCells(draft, { range }) {
    const { sheetId, area } = targetArea(draft, range);
    removeMerges(draft.edit(sheetId), area);
  },
};
