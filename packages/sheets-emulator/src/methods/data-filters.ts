/** The ranges that data filters mean: A1, a grid range, or the places of developer metadata. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { WHOLE_SHEET } from '../a1/area';
import { gridRangeOf, resolveRange, type ResolvedRange } from '../a1/resolve-range';
import { invalid } from '../api-error';
import { matchesFilter } from '../model/match-metadata';
import type { DeveloperMetadata } from '../model/sheet';
import { sheetById, type Spreadsheet } from '../model/spreadsheet';
import { mapMessages } from '../schema/map-messages';

export type DataFilter = sheets_v4.Schema$DataFilter;

/** Nothing for metadata of the spreadsheet itself: it belongs to no cells. */
function metadataRange(spreadsheet: Spreadsheet, { location }: DeveloperMetadata): ResolvedRange[] {
  const range = location?.dimensionRange;
  if (location?.locationType === 'SPREADSHEET') return [];
  const sheet = sheetById(spreadsheet, range?.sheetId ?? location?.sheetId ?? 0);
  if (sheet === undefined) return [];
  if (range === undefined) return [{ sheet, area: WHOLE_SHEET }];
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? undefined;
  const area =
    range.dimension === 'ROWS'
      ? { ...WHOLE_SHEET, startRow: start, endRow: end }
      : { ...WHOLE_SHEET, startColumn: start, endColumn: end };
  return [{ sheet, area }];
}

export function filterRanges(spreadsheet: Spreadsheet, filter: DataFilter): ResolvedRange[] {
  if (typeof filter.a1Range === 'string') return [resolveRange(spreadsheet, filter.a1Range)];
  if (filter.gridRange !== undefined) return [gridRangeOf(spreadsheet, filter.gridRange)];
  if (filter.developerMetadataLookup === undefined) {
    throw invalid('A data filter must be specified.');
  }
  return spreadsheet.developerMetadata
    .filter((metadata) => matchesFilter(spreadsheet, metadata, filter))
    .flatMap((metadata) => metadataRange(spreadsheet, metadata));
}

/** Filters come back in answers without their zeros. */
export function echoFilter(filter: DataFilter): DataFilter {
  const echoed = mapMessages('DataFilter', filter, {
    GridRange: (range) =>
      Object.fromEntries(Object.entries(range).filter(([, value]) => value !== 0)),
  });
  return echoed ?? {};
}
