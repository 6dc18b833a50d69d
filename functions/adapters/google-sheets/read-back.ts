// Cells read back to see whom a write reached: with the write itself in the usual case, by a call of their own otherwise.
import { columnLetters } from '#core/workbook/cell-name';
import type { Probe, ReadBack, ReadCell } from '#core/row-safety/probes';
import type { Basis } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';
import type { Schema, SheetsClient, sheets_v4 } from '../google-clients';
import { quoteTitle } from './read-snapshot';

const SHEETS =
  'sheets(properties.sheetId,data(startRow,startColumn,rowData.values(effectiveValue,userEnteredValue.formulaValue)))';

const REPLIES = 'replies.updateDeveloperMetadata.developerMetadata.metadataId';

/** The part of a `batchUpdate` that asks for the probed cells, and nothing else of the answer. */
export function askForProbes(
  { places }: Basis,
  probes: readonly Probe[],
  withReplies: boolean,
): { readonly fields: string; readonly body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest } {
  const responseRanges = probes.map(({ sheetId, startRow, startColumn, rows }) => {
    const title = places.find((place) => place.sheetId === sheetId)?.title ?? '';
    const width = rows[0]?.length ?? 1;
    const first = `${columnLetters(startColumn)}${startRow + 1}`;
    const last = `${columnLetters(startColumn + width - 1)}${startRow + rows.length}`;
    return `${quoteTitle(title)}!${first}:${last}`;
  });
  const replies = withReplies ? [REPLIES] : [];
  if (responseRanges.length === 0)
    return { fields: ['spreadsheetId', ...replies].join(','), body: {} };
  return {
    fields: [`updatedSpreadsheet.${SHEETS}`, ...replies].join(','),
    body: { includeSpreadsheetInResponse: true, responseIncludeGridData: true, responseRanges },
  };
}

/** The same cells by a call of their own; it names tabs by id, so that a renamed one is found. */
export async function readProbes(
  client: SheetsClient,
  spreadsheetId: string,
  probes: readonly Probe[],
): Promise<ReadBack> {
  if (probes.length === 0) return () => undefined;
  const { data } = await client.spreadsheets.getByDataFilter({
    spreadsheetId,
    fields: SHEETS,
    requestBody: {
      dataFilters: probes.map(({ sheetId, startRow, startColumn, rows }) => ({
        gridRange: {
          sheetId,
          startRowIndex: startRow,
          endRowIndex: startRow + rows.length,
          startColumnIndex: startColumn,
          endColumnIndex: startColumn + (rows[0]?.length ?? 1),
        },
      })),
    },
  });
  return readBackOf(data);
}

export function readBackOf(spreadsheet: Schema | undefined): ReadBack {
  const cells = new Map<string, ReadCell>();
  for (const { properties, data } of spreadsheet?.sheets ?? [])
    for (const block of data ?? []) collect(cells, properties?.sheetId ?? 0, block);
  return (sheetId, row, column) => cells.get(`${sheetId}!${row},${column}`);
}

function collect(
  cells: Map<string, ReadCell>,
  sheetId: number,
  { startRow, startColumn, rowData }: sheets_v4.Schema$GridData,
): void {
  for (const [down, { values }] of (rowData ?? []).entries())
    for (const [across, cell] of (values ?? []).entries()) {
      const [row, column] = [(startRow ?? 0) + down, (startColumn ?? 0) + across];
      cells.set(`${sheetId}!${row},${column}`, toReadCell(cell));
    }
}

function toReadCell({ effectiveValue, userEnteredValue }: sheets_v4.Schema$CellData): ReadCell {
  return {
    value: toCell(effectiveValue ?? {}),
    isFormula: typeof userEnteredValue?.formulaValue === 'string',
  };
}

/** As `values.batchGet` gives an error, unformatted. */
const ERRORS: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  ERROR: '#ERROR!',
  LOADING: 'Loading...',
};

function toCell(value: sheets_v4.Schema$ExtendedValue): Cell | undefined {
  const { numberValue, stringValue, boolValue, errorValue } = value;
  if (errorValue) return ERRORS[errorValue.type ?? ''] ?? '#ERROR!';
  return numberValue ?? stringValue ?? boolValue ?? undefined;
}
