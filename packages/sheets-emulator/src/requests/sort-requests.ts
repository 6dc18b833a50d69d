/** sortRange, randomizeRange, deleteDuplicates, trimWhitespace: tidying the rows of a range. */
import { randomInt } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areasMeet, heightOf, type Area } from '../a1/area';
import { printArea } from '../a1/print-range';
import { invalid, notEmulated } from '../api-error';
import { effectiveValue, isRich, withValue, type Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridRangeArea, gridSize, type Sheet } from '../model/sheet';
import { clearArea, movedCell, putBlock, takeBlock } from '../structure/cell-block';
import { moveRowMetadata } from '../structure/move-row-metadata';
import { compareCells } from '../values/compare-values';
import type { RequestHandlers } from './reply';
import { largerThanGrid, required, targetArea, targetSheet, type Target } from './target';

type SortSpec = sheets_v4.Schema$SortSpec;
type BlockRow = readonly Cell[];

interface SortKey {
  /** Counted from the area's first column. */
  readonly offset: number;
  readonly descending: boolean;
}

function sortKey(spec: SortSpec, area: Area): SortKey {
  const { dimensionIndex, sortOrder, ...byColor } = spec;
  if (Object.keys(byColor).length > 0)
    throw notEmulated(`sorting by ${Object.keys(byColor).join(', ')}`);
  const offset = (dimensionIndex ?? 0) - area.startColumn;
  if (offset < 0 || offset >= area.endColumn - area.startColumn) {
    throw invalid(`The sort column ${dimensionIndex ?? 0} is outside the range.`);
  }
  return { offset, descending: sortOrder === 'DESCENDING' };
}

function compareRows(left: BlockRow, right: BlockRow, keys: readonly SortKey[]): number {
  for (const { offset, descending } of keys) {
    const order = compareCells(left[offset] ?? null, right[offset] ?? null, descending);
    if (order !== 0) return order;
  }
  return 0;
}

function checkNoTallMerge(sheet: Sheet, area: Area): void {
  const size = gridSize(sheet);
  const tall = sheet.merges
    .map((merge) => gridRangeArea(merge, size))
    .find((merge) => heightOf(merge) > 1 && areasMeet(merge, area));
  if (tall === undefined) return;
  throw invalid(
    `You can't sort a range containing vertical merges. There is a vertical merge at ${printArea(tall)}`,
  );
}

const isHidden = (sheet: Sheet, row: number): boolean => {
  const { hiddenByUser, hiddenByFilter } = sheet.rowMetadata[row] ?? {};
  return hiddenByUser === true || hiddenByFilter === true;
};

interface IndexedRow {
  readonly cells: BlockRow;
  /** Counted from the area's first row. */
  readonly index: number;
}

/** Whole cells move with their rows; relative references in formulas move along. Hidden rows stay where they are. */
function reorderRows(
  draft: Draft,
  { sheetId, area }: Pick<Target, 'sheetId' | 'area'>,
  inOrder: (rows: readonly IndexedRow[]) => readonly IndexedRow[],
): void {
  const sheet = draft.edit(sheetId);
  checkNoTallMerge(sheet, area);
  const rows = takeBlock(sheet.grid, area)
    .map((cells, index) => ({ cells, index }))
    .filter(({ index }) => !isHidden(sheet, area.startRow + index));
  const places = rows.map(({ index }) => index);
  const moves = new Map<number, number>();
  inOrder(rows).forEach(({ cells, index }, rank) => {
    const place = places[rank] ?? index;
    moves.set(area.startRow + index, area.startRow + place);
    const moved = cells.map((cell) => movedCell(cell, place - index, 0));
    putBlock(sheet, [moved], area.startRow + place, area.startColumn);
  });
  tellReordered(draft, { sheetId, area }, [...moves]);
  if (draft.quirks.rowMetadataWhenSorted === 'stays') return;
  moveRowMetadata(draft, sheetId, (from) => {
    const row = moves.get(from);
    return row === undefined ? undefined : { sheetId, row };
  });
}

