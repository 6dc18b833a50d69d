/** A spreadsheet as the API's Spreadsheet: only the fields and sheets that are asked for. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areasMeet, type Area, WHOLE_SHEET } from '../a1/area';
import { readableArea, type ResolvedRange } from '../a1/resolve-range';
import { gridRangeArea, gridSize, type GridRange, type ReadonlySheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { selectFields } from '../schema/apply-mask';
import { fieldOf, type FieldMask } from '../schema/field-mask';
import { gridData } from './grid-data';
import { printedMessage } from './printed-message';

export interface ViewOptions {
  /** Undefined: all sheets, whole. */
  readonly ranges: readonly ResolvedRange[] | undefined;
  /** Of the Spreadsheet message. */
  readonly mask: FieldMask;
}

/** Where the mask says nothing: everything but the cells. */
export const WITHOUT_GRID_DATA: FieldMask = new Map<string, FieldMask>([
  ...['spreadsheetId', 'properties', 'namedRanges', 'spreadsheetUrl', 'developerMetadata'].map(
    (name) => [name, '*'] as const,
  ),
  [
    'sheets',
    new Map(
      [
        'properties',
        'merges',
        'conditionalFormats',
        'filterViews',
        'protectedRanges',
        'basicFilter',
        'charts',
        'bandedRanges',
        'developerMetadata',
        'rowGroups',
        'columnGroups',
        'slicers',
        'tables',
      ].map((name) => [name, '*'] as const),
    ),
  ],
]);

const SHEET_LISTS = {
  merges: 'GridRange',
  conditionalFormats: 'ConditionalFormatRule',
  filterViews: 'FilterView',
  protectedRanges: 'ProtectedRange',
  charts: 'EmbeddedChart',
  bandedRanges: 'BandedRange',
  tables: 'Table',
  rowGroups: 'DimensionGroup',
  columnGroups: 'DimensionGroup',
} as const;

function sheetMetadata(spreadsheet: Spreadsheet, sheetId: number): object[] {
  return spreadsheet.developerMetadata.filter(
    ({ location }) => location?.locationType === 'SHEET' && (location.sheetId ?? 0) === sheetId,
  );
}

/** Of the merges, only those that the ranges touch are answered. */
function mergesIn(sheet: ReadonlySheet, ranges: ViewOptions['ranges']): GridRange[] {
  if (ranges === undefined) return sheet.merges;
  const areas = areasOn(sheet, ranges);
  const size = gridSize(sheet);
  return sheet.merges.filter((merge) =>
    areas.some((area) => areasMeet(area, gridRangeArea(merge, size))),
  );
}

function sheetParts(
  whole: ReadonlySheet,
  spreadsheet: Spreadsheet,
  { ranges }: ViewOptions,
): Record<string, unknown> {
  const sheet = { ...whole, merges: mergesIn(whole, ranges) };
  const parts: Record<string, unknown> = { properties: sheet.properties };
  for (const [name, message] of Object.entries(SHEET_LISTS)) {
    // Object.entries forgets the names of the table.
    const list = sheet[name as keyof typeof SHEET_LISTS];
    if (list.length > 0) parts[name] = list.map((item) => printedMessage(message, item));
  }
  if (sheet.basicFilter !== null) {
    parts['basicFilter'] = printedMessage('BasicFilter', sheet.basicFilter);
  }
  const metadata = sheetMetadata(spreadsheet, sheet.properties.sheetId);
  if (metadata.length > 0) parts['developerMetadata'] = metadata;
  return parts;
}

function areasOn(sheet: ReadonlySheet, ranges: ViewOptions['ranges']): Area[] {
  const own = ranges?.filter((range) => range.sheet === sheet) ?? [{ sheet, area: WHOLE_SHEET }];
  return own.map(readableArea);
}

function sheetView(
  sheet: ReadonlySheet,
  spreadsheet: Spreadsheet,
  options: ViewOptions,
  mask: FieldMask,
): sheets_v4.Schema$Sheet {
  const { ranges } = options;
  const parts = sheetParts(sheet, spreadsheet, options);
  const view: sheets_v4.Schema$Sheet = selectFields(parts, mask);
  const dataMask = fieldOf(mask, 'data');
  if (dataMask !== undefined) {
    view.data = areasOn(sheet, ranges).map((area) => gridData(sheet, spreadsheet, area, dataMask));
  }
  return view;
}

export const spreadsheetUrl = (id: string): string =>
  `https://docs.google.com/spreadsheets/d/${id}/edit`;

export function spreadsheetView(
  spreadsheet: Spreadsheet,
  options: ViewOptions,
): sheets_v4.Schema$Spreadsheet {
  const { mask, ranges } = options;
  const { spreadsheetId, properties } = spreadsheet;
  const namedRanges = spreadsheet.namedRanges.filter(({ range }) => range !== undefined);
  const metadata = spreadsheet.developerMetadata.filter(
    ({ location }) => location?.locationType === 'SPREADSHEET',
  );
  const parts: sheets_v4.Schema$Spreadsheet = {
    spreadsheetId,
    properties,
    ...(namedRanges.length > 0 && {
      namedRanges: namedRanges.map((range) => printedMessage('NamedRange', range)),
    }),
    spreadsheetUrl: spreadsheetUrl(spreadsheetId),
    ...(metadata.length > 0 && { developerMetadata: metadata }),
  };
  const view: sheets_v4.Schema$Spreadsheet = selectFields(parts, mask);
  const sheetMask = fieldOf(mask, 'sheets');
  if (sheetMask === undefined) return view;
  const sheets = spreadsheet.sheets.filter(
    (sheet) => ranges?.some((range) => range.sheet === sheet) ?? true,
  );
  view.sheets = sheets.map((sheet) => sheetView(sheet, spreadsheet, options, sheetMask));
  return view;
}
