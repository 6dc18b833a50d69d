/** Which workbooks the functions here serve: all of the data file, also those that were made a moment ago. */
import type { SheetsServer } from 'sheets-emulator';
import type { RegisteredWorkbooks } from '#functions/app/runtime/use-case';

/** A new year needs last year's workbook beside its own. */
export function servedWorkbooks(
  sheets: Pick<SheetsServer, 'list'>,
  audience: string,
): RegisteredWorkbooks {
  const has = (id: string): boolean =>
    sheets.list().some(({ spreadsheetId }) => spreadsheetId === id);
  return { has, get: (id) => (has(id) ? [audience] : undefined) };
}
