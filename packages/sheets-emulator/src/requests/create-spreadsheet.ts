/** A new spreadsheet from the body of spreadsheets.create: its parts are added by the requests that add them later. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { notEmulated } from '../api-error';
import { firstSheet, newSpreadsheetRecord } from '../model/defaults';
import { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import { applyRequests } from './apply-requests';
import type { ApiRequest } from './reply';
import { addSheet } from './sheet-requests';

type SheetBody = sheets_v4.Schema$Sheet;

/** Fields of a sheet that are taken; a body with any other is refused. */
const TAKEN = new Set<keyof SheetBody>([
  'properties',
  'data',
  'merges',
  'conditionalFormats',
  'protectedRanges',
  'basicFilter',
  'bandedRanges',
  'charts',
]);

function dataRequests(sheet: SheetBody, sheetId: number): ApiRequest[] {
  return (sheet.data ?? []).flatMap(({ startRow, startColumn, rowData, ...rest }) => {
    if (Object.keys(rest).length > 0)
      throw notEmulated(`${Object.keys(rest).join(', ')} in create`);
    if (rowData === undefined) return [];
    const start = { sheetId, rowIndex: startRow ?? 0, columnIndex: startColumn ?? 0 };
    return [{ updateCells: { start, rows: rowData, fields: '*' } }];
  });
}

function partRequests(sheet: SheetBody): ApiRequest[] {
  return [
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({
      addConditionalFormatRule: { rule, index },
    })),
    ...(sheet.protectedRanges ?? []).map((protectedRange) => ({
      addProtectedRange: { protectedRange },
    })),
    ...(sheet.basicFilter === undefined ? [] : [{ setBasicFilter: { filter: sheet.basicFilter } }]),
    ...(sheet.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
  ];
}

function addSheetBody(draft: Draft, body: SheetBody): ApiRequest[] {
  // Checked against the message: its keys are fields of a sheet.
  const unknown = Object.keys(body).find((key) => !TAKEN.has(key as keyof SheetBody));
  if (unknown !== undefined) throw notEmulated(`sheets.${unknown} in create`);
  const { sheetId } = addSheet(draft, body.properties ?? {}).properties;
  return [...dataRequests(body, sheetId), ...partRequests(body)];
}

export function createSpreadsheet(body: sheets_v4.Schema$Spreadsheet, now: Date): Spreadsheet {
  const title = body.properties?.title ?? 'Untitled spreadsheet';
  const record = newSpreadsheetRecord(title, now);
  Object.assign(record.properties, body.properties, { title });
  const bodies = body.sheets ?? [];
  if (bodies.length === 0) return withParts({ ...record, sheets: [firstSheet()] }, now, body);
  return withParts({ ...record, sheets: [] }, now, body);
}

function withParts(empty: Spreadsheet, now: Date, body: sheets_v4.Schema$Spreadsheet): Spreadsheet {
  const draft = new Draft(empty, now);
  const requests = (body.sheets ?? []).flatMap((sheet) => addSheetBody(draft, sheet));
  requests.push(
    ...(body.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(body.developerMetadata ?? []).map((developerMetadata) => ({
      createDeveloperMetadata: { developerMetadata },
    })),
  );
  if (requests.length > 0) applyRequests(draft, requests);
  return { ...draft.finish(), revision: 1 };
}
