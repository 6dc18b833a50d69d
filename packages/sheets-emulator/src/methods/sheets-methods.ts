/** All 17 methods of the Sheets API. */
import type { ApiMethod } from './api-method';
import { valuesBatchClear, valuesClear } from './clear-values-methods';
import { sheetsCopyTo } from './copy-sheet-method';
import {
  batchClearByDataFilter,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  getByDataFilter,
} from './data-filter-methods';
import { metadataGet, metadataSearch } from './metadata-methods';
import { valuesBatchGet, valuesGet } from './read-values-methods';
import {
  spreadsheetsBatchUpdate,
  spreadsheetsCreate,
  spreadsheetsGet,
} from './spreadsheet-methods';
import { valuesAppend, valuesBatchUpdate, valuesUpdate } from './write-values-methods';

export const SHEETS_METHODS: readonly ApiMethod[] = [
  spreadsheetsCreate,
  spreadsheetsGet,
  spreadsheetsBatchUpdate,
  getByDataFilter,
  sheetsCopyTo,
  metadataGet,
  metadataSearch,
  valuesGet,
  valuesBatchGet,
  valuesUpdate,
  valuesBatchUpdate,
  valuesAppend,
  valuesClear,
  valuesBatchClear,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  batchClearByDataFilter,
];
