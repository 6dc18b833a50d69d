/** spreadsheets.create, spreadsheets.get and spreadsheets.batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { checkInsideGrid, resolveRange } from '../a1/resolve-range';
import type { Spreadsheet } from '../model/spreadsheet';
import { createSpreadsheet } from '../requests/create-spreadsheet';
import { applyRequests } from '../requests/apply-requests';
import { fieldOf, parseFieldMask, type FieldMask } from '../schema/field-mask';
import { printedMessage } from '../view/printed-message';
import { printSpreadsheet } from '../view/print-spreadsheet';
import { spreadsheetView, WITHOUT_GRID_DATA, type ViewOptions } from '../view/spreadsheet-view';
import { spreadsheetIdOf, type ApiCall, type ApiMethod } from './api-method';

/** With no ranges asked, all sheets. */
export function rangeTexts(
  spreadsheet: Spreadsheet,
  texts: readonly string[],
): ViewOptions['ranges'] {
  return texts.length === 0 ? undefined : texts.map((text) => resolveRange(spreadsheet, text));
}

/** The parameter `fields`, under either of its names. */
export const fieldsOf = ({ query }: ApiCall): string | undefined =>
  query.text('fields') ?? query.text('$fields');

/** A field mask decides alone; includeGridData counts only without one. */
export function viewMask(fields: string | undefined, includeGridData: boolean): FieldMask {
  if (fields !== undefined && fields !== '') return parseFieldMask(fields, 'Spreadsheet');
  return includeGridData ? '*' : WITHOUT_GRID_DATA;
}

export const spreadsheetsCreate: ApiMethod = {
  name: 'spreadsheets.create',
  verb: 'POST',
  path: '',
  query: [],
  body: { message: 'Spreadsheet', name: 'spreadsheet' },
  answer: 'Spreadsheet',
  quota: 'write',
  async run({ store, now }, call) {
    const spreadsheet = await store.create(createSpreadsheet(call.body, now()));
    return spreadsheetView(spreadsheet, { ranges: undefined, mask: WITHOUT_GRID_DATA });
  },
};

export const spreadsheetsGet: ApiMethod = {
  name: 'spreadsheets.get',
  verb: 'GET',
  path: '{spreadsheetId}',
  query: ['ranges', 'includeGridData', 'excludeTablesInBandedRanges'],
  answer: 'Spreadsheet',
  quota: 'read',
  print: printSpreadsheet,
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    return spreadsheetView(spreadsheet, {
      ranges: rangeTexts(spreadsheet, call.query.list('ranges')),
      mask: viewMask(fieldsOf(call), call.query.flag('includeGridData')),
    });
  },
};

/** What of the changed spreadsheet is answered. As with `get`, a field mask decides alone; undefined: nothing of it. */
function updatedMask(
  call: ApiCall,
  body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
): FieldMask | undefined {
  if (body.includeSpreadsheetInResponse !== true) return undefined;
  const fields = fieldsOf(call) ?? '';
  if (fields === '') return viewMask(undefined, body.responseIncludeGridData === true);
  const mask = parseFieldMask(fields, 'BatchUpdateSpreadsheetResponse');
  return fieldOf(mask, 'updatedSpreadsheet');
}

export const spreadsheetsBatchUpdate: ApiMethod = {
  name: 'spreadsheets.batchUpdate',
  verb: 'POST',
  path: '{spreadsheetId}:batchUpdate',
  query: [],
  body: { message: 'BatchUpdateSpreadsheetRequest', name: '' },
  answer: 'BatchUpdateSpreadsheetResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const body = call.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest; // checked against the message
    const mask = updatedMask(call, body);
    const ranges = (changed: Spreadsheet) => rangeTexts(changed, body.responseRanges ?? []);
    const { result, spreadsheet } = await store.change(spreadsheetId, (draft) => {
      const made = applyRequests(draft, body.requests ?? []);
      // Thrown here, a range that is not there undoes the batch.
      if (draft.quirks.responseRangeGone === 'refusedBefore' && mask !== undefined) {
        ranges(draft)?.forEach(checkInsideGrid);
      }
      return made;
    });
    const replies = result.map((reply) => printedMessage('Response', reply));
    if (mask === undefined) return { spreadsheetId, replies };
    const view = { ranges: ranges(spreadsheet), mask };
    return { spreadsheetId, replies, updatedSpreadsheet: spreadsheetView(spreadsheet, view) };
  },
};
