/** spreadsheets.getByDataFilter and the values.*ByDataFilter methods. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { printCanonical, type ResolvedRange } from '../a1/resolve-range';
import { ApiError } from '../api-error';
import type { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import { printSpreadsheet } from '../view/print-spreadsheet';
import { spreadsheetView } from '../view/spreadsheet-view';
import type { WrittenValues } from '../values/write-values';
import { spreadsheetIdOf, type ApiMethod } from './api-method';
import { clearRange } from './clear-values-methods';
import { echoFilter, filterRanges, type DataFilter } from './data-filters';
import { valueRange } from './read-values-methods';
import { fieldsOf, viewMask } from './spreadsheet-methods';
import { enterOption, majorDimension, renderOptions } from './value-options';
import { batchTotals, updateAnswer } from './write-answers';
import { readBackOptions, writeRange, type ValueRangeBody } from './write-values-methods';

export const getByDataFilter: ApiMethod = {
  name: 'spreadsheets.getByDataFilter',
  verb: 'POST',
  path: '{spreadsheetId}:getByDataFilter',
  query: [],
  body: { message: 'GetSpreadsheetByDataFilterRequest', name: '' },
  answer: 'Spreadsheet',
  quota: 'read',
  print: printSpreadsheet,
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    const body = call.body as sheets_v4.Schema$GetSpreadsheetByDataFilterRequest; // checked against the message
    const filters = body.dataFilters ?? [];
    const ranges = filters.flatMap((filter) => filterRanges(spreadsheet, filter));
    return spreadsheetView(spreadsheet, {
      ranges: filters.length === 0 ? undefined : ranges,
      mask: viewMask(fieldsOf(call), body.includeGridData === true),
    });
  },
};

/** Filters that mean the same cells share one entry. */
function matchedRanges(spreadsheet: Spreadsheet, filters: readonly DataFilter[]) {
  const matched = new Map<string, { range: ResolvedRange; dataFilters: DataFilter[] }>();
  for (const filter of filters) {
    for (const range of filterRanges(spreadsheet, filter)) {
      const key = printCanonical(range);
      const entry = matched.get(key) ?? { range, dataFilters: [] };
      entry.dataFilters.push(echoFilter(filter));
      matched.set(key, entry);
    }
  }
  return [...matched.values()];
}

export const batchGetByDataFilter: ApiMethod = {
  name: 'spreadsheets.values.batchGetByDataFilter',
  verb: 'POST',
  path: '{spreadsheetId}/values:batchGetByDataFilter',
  query: [],
  body: { message: 'BatchGetValuesByDataFilterRequest', name: '' },
  answer: 'BatchGetValuesByDataFilterResponse',
  quota: 'read',
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    const body = call.body as sheets_v4.Schema$BatchGetValuesByDataFilterRequest; // checked against the message
    const options = {
      major: majorDimension(body.majorDimension),
      render: renderOptions(body.valueRenderOption, body.dateTimeRenderOption),
    };
    const valueRanges = matchedRanges(spreadsheet, body.dataFilters ?? []).map(
      ({ range, dataFilters }) => ({ valueRange: valueRange(range, options), dataFilters }),
    );
    const { spreadsheetId } = spreadsheet;
    return { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
  },
};

type FilterWrite = {
  readonly data: sheets_v4.Schema$DataFilterValueRange;
  readonly written: WrittenValues;
};

function writeByFilter(
  draft: Draft,
  body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest,
): FilterWrite[] {
  const enter = enterOption(body.valueInputOption, draft);
  return (body.data ?? []).flatMap((data, index) => {
    try {
      const { majorDimension: major, values } = data;
      const range: ValueRangeBody = { majorDimension: major ?? null, values: values ?? null };
      return filterRanges(draft, data.dataFilter ?? {}).map((found) => ({
        data,
        written: writeRange(draft, found, range, enter),
      }));
    } catch (error) {
      throw error instanceof ApiError ? error.within(`data[${index}]`) : error;
    }
  });
}

export const batchUpdateByDataFilter: ApiMethod = {
  name: 'spreadsheets.values.batchUpdateByDataFilter',
  verb: 'POST',
  path: '{spreadsheetId}/values:batchUpdateByDataFilter',
  query: [],
  body: { message: 'BatchUpdateValuesByDataFilterRequest', name: '' },
  answer: 'BatchUpdateValuesByDataFilterResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const body = call.body as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest; // checked against the message
    const { result, spreadsheet } = await store.change(spreadsheetId, (draft) =>
      writeByFilter(draft, body),
    );
    const responses = result.map(({ data, written }) => {
      const readBack = readBackOptions(body.includeValuesInResponse === true, data.majorDimension, [
        body.responseValueRenderOption,
        body.responseDateTimeRenderOption,
      ]);
      const update = updateAnswer(spreadsheet, written, readBack);
      Reflect.deleteProperty(update, 'spreadsheetId');
      return { ...update, dataFilter: echoFilter(data.dataFilter ?? {}) };
    });
    const totals = batchTotals(result.map(({ written }) => written));
    return { spreadsheetId, ...totals, ...(responses.length > 0 && { responses }) };
  },
};

export const batchClearByDataFilter: ApiMethod = {
  name: 'spreadsheets.values.batchClearByDataFilter',
  verb: 'POST',
  path: '{spreadsheetId}/values:batchClearByDataFilter',
  query: [],
  body: { message: 'BatchClearValuesByDataFilterRequest', name: '' },
  answer: 'BatchClearValuesByDataFilterResponse',
  quota: 'write',
  async run({ store }, call) {
    const spreadsheetId = spreadsheetIdOf(call);
    const body = call.body as sheets_v4.Schema$BatchClearValuesByDataFilterRequest; // checked against the message
    const { result: clearedRanges } = await store.change(spreadsheetId, (draft) =>
      (body.dataFilters ?? [])
        .flatMap((filter) => filterRanges(draft, filter))
        .map((range) => clearRange(draft, range)),
    );
    return { spreadsheetId, ...(clearedRanges.length > 0 && { clearedRanges }) };
  },
};
