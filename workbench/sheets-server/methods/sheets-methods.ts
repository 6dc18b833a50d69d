/** All methods of the Sheets API that the server knows. */
import type { ApiMethod } from './api-method';
import { valuesBatchClear, valuesClear } from './clear-values-methods';
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
  metadataGet,
  metadataSearch,
  valuesGet,
  valuesBatchGet,
  valuesUpdate,
  valuesBatchUpdate,
  valuesAppend,
  valuesClear,
  valuesBatchClear,
];
