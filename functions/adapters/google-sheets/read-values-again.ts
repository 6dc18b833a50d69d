// The values of tabs whose places are known: one call. Tabs are named by their ids, so that another one that took the title of one is not
// read in its place. The answer names each tab's title and size, which shows whether the places are still right.
import { columnNumber } from '#core/workbook/cell-name';
import { gridOf } from '#core/workbook/cell-grid';
import type { Snapshot, TabPlace } from '#core/workbook/snapshot';
import type { Cell, Table } from '#core/workbook/table';
import type { TabKey } from '#core/workbook/tab-keys';
import type { SheetsClient } from '../google-clients';
import { readGoogleError } from './google-error';

/** Null when `known` lacks one of the tabs, or when one is gone, renamed or larger than known: places must be read too. */
export async function readValuesAgain(
  client: SheetsClient,
  known: Snapshot,
  tabs: readonly TabKey[],
): Promise<Snapshot | null> {
  const tables = tabs.flatMap((key) => known.tables[key] ?? []);
  if (tables.length < tabs.length) return null;
  const sheets = await readById(
    client,
    known.spreadsheetId,
    tables.map(({ sheetId }) => sheetId),
  );
  if (sheets === null) return null;
  const anew: [TabKey, Table][] = [];
  for (const table of tables) {
    const sheet = sheets.get(table.sheetId);
    const place = known.places.find(({ sheetId }) => sheetId === table.sheetId);
    if (!sheet || !place || !isStill(place, sheet)) return null;
    anew.push([table.key, { ...table, cells: gridOf(sheet.values) }]);
  }
  return { ...known, tables: Object.fromEntries(anew) };
}

/** A tab that became smaller lost rows or columns before its tags, or the tags: the write finds that out. */
const isStill = (place: TabPlace, { title, rowCount, columnCount }: SheetRead): boolean =>
  title === place.title && rowCount <= place.rowCount && columnCount <= place.columnCount;

interface SheetRead {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: Cell[][];
}

/** The range of an answer: all cells of the tab, whether or not they hold values. */
const WHOLE_TAB = /^(?<title>.+)!A1(?::(?<column>[A-Z]+)(?<row>\d+))?$/su;

/** Nothing where the range is not that of a whole tab. */
function toSheet(range: string, values: Cell[][]): SheetRead | undefined {
  const { title, column = 'A', row = '1' } = WHOLE_TAB.exec(range)?.groups ?? {};
  if (title === undefined) return undefined;
  const size = { rowCount: Number(row), columnCount: columnNumber(column) };
  return { title: withoutQuotes(title), ...size, values };
}

/** Google quotes a title that is more than letters and digits. */
const withoutQuotes = (title: string): string =>
  title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;

async function readById(
  client: SheetsClient,
  spreadsheetId: string,
  sheetIds: readonly number[],
): Promise<ReadonlyMap<number, SheetRead | undefined> | null> {
  try {
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: {
        dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      },
    });
    return new Map(
      (data.valueRanges ?? []).map(({ dataFilters, valueRange }) => [
        dataFilters?.[0]?.gridRange?.sheetId ?? 0,
        // What the API documents for unformatted values.
        toSheet(valueRange?.range ?? '', (valueRange?.values ?? []) as Cell[][]),
      ]),
    );
  } catch (error) {
    if (readGoogleError(error)?.status === 400) return null;
    throw error;
  }
}
