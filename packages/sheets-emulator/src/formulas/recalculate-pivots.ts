/** Writes what the pivot tables of a changed spreadsheet show. */
import { clipToGrid, startsOutside } from '../a1/area';
import { sameJson } from '../json';
import {
  compactCell,
  isFilled,
  isRich,
  richCell,
  type CellError,
  type RichCell,
} from '../model/cell';
import type { Draft } from '../model/draft';
import { gridRangeArea, gridSize, type ReadonlySheet } from '../model/sheet';
import { sheetById, type Spreadsheet } from '../model/spreadsheet';
import { takeBlock } from '../structure/cell-block';
import { pivotValues, type PivotCell, type PivotTable } from '../values/pivot-values';
import { placeKey, type Place } from './apply-results';
import { findCells } from './find-cells';

const SOURCE_GONE: CellError = { type: 'REF', message: 'The source of the pivot table is gone.' };
const NO_ROOM: CellError = {
  type: 'REF',
  message: 'The pivot table was not expanded because it would overwrite data.',
};

interface PlacedPivot extends Place {
  readonly pivot: PivotTable;
}

const known = new WeakMap<ReadonlySheet, readonly PlacedPivot[]>();

/** Looked for once per version of a sheet, as formulas are. */
function pivotsOf(sheet: ReadonlySheet): readonly PlacedPivot[] {
  const found = known.get(sheet) ?? findPivots(sheet);
  known.set(sheet, found);
  return found;
}

const findPivots = (sheet: ReadonlySheet): PlacedPivot[] =>
  findCells(sheet, ({ pivotTable: pivot }, row, column) =>
    pivot === undefined ? null : { sheetId: sheet.properties.sheetId, row, column, pivot },
  );

function valuesOf(draft: Draft, pivot: PivotTable): PivotCell[][] {
  const { source } = pivot;
  const sheet = source && sheetById(draft, source.sheetId ?? 0);
  if (source === undefined || sheet === undefined) return [[{ value: SOURCE_GONE }]];
  const size = gridSize(sheet);
  const area = gridRangeArea(source, size);
  if (startsOutside(area, size)) return [[{ value: SOURCE_GONE }]];
  const { endRow, ...rest } = clipToGrid(area, size);
  const filled = Math.max(rest.startRow, Math.min(endRow, sheet.grid.height));
  return pivotValues(pivot, takeBlock(sheet.grid, { ...rest, endRow: filled }));
}

/** Whether each cell is inside the grid and holds nothing but what a pivot table showed before. */
function hasRoom(sheet: ReadonlySheet, { row, column }: Place, values: PivotCell[][]): boolean {
  const { rowCount, columnCount } = gridSize(sheet);
  return values.every((line, down) =>
    line.every((_, across) => {
      if (down === 0 && across === 0) return true;
      if (row + down >= rowCount || column + across >= columnCount) return false;
      const cell = sheet.grid.cell(row + down, column + across);
      return !isFilled(cell) || (isRich(cell) && cell.isPivoted === true);
    }),
  );
}

/** What every cell of every pivot table is to show, by place. */
function wantedCells(draft: Draft): Map<string, { place: Place; shown: PivotCell }> {
  const wanted = new Map<string, { place: Place; shown: PivotCell }>();
  for (const sheet of draft.sheets) {
    for (const { pivot, ...anchor } of pivotsOf(sheet)) {
      const values = valuesOf(draft, pivot);
      const placed = hasRoom(sheet, anchor, values) ? values : [[{ value: NO_ROOM }]];
      placed.forEach((line, down) => {
        line.forEach((shown, across) => {
          const place = { ...anchor, row: anchor.row + down, column: anchor.column + across };
          wanted.set(placeKey(place), { place, shown });
        });
      });
    }
  }
  return wanted;
}

function forget(draft: Draft, isWanted: (place: Place) => boolean): boolean {
  let isChanged = false;
  for (const { properties, grid } of draft.sheets) {
    const { sheetId } = properties;
    for (let row = 0; row < grid.height; row++) {
      grid.row(row).forEach((cell, column) => {
        if (!isRich(cell) || cell.isPivoted !== true || isWanted({ sheetId, row, column })) return;
        const { format, note, validation } = cell;
        draft.edit(sheetId).grid.setCell(row, column, compactCell({ format, note, validation }));
        isChanged = true;
      });
    }
  }
  return isChanged;
}

const hasPivots = (spreadsheet: Spreadsheet): boolean =>
  spreadsheet.sheets.some((sheet) => pivotsOf(sheet).length > 0);

/** Returns whether any cell shows something else than before. */
export function recalculatePivots(draft: Draft): boolean {
  if (!hasPivots(draft) && !hasPivots(draft.base)) return false;
  const wanted = wantedCells(draft);
  let isChanged = forget(draft, (place) => wanted.has(placeKey(place)));
  for (const { place, shown } of wanted.values()) {
    const { sheetId, row, column } = place;
    const cell = richCell(sheetById(draft, sheetId)?.grid.cell(row, column) ?? null);
    const { value, resultFormat } = shown;
    const isSame =
      sameJson(cell.value, value) &&
      sameJson(cell.resultFormat, resultFormat) &&
      cell.isPivoted === true;
    if (isSame) continue;
    const { format, note, validation, pivotTable } = cell;
    const kept = { format, note, validation, pivotTable };
    const next: RichCell = { ...kept, value, resultFormat, isPivoted: true };
    draft.edit(sheetId).grid.setCell(row, column, next);
    isChanged = true;
  }
  return isChanged;
}
