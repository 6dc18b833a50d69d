// The values of tabs whose places are known: one call. Tabs are named by their ids, so that a renamed one is found and another one that took
// its title is not.
import { gridOf } from '#core/workbook/cell-grid';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Cell, Table } from '#core/workbook/table';
import type { TabKey } from '#core/workbook/tab-keys';
import type { SheetsClient } from '../google-clients';
import { readGoogleError } from './google-error';

/** Null when `known` lacks one of the tabs, or when one is gone: places must be read too. */
export async function readValuesAgain(
  client: SheetsClient,
  known: Snapshot,
  tabs: readonly TabKey[],
): Promise<Snapshot | null> {
  const tables = tabs.flatMap((key) => known.tables[key] ?? []);
  if (tables.length < tabs.length) return null;
  const values = await readById(
    client,
    known.spreadsheetId,
    tables.map(({ sheetId }) => sheetId),
  );
  if (values === null) return null;
  const anew = tables.map((table, index): [TabKey, Table] => [
    table.key,
    { ...table, cells: gridOf(values[index] ?? []) },
  ]);
  return { ...known, tables: Object.fromEntries(anew) };
}

async function readById(
  client: SheetsClient,
  spreadsheetId: string,
  sheetIds: readonly number[],
): Promise<Cell[][][] | null> {
  try {
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: {
        dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      },
    });
    const bySheet = new Map(
      (data.valueRanges ?? []).map(({ dataFilters, valueRange }) => [
        dataFilters?.[0]?.gridRange?.sheetId ?? 0,
        (valueRange?.values ?? []) as Cell[][], // what the API documents for unformatted values
      ]),
    );
    return sheetIds.map((sheetId) => bySheet.get(sheetId) ?? []);
  } catch (error) {
    if (readGoogleError(error)?.status === 400) return null;
    throw error;
  }
}
