/** What requests point at: sheets by id, ranges of cells, spans of rows or columns. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { clipToGrid, startsOutside, type Area, type OpenArea } from '../a1/area';
import { exceedsGrid } from '../a1/resolve-range';
import { invalid } from '../api-error';
import type { Draft } from '../model/draft';
import { gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import { sheetById } from '../model/spreadsheet';
import { parseFieldMask, type FieldMask } from '../schema/field-mask';
import type { Dimension } from '../structure/dimension-edit';

export function targetSheet(draft: Draft, sheetId: number | null | undefined): ReadonlySheet {
  const sheet = sheetById(draft, sheetId ?? 0);
  if (sheet === undefined) throw invalid(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** For requests that are about the sheet itself, Google names it otherwise when it is not there. */
export function sheetWithId(draft: Draft, sheetId: number | null | undefined): ReadonlySheet {
  const sheet = sheetById(draft, sheetId ?? 0);
  if (sheet === undefined) throw invalid(`No sheet with id: ${sheetId ?? 0}`);
  return sheet;
}

export interface Target {
  readonly sheetId: number;
  readonly sheet: ReadonlySheet;
  readonly area: Area;
}

function checkSpan(name: string, start: number, end: number | undefined): void {
  if (start < 0 || (end ?? 0) < 0) throw invalid(`${name} indexes must be >= 0`);
  if (end !== undefined && end < start) {
    throw invalid(`${name} start index ${start} must not be after end index ${end}`);
  }
}

function openArea(range: GridRange): OpenArea {
  const area = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? undefined,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? undefined,
  };
  checkSpan('GridRange row', area.startRow, area.endRow);
  checkSpan('GridRange column', area.startColumn, area.endColumn);
  return area;
}

/** A range that starts in the grid and ends outside is cut at its edge; the grid does not grow. */
export function targetArea(draft: Draft, range: GridRange | undefined): Target {
  const sheet = targetSheet(draft, range?.sheetId);
  const asked = openArea(range ?? {});
  const size = gridSize(sheet);
  if (startsOutside(asked, size)) throw exceedsGrid(sheet, asked);
  return { sheetId: sheet.properties.sheetId, sheet, area: clipToGrid(asked, size) };
}

export const largerThanGrid = (index: string, size: number) =>
  invalid(`range.${index} is larger than current grid size (${size})`);

/** For requests that may not reach over the edge at all. */
export function exactArea(draft: Draft, range: GridRange | undefined): Target {
  const target = targetArea(draft, range);
  const asked = openArea(range ?? {});
  const { area, sheet } = target;
  if ((asked.endRow ?? 0) > area.endRow || (asked.endColumn ?? 0) > area.endColumn) {
    throw exceedsGrid(sheet, asked);
  }
  return target;
}

export interface DimensionSpan {
  readonly sheetId: number;
  readonly sheet: ReadonlySheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  /** How many rows or columns the grid has. */
  readonly size: number;
}

export function targetDimension(dimension: string | null | undefined): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw invalid('No dimension specified.');
}

/** An end left out is the edge of the grid. */
export function targetSpan(
  draft: Draft,
  range: sheets_v4.Schema$DimensionRange | undefined,
): DimensionSpan {
  const sheet = targetSheet(draft, range?.sheetId);
  const dimension = targetDimension(range?.dimension);
  const { rowCount, columnCount } = gridSize(sheet);
  const size = dimension === 'ROWS' ? rowCount : columnCount;
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? size;
  checkSpan('DimensionRange', start, end);
  return { sheetId: sheet.properties.sheetId, sheet, dimension, start, end, size };
}

/** Requests that update part of a message must say which part. */
export function requiredMask(fields: string | null | undefined, message: string): FieldMask {
  if (fields === undefined || fields === null || fields.trim() === '') {
    throw invalid(
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  }
  return parseFieldMask(fields, message);
}

export function required<T>(value: T | null | undefined, name: string): T {
  if (value === undefined || value === null) throw invalid(`${name} must be specified.`);
  return value;
}
