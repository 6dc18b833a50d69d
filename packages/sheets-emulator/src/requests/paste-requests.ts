/** copyPaste, cutPaste. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areaContains, areasMeet, heightOf, widthOf, type Area } from '../a1/area';
import type { Draft } from '../model/draft';
import { areaGridRange, gridRangeArea, gridSize, type GridRange, type Sheet } from '../model/sheet';
import { clearArea, takeBlock, transposeBlock, type CellBlock } from '../structure/cell-block';
import { moveReferences } from '../structure/move-references';
import { moveRowMetadata } from '../structure/move-row-metadata';
import { pasteCell, PASTES_CONDITIONAL_FORMATS, PASTES_MERGES, type PasteType } from './paste-cell';
import type { RequestHandlers } from './reply';
import { exactArea, required, targetArea, type Target } from './target';

/** How often the source fits the destination: a multiple is filled, anything else takes one copy. */
function repeats(source: number, destination: number): number {
  return destination % source === 0 ? destination / source : 1;
}

function checkedDestination(draft: Draft, sheetId: number, area: Area): void {
  exactArea(draft, areaGridRange(sheetId, area));
}

interface Copy {
  readonly block: CellBlock;
  readonly source: Target;
  /** Where the copy's first cell goes. */
  readonly row: number;
  readonly column: number;
  readonly type: PasteType;
  /** References of a copied formula move with it; those of one that was cut stay. */
  readonly formulas: 'move' | 'stay' | 'move transposed';
}

/** How far the formula of one cell is carried. */
function carried({ source, row, column, formulas }: Copy, rowOffset: number, offset: number) {
  if (formulas === 'stay') return { rows: 0, columns: 0 };
  const turned = formulas === 'move transposed';
  const { startRow, startColumn } = source.area;
  const rows = row + rowOffset - startRow - (turned ? offset : rowOffset);
  return { rows, columns: column + offset - startColumn - (turned ? rowOffset : offset) };
}

function pasteBlock(sheet: Sheet, copy: Copy): void {
  const { block, row, column, type } = copy;
  block.forEach((cells, rowOffset) => {
    cells.forEach((cell, offset) => {
      const existing = sheet.grid.cell(row + rowOffset, column + offset);
      const pasted = pasteCell(existing, cell, { type, ...carried(copy, rowOffset, offset) });
      sheet.grid.setCell(row + rowOffset, column + offset, pasted);
    });
  });
}

function moveArea(area: Area, rows: number, columns: number): Area {
  return {
    startRow: area.startRow + rows,
    endRow: area.endRow + rows,
    startColumn: area.startColumn + columns,
    endColumn: area.endColumn + columns,
  };
}

function intersection(left: Area, right: Area): Area {
  return {
    startRow: Math.max(left.startRow, right.startRow),
    endRow: Math.min(left.endRow, right.endRow),
    startColumn: Math.max(left.startColumn, right.startColumn),
    endColumn: Math.min(left.endColumn, right.endColumn),
  };
}

/** The parts of these ranges inside the source, as they lie in the copy. */
function copiedRanges(ranges: readonly GridRange[], copy: Copy, sheetId: number): GridRange[] {
  const { source, row, column } = copy;
  const size = gridSize(source.sheet);
  return ranges
    .map((range) => gridRangeArea(range, size))
    .filter((area) => areasMeet(area, source.area))
    .map((area) => {
      const part = intersection(area, source.area);
      const moved = moveArea(part, row - source.area.startRow, column - source.area.startColumn);
      return areaGridRange(sheetId, moved);
    });
}

function pasteMerges(sheet: Sheet, copy: Copy, covered: Area): void {
  const size = gridSize(sheet);
  const { sheetId } = sheet.properties;
  const copied = copiedRanges(copy.source.sheet.merges, copy, sheetId);
  const kept = sheet.merges.filter((merge) => !areasMeet(gridRangeArea(merge, size), covered));
  sheet.merges = [...kept, ...copied];
}

