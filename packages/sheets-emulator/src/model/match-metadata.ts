/** Which developer metadata a data filter selects. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areasMeet, clipToGrid, type Area } from '../a1/area';
import { gridRangeOf, resolveRange } from '../a1/resolve-range';
import { invalid } from '../api-error';
import { sameJson } from '../json';
import { gridSize, type DeveloperMetadata } from './sheet';
import { sheetById, type Spreadsheet } from './spreadsheet';

type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

interface Place {
  readonly sheetId: number;
  readonly area: Area;
}

/** Undefined: the whole spreadsheet. */
function placeOf(spreadsheet: Spreadsheet, location: Location): Place | undefined {
  if (location.locationType === 'SPREADSHEET' || location.spreadsheet === true) return undefined;
  const range = location.dimensionRange;
  const sheetId = range?.sheetId ?? location.sheetId ?? 0;
  const sheet = sheetById(spreadsheet, sheetId);
  const { rowCount, columnCount } =
    sheet === undefined ? { rowCount: 0, columnCount: 0 } : gridSize(sheet);
  const isRows = range?.dimension === 'ROWS';
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? (isRows ? rowCount : columnCount);
  const whole = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
  if (range === undefined) return { sheetId, area: whole };
  const area = isRows
    ? { ...whole, startRow: start, endRow: end }
    : { ...whole, startColumn: start, endColumn: end };
  return { sheetId, area };
}

function placesMeet(left: Place | undefined, right: Place | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  return left.sheetId === right.sheetId && areasMeet(left.area, right.area);
}

function isAtLocation(
  spreadsheet: Spreadsheet,
  metadata: DeveloperMetadata,
  lookup: Lookup,
): boolean {
  const wanted = lookup.metadataLocation;
  if (wanted === undefined) return true;
  const own = placeOf(spreadsheet, metadata.location ?? {});
  const place = placeOf(spreadsheet, wanted);
  if (lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION') return placesMeet(own, place);
  return sameJson(own, place);
}

const EXACT_FIELDS = ['metadataId', 'metadataKey', 'metadataValue', 'visibility'] as const;

function matchesLookup(
  spreadsheet: Spreadsheet,
  metadata: DeveloperMetadata,
  lookup: Lookup,
): boolean {
  const sameFields = EXACT_FIELDS.every(
    (field) => lookup[field] === undefined || lookup[field] === metadata[field],
  );
  const type = lookup.locationType;
  const sameType = type === undefined || type === metadata.location?.locationType;
  return sameFields && sameType && isAtLocation(spreadsheet, metadata, lookup);
}

/** A range selects what belongs to rows, columns or sheets that it meets. */
function matchesRange(
  spreadsheet: Spreadsheet,
  metadata: DeveloperMetadata,
  filter: sheets_v4.Schema$DataFilter,
): boolean {
  const { sheet, area } =
    typeof filter.a1Range === 'string'
      ? resolveRange(spreadsheet, filter.a1Range)
      : gridRangeOf(spreadsheet, filter.gridRange ?? {});
  const place = { sheetId: sheet.properties.sheetId, area: clipToGrid(area, gridSize(sheet)) };
  const own = placeOf(spreadsheet, metadata.location ?? {});
  return own !== undefined && placesMeet(own, place);
}

export function matchesFilter(
  spreadsheet: Spreadsheet,
  metadata: DeveloperMetadata,
  filter: sheets_v4.Schema$DataFilter,
): boolean {
  if (filter.developerMetadataLookup !== undefined) {
    return matchesLookup(spreadsheet, metadata, filter.developerMetadataLookup);
  }
  if (filter.a1Range === undefined && filter.gridRange === undefined) {
    throw invalid('A data filter must be specified.');
  }
  return matchesRange(spreadsheet, metadata, filter);
}
