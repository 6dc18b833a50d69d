/** Shifts every range, anchor and group that points at a sheet whose rows or columns were edited. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { sameJson, type JsonObject } from '../json';
import type { Draft } from '../model/draft';
import type { ReadonlySheet, SheetRecord } from '../model/sheet';
import { mapList, mapMessages, type MessageMappers } from '../schema/map-messages';
import { shiftIndex, shiftSpan, type DimensionEdit } from './dimension-edit';

type Range = sheets_v4.Schema$GridRange;

const keysOf = (edit: DimensionEdit) =>
  edit.dimension === 'ROWS'
    ? ({ start: 'startRowIndex', end: 'endRowIndex', index: 'rowIndex' } as const)
    : ({ start: 'startColumnIndex', end: 'endColumnIndex', index: 'columnIndex' } as const);

/** Missing ends stay missing: they reach to the edge whatever the grid's size. */
export function shiftGridRange(range: Range, edit: DimensionEdit): Range | null {
  if ((range.sheetId ?? 0) !== edit.sheetId) return range;
  const keys = keysOf(edit);
  const start = range[keys.start];
  const end = range[keys.end];
  if (start === undefined && end === undefined) return range;
  const span = { start: start ?? 0, end: end ?? Number.MAX_SAFE_INTEGER };
  const shifted = shiftSpan(span, edit);
  if (shifted === undefined) return null;
  return {
    ...range,
    ...(start !== undefined && { [keys.start]: shifted.start }),
    ...(end !== undefined && { [keys.end]: shifted.end }),
  };
}

function shiftDimensionRange(
  range: sheets_v4.Schema$DimensionRange,
  edit: DimensionEdit,
): sheets_v4.Schema$DimensionRange | null {
  if ((range.sheetId ?? 0) !== edit.sheetId || range.dimension !== edit.dimension) return range;
  const span = { start: range.startIndex ?? 0, end: range.endIndex ?? Number.MAX_SAFE_INTEGER };
  const shifted = shiftSpan(span, edit);
  if (shifted === undefined) return null;
  const { endIndex } = range;
  return {
    ...range,
    startIndex: shifted.start,
    ...(endIndex !== undefined && { endIndex: shifted.end }),
  };
}

/** Something anchored to a deleted cell stays where the deletion began. */
function shiftCoordinate(
  coordinate: sheets_v4.Schema$GridCoordinate,
  edit: DimensionEdit,
): sheets_v4.Schema$GridCoordinate {
  if ((coordinate.sheetId ?? 0) !== edit.sheetId) return coordinate;
  const { index } = keysOf(edit);
  return { ...coordinate, [index]: shiftIndex(coordinate[index] ?? 0, edit) ?? edit.start };
}

/** The casts: each mapper gets and gives the message that its name says. */
export function shiftMappers(edit: DimensionEdit): MessageMappers {
  return {
    GridRange: (range) => shiftGridRange(range, edit) as JsonObject | null,
    DimensionRange: (range) => shiftDimensionRange(range, edit) as JsonObject | null,
    GridCoordinate: (coordinate) => shiftCoordinate(coordinate, edit) as JsonObject,
  };
}

const isOneCell = (merge: Range): boolean =>
  (merge.endRowIndex ?? 0) - (merge.startRowIndex ?? 0) === 1 &&
  (merge.endColumnIndex ?? 0) - (merge.startColumnIndex ?? 0) === 1;

type Shifted = Partial<SheetRecord>;

/** A filter that lost its range goes; so does a conditional format without ranges. */
function shiftSheet(sheet: ReadonlySheet, mappers: MessageMappers): Shifted {
  const { basicFilter } = sheet;
  const filter = basicFilter && mapMessages('BasicFilter', basicFilter, mappers);
  const kept = <T extends { range?: unknown }>(list: T[]) =>
    list.filter((item) => item.range !== undefined);
  return {
    merges: mapList('GridRange', sheet.merges, mappers).filter((merge) => !isOneCell(merge)),
    conditionalFormats: mapList('ConditionalFormatRule', sheet.conditionalFormats, mappers).filter(
      (rule) => (rule.ranges?.length ?? 0) > 0,
    ),
    filterViews: mapList('FilterView', sheet.filterViews, mappers),
    protectedRanges: mapList('ProtectedRange', sheet.protectedRanges, mappers).filter(
      (range, index) => range.range !== undefined || sheet.protectedRanges[index]?.namedRangeId,
    ),
    basicFilter: filter?.range === undefined ? null : filter,
    charts: mapList('EmbeddedChart', sheet.charts, mappers),
    bandedRanges: kept(mapList('BandedRange', sheet.bandedRanges, mappers)),
    tables: kept(mapList('Table', sheet.tables, mappers)),
    rowGroups: kept(mapList('DimensionGroup', sheet.rowGroups, mappers)),
    columnGroups: kept(mapList('DimensionGroup', sheet.columnGroups, mappers)),
  };
}

/**
 * All metadata of the draft, in every sheet; sheets where nothing moves are not touched.
 * A name that lost its range stays taken, as at Google, though nobody gets to see it.
 */
export function mapDraftMessages(draft: Draft, mappers: MessageMappers): void {
  for (const sheet of draft.sheets) {
    const shifted = shiftSheet(sheet, mappers);
    // The keys are those of a sheet's record.
    const before = Object.fromEntries(
      Object.keys(shifted).map((key) => [key, sheet[key as keyof ReadonlySheet]]),
    );
    if (!sameJson(shifted, before)) Object.assign(draft.edit(sheet.properties.sheetId), shifted);
  }
  const { record } = draft;
  record.namedRanges = mapList('NamedRange', record.namedRanges, mappers);
  record.developerMetadata = mapList('DeveloperMetadata', record.developerMetadata, mappers).filter(
    (metadata) => {
      const { locationType, dimensionRange } = metadata.location ?? {};
      const needsRange = locationType === 'ROW' || locationType === 'COLUMN';
      return !needsRange || dimensionRange !== undefined;
    },
  );
}
