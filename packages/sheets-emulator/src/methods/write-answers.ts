/** Answers of the methods that write values: what was updated, and on request how it reads now. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { type Spreadsheet, sheetById } from '../model/spreadsheet';
import { readValues } from '../values/read-values';
import type { WrittenValues } from '../values/write-values';
import type { ReadOptions } from './read-values-methods';

/** Counts of zero are left out, as Google's JSON leaves out all zeros of this kind. */
const count = <K extends string>(key: K, number: number): Partial<Record<K, number>> =>
  number === 0 ? {} : ({ [key]: number } as Partial<Record<K, number>>); // one key, of type K

export function updateAnswer(
  spreadsheet: Spreadsheet,
  written: WrittenValues,
  readBack: ReadOptions | undefined,
): sheets_v4.Schema$UpdateValuesResponse {
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    updatedRange: written.range,
    ...count('updatedRows', written.rows.size),
    ...count('updatedColumns', written.columns.size),
    ...count('updatedCells', written.cells),
    ...(readBack && { updatedData: updatedData(spreadsheet, written, readBack) }),
  };
}

function updatedData(
  spreadsheet: Spreadsheet,
  { sheetId, area, range }: WrittenValues,
  { major, render }: ReadOptions,
): sheets_v4.Schema$ValueRange {
  const sheet = sheetById(spreadsheet, sheetId);
  const values = sheet === undefined ? [] : readValues(sheet, area, major, render);
  return { range, majorDimension: major, ...(values.length > 0 && { values }) };
}

/** Rows and columns are counted once however many ranges wrote to them. */
export function batchTotals(written: readonly WrittenValues[]) {
  const places = (pick: (one: WrittenValues) => Iterable<number>) =>
    new Set(written.flatMap((one) => [...pick(one)].map((index) => `${one.sheetId}/${index}`)));
  const sheets = new Set(written.filter((one) => one.cells > 0).map((one) => one.sheetId));
  return {
    ...count('totalUpdatedRows', places((one) => one.rows).size),
    ...count('totalUpdatedColumns', places((one) => one.columns).size),
    ...count(
      'totalUpdatedCells',
      written.reduce((sum, one) => sum + one.cells, 0),
    ),
    ...count('totalUpdatedSheets', sheets.size),
  };
}