export function sortArea(
  draft: Draft,
  target: Pick<Target, 'sheetId' | 'area'>,
  specs: readonly SortSpec[],
): void {
  const keys = specs.map((spec) => sortKey(spec, target.area));
  reorderRows(draft, target, (rows) =>
    [...rows].sort(
      (left, right) => compareRows(left.cells, right.cells, keys) || left.index - right.index,
    ),
  );
}

/** Every order is as likely as any other. */
function shuffled<T>(items: readonly T[]): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(randomInt(rest.length), 1));
}

function tellReordered(
  draft: Draft,
  { sheetId, area }: Pick<Target, 'sheetId' | 'area'>,
  places: readonly (readonly [from: number, to: number | null])[],
): void {
  const rows = places.filter(([from, to]) => from !== to);
  const columns = { start: area.startColumn, end: area.endColumn };
  if (rows.length > 0) draft.moves.push({ kind: 'reorder', sheetId, columns, rows });
}

/** Case, format and formula do not tell two rows apart. */
function rowKey(row: BlockRow, offsets: readonly number[]): string {
  return JSON.stringify(
    offsets.map((offset) => {
      const value = effectiveValue(row[offset] ?? null) ?? '';
      return typeof value === 'string' ? value.toLowerCase() : value;
    }),
  );
}

function comparedOffsets(
  area: Area,
  columns: readonly sheets_v4.Schema$DimensionRange[],
): number[] {
  const width = area.endColumn - area.startColumn;
  const all = Array.from({ length: width }, (_, offset) => offset);
  if (columns.length === 0) return all;
  return all.filter((offset) => {
    const column = area.startColumn + offset;
    return columns.some(
      ({ startIndex, endIndex }) =>
        column >= (startIndex ?? 0) && column < (endIndex ?? Number.MAX_SAFE_INTEGER),
    );
  });
}

/** The rows that stay close up; returns where each row went. */
function removeDuplicates(
  sheet: Sheet,
  area: Area,
  offsets: readonly number[],
): (readonly [from: number, to: number | null])[] {
  const seen = new Set<string>();
  const rows = takeBlock(sheet.grid, area);
  const kept = rows.filter((row) => {
    const key = rowKey(row, offsets);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  clearArea(sheet, area);
  putBlock(sheet, kept, area.startRow, area.startColumn);
  const places = new Map(kept.map((row, index) => [row, area.startRow + index]));
  return rows.map((row, index) => [area.startRow + index, places.get(row) ?? null]);
}

function trimCells({ grid }: Sheet, area: Area): number {
  let changed = 0;
  for (let row = area.startRow; row < Math.min(area.endRow, grid.height); row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const cell = grid.cell(row, column);
      const value = isRich(cell) && cell.formula !== undefined ? undefined : effectiveValue(cell);
      if (typeof value !== 'string') continue;
      const trimmed = value.trim().replace(/\s+/g, ' ');
      if (trimmed === value) continue;
      grid.setCell(row, column, withValue(cell, trimmed === '' ? undefined : trimmed));
      changed++;
    }
  }
  return changed;
}

export const sortRequests: RequestHandlers = {
  sortRange(draft, { range, sortSpecs = [] }) {
    const { rowCount } = gridSize(targetSheet(draft, required(range, 'range').sheetId));
    if ((range?.startRowIndex ?? 0) >= rowCount) throw largerThanGrid('startRowIndex', rowCount);
    sortArea(draft, targetArea(draft, range), sortSpecs);
  },

  randomizeRange(draft, { range }) {
    reorderRows(draft, targetArea(draft, required(range, 'range')), shuffled);
  },

  deleteDuplicates(draft, { range, comparisonColumns = [] }) {
    const { sheetId, area } = targetArea(draft, required(range, 'range'));
    const offsets = comparedOffsets(area, comparisonColumns);
    const places = removeDuplicates(draft.edit(sheetId), area, offsets);
    tellReordered(draft, { sheetId, area }, places);
    const count = places.filter(([, to]) => to === null).length;
    return { deleteDuplicates: count === 0 ? {} : { duplicatesRemovedCount: count } };
  },

  trimWhitespace(draft, { range }) {
    const { sheetId, area } = targetArea(draft, required(range, 'range'));
    const count = trimCells(draft.edit(sheetId), area);
    return { trimWhitespace: count === 0 ? {} : { cellsChangedCount: count } };
  },
};