function pasteConditionalFormats(sheet: Sheet, copy: Copy): void {
  const { sheetId } = sheet.properties;
  if (copy.source.sheetId === sheetId) {
    const areaOf = (range: GridRange): Area => gridRangeArea(range, gridSize(sheet));
    for (const rule of sheet.conditionalFormats) {
      const ranges = rule.ranges ?? [];
      const isNew = (copied: GridRange): boolean =>
        !ranges.some((range) => areaContains(areaOf(range), areaOf(copied)));
      rule.ranges = [...ranges, ...copiedRanges(ranges, copy, sheetId).filter(isNew)];
    }
    return;
  }
  for (const rule of copy.source.sheet.conditionalFormats) {
    const ranges = copiedRanges(rule.ranges ?? [], copy, sheetId);
    if (ranges.length > 0) sheet.conditionalFormats.push({ ...rule, ranges });
  }
}

function paste(draft: Draft, sheetId: number, copy: Copy): void {
  const { block, row, column, type } = copy;
  const endRow = row + block.length;
  const endColumn = column + (block[0]?.length ?? 0);
  const covered = { startRow: row, endRow, startColumn: column, endColumn };
  checkedDestination(draft, sheetId, covered);
  const sheet = draft.edit(sheetId);
  pasteBlock(sheet, copy);
  if (PASTES_MERGES.has(type)) pasteMerges(sheet, copy, covered);
  if (PASTES_CONDITIONAL_FORMATS.has(type)) pasteConditionalFormats(sheet, copy);
}

function copyPaste(draft: Draft, request: sheets_v4.Schema$CopyPasteRequest): void {
  const source = targetArea(draft, required(request.source, 'source'));
  const destination = targetArea(draft, required(request.destination, 'destination'));
  const taken = takeBlock(source.sheet.grid, source.area);
  const isTransposed = request.pasteOrientation === 'TRANSPOSE';
  const block = isTransposed ? transposeBlock(taken) : taken;
  const formulas = isTransposed ? 'move transposed' : 'move';
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const { sheetId, area } = destination;
  const type = (request.pasteType ?? 'PASTE_NORMAL') as PasteType; // checked against the enum
  for (let down = 0; down < repeats(height, heightOf(area)); down++) {
    for (let across = 0; across < repeats(width, widthOf(area)); across++) {
      const row = area.startRow + down * height;
      const column = area.startColumn + across * width;
      paste(draft, sheetId, { block, source, row, column, type, formulas });
    }
  }
}

/** Metadata of rows belongs to whole rows: that of a part of a row has nowhere to go. */
function carryRowMetadata(draft: Draft, source: Target, to: { sheetId: number; rows: number }) {
  const { area, sheet } = source;
  if (draft.quirks.rowMetadataWhenCut === 'stays') return;
  if (widthOf(area) < gridSize(sheet).columnCount) return;
  moveRowMetadata(draft, source.sheetId, (row) => {
    const isCut = row >= area.startRow && row < area.endRow;
    return isCut ? { sheetId: to.sheetId, row: row + to.rows } : undefined;
  });
}

/** The source is emptied, and what referred to it follows it. */
function cutPaste(draft: Draft, request: sheets_v4.Schema$CutPasteRequest): void {
  const source = targetArea(draft, required(request.source, 'source'));
  const { sheetId, rowIndex, columnIndex } = required(request.destination, 'destination');
  const block = takeBlock(source.sheet.grid, source.area);
  const type = (request.pasteType ?? 'PASTE_NORMAL') as PasteType; // checked against the enum
  const place = { row: rowIndex ?? 0, column: columnIndex ?? 0 };
  const copy = { block, source, ...place, type, formulas: 'stay' } as const;
  const from = draft.edit(source.sheetId);
  clearArea(from, source.area);
  const size = gridSize(from);
  const inside = (merge: GridRange) => areasMeet(gridRangeArea(merge, size), source.area);
  const sourceBefore = { ...source, sheet: { ...source.sheet, merges: [...from.merges] } };
  from.merges = from.merges.filter((merge) => !inside(merge));
  const rows = copy.row - source.area.startRow;
  const columns = copy.column - source.area.startColumn;
  paste(draft, sheetId ?? 0, { ...copy, source: sourceBefore });
  carryRowMetadata(draft, source, { sheetId: sheetId ?? 0, rows });
  moveReferences(draft, {
    sheetId: source.sheetId,
    area: source.area,
    rows,
    columns,
    to: sheetId ?? 0,
  });
}

export const pasteRequests: RequestHandlers = {
  copyPaste(draft, request) {
    copyPaste(draft, request);
  },
  cutPaste(draft, request) {
    cutPaste(draft, request);
  },
};
