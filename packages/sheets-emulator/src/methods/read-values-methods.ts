/** values.get and values.batchGet. */
import { readableArea, resolveRange, type ResolvedRange } from '../a1/resolve-range';
import { printRange } from '../a1/print-range';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { readValues, type MajorDimension } from '../values/read-values';
import type { RenderOptions } from '../values/render-value';
import { spreadsheetIdOf, type ApiCall, type ApiMethod } from './api-method';
import { majorDimension, renderOptions } from './value-options';

export interface ReadOptions {
  readonly major: MajorDimension;
  readonly render: RenderOptions;
}

/** No `values` key at all when the range is empty. */
export function valueRange(
  range: ResolvedRange,
  { major, render }: ReadOptions,
): sheets_v4.Schema$ValueRange {
  const area = readableArea(range);
  const values = readValues(range.sheet, area, major, render);
  return {
    range: printRange(range.sheet.properties.title, area),
    majorDimension: major,
    ...(values.length > 0 && { values }),
  };
}

function readOptions({ query }: ApiCall): ReadOptions {
  return {
    major: majorDimension(query.text('majorDimension')),
    render: renderOptions(query.text('valueRenderOption'), query.text('dateTimeRenderOption')),
  };
}

const READ_QUERY = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'];

export const valuesGet: ApiMethod = {
  name: 'spreadsheets.values.get',
  verb: 'GET',
  path: '{spreadsheetId}/values/{range}',
  query: READ_QUERY,
  answer: 'ValueRange',
  quota: 'read',
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    return valueRange(resolveRange(spreadsheet, call.path['range'] ?? ''), readOptions(call));
  },
};

export const valuesBatchGet: ApiMethod = {
  name: 'spreadsheets.values.batchGet',
  verb: 'GET',
  path: '{spreadsheetId}/values:batchGet',
  query: [...READ_QUERY, 'ranges'],
  answer: 'BatchGetValuesResponse',
  quota: 'read',
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    const options = readOptions(call);
    const valueRanges = call.query
      .list('ranges')
      .map((text) => valueRange(resolveRange(spreadsheet, text), options));
    const { spreadsheetId } = spreadsheet;
    return { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
  },
};
