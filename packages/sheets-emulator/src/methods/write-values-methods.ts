/** values.update, values.batchUpdate and values.append. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { cellArea } from '../a1/area';
import { checkInsideGrid, resolveRange, type ResolvedRange } from '../a1/resolve-range';
import { ApiError, invalid } from '../api-error';
import type { Json } from '../json';
import type { Draft } from '../model/draft';
import { checkMayEdit } from '../requests/check-protection';
import { growGrid, insertRows } from '../structure/edit-dimension';
import { findAppendPlace } from '../values/append-values';
import type { EnterValue } from '../values/enter-value';
import { inputRows, type InputRow } from '../values/input-values';
import { planWrite, writeRows, type WrittenValues } from '../values/write-values';
import { spreadsheetIdOf, type ApiCall, type ApiMethod } from './api-method';
import type { ReadOptions } from './read-values-methods';
import { enterOption, majorDimension, renderOptions } from './value-options';
import { batchTotals, updateAnswer } from './write-answers';

export type ValueRangeBody = Omit<sheets_v4.Schema$ValueRange, 'values'> & {
  values?: Json[][] | null | undefined;
};

const rowsOf = (body: ValueRangeBody): readonly InputRow[] =>
  inputRows(body.values ?? [], body.majorDimension);

export function writeRange(
  draft: Draft,
  range: ResolvedRange,
  body: ValueRangeBody,
  enter: EnterValue,
): WrittenValues {
  const rows = rowsOf(body);
  checkInsideGrid(range);
  const area = planWrite(range, rows);
  checkMayEdit(draft, { sheet: range.sheet, area });
  return writeRows(draft.edit(range.sheet.properties.sheetId), area, rows, enter);
}

/** Whether and how the response includes the new values; they come in the dimension they were sent in. */
export function readBackOptions(
  wanted: boolean,
  major: string | null | undefined,
  options: readonly [value: string | null | undefined, date: string | null | undefined],
): ReadOptions | undefined {
  if (!wanted) return undefined;
  return { major: majorDimension(major), render: renderOptions(...options) };
}

const queryReadBack = ({ query }: ApiCall, body: ValueRangeBody): ReadOptions | undefined =>
  readBackOptions(query.flag('includeValuesInResponse'), body.majorDimension, [
    query.text('responseValueRenderOption'),
    query.text('responseDateTimeRenderOption'),
  ]);

function checkSameRange(asked: string, body: ValueRangeBody): void {
  if (body.range === undefined || body.range === null || body.range === asked) return;
  throw invalid(`Request range[${asked}] does not match value's range[${body.range}]`);
}

const WRITE_QUERY = [
  'valueInputOption',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
];

export const valuesUpdate: ApiMethod = {
  name: 'spreadsheets.values.update',
  verb: 'PUT',
  path: '{spreadsheetId}/values/{range}',
  query: WRITE_QUERY,
  body: { message: 'ValueRange', name: 'data' },
  answer: 'UpdateValuesResponse',
  quota: 'write',
  async run({ store }, call) {
    const id = spreadsheetIdOf(call);
    const body = call.body as ValueRangeBody; // checked against the message
    const text = call.path['range'] ?? '';
    const changed = await store.change(id, (draft) => {
      const enter = enterOption(call.query.text('valueInputOption'), draft);
      const range = resolveRange(draft, text);
      checkSameRange(text, body);
      return writeRange(draft, range, body, enter);
    });
    return updateAnswer(changed.spreadsheet, changed.result, queryReadBack(call, body));
  },
};

function writeBatch(
  draft: Draft,
  body: sheets_v4.Schema$BatchUpdateValuesRequest,
): WrittenValues[] {
  const enter = enterOption(body.valueInputOption, draft);
  return (body.data ?? []).map((data, index) => {
    try {
      return writeRange(draft, resolveRange(draft, data.range ?? ''), data, enter);
    } catch (error) {
      throw error instanceof ApiError ? error.within(`data[${index}]`) : error;
    }
  });
}

export const valuesBatchUpdate: ApiMethod = {
  name: 'spreadsheets.values.batchUpdate',
  verb: 'POST',
  path: '{spreadsheetId}/values:batchUpdate',
  query: [],
  body: { message: 'BatchUpdateValuesRequest', name: '' },
  answer: 'BatchUpdateValuesResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const body = call.body as sheets_v4.Schema$BatchUpdateValuesRequest; // checked against the message
    const { result: written, spreadsheet } = await store.change(spreadsheetId, (draft) =>
      writeBatch(draft, body),
    );
    const responses = written.map((one, index) => {
      const readBack = readBackOptions(
        body.includeValuesInResponse === true,
        body.data?.[index]?.majorDimension,
        [body.responseValueRenderOption, body.responseDateTimeRenderOption],
      );
      return updateAnswer(spreadsheet, one, readBack);
    });
    return { spreadsheetId, ...batchTotals(written), ...(responses.length > 0 && { responses }) };
  },
};

function appendRows(
  draft: Draft,
  call: ApiCall,
): { tableRange: string | undefined; written: WrittenValues } {
  const enter = enterOption(call.query.text('valueInputOption'), draft);
  const text = call.path['range'] ?? '';
  const body = call.body as ValueRangeBody; // checked against the message
  const range = resolveRange(draft, text);
  checkSameRange(text, body);
  const rows = rowsOf(body);
  const place = findAppendPlace(range);
  const { sheetId } = range.sheet.properties;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const area = cellArea(place.row, place.column, Math.max(rows.length, 1), width);
  checkMayEdit(draft, { sheet: range.sheet, area });
  const insert = call.query.text('insertDataOption') === 'INSERT_ROWS';
  if (insert && place.tableRange !== undefined && rows.length > 0) {
    insertRows(draft, sheetId, place.row, rows.length);
  }
  const sheet = draft.edit(sheetId);
  growGrid(draft, sheet, { rowCount: area.endRow, columnCount: area.endColumn });
  return { tableRange: place.tableRange, written: writeRows(sheet, area, rows, enter) };
}

export const valuesAppend: ApiMethod = {
  name: 'spreadsheets.values.append',
  verb: 'POST',
  path: '{spreadsheetId}/values/{range}:append',
  query: [...WRITE_QUERY, 'insertDataOption'],
  body: { message: 'ValueRange', name: 'data' },
  answer: 'AppendValuesResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const { result, spreadsheet } = await store.change(spreadsheetId, (draft) =>
      appendRows(draft, call),
    );
    const readBack = queryReadBack(call, call.body);
    const { tableRange, written } = result;
    const updates = updateAnswer(spreadsheet, written, readBack);
    return { spreadsheetId, ...(tableRange !== undefined && { tableRange }), updates };
  },
};
