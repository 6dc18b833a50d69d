// Speaks to the local Sheets server: reads tabs, writes cells, changes structure.
import type { Spreadsheet } from './sheet-json';

/** The parts of a format the page reads and writes; lines around cells it only shows. */
export const FORMAT_FIELDS = [
  'numberFormat',
  'backgroundColorStyle',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
  'textFormat(bold,italic,underline,strikethrough,foregroundColorStyle,fontSize)',
].join(',');

const CELL = [
  'userEnteredValue(formulaValue)',
  'effectiveValue',
  `userEnteredFormat(${FORMAT_FIELDS},borders)`,
  'hyperlink',
  'note',
  'dataValidation',
].join(',');
const TAB_FIELDS = [
  'properties',
  'merges',
  'conditionalFormats',
  'protectedRanges',
  'charts(chartId,spec)',
  `data(startRow,startColumn,rowData(values(${CELL})),rowMetadata(pixelSize,hiddenByUser),columnMetadata(pixelSize,hiddenByUser))`,
].join(',');

/** The server understood and said no; its words are for the user. */
export class SheetsRefusal extends Error {}

/** One block of entries, written as if typed by hand. */
export interface CellEntries {
  readonly range: string;
  readonly values: readonly (readonly (string | number | boolean)[])[];
}

export interface SheetsApi {
  /** Titles, order and sizes of all tabs, without their cells. */
  readTabs(): Promise<Spreadsheet>;
  /** Everything the grid shows of the named tabs, or of all. */
  readContent(titles?: readonly string[]): Promise<Spreadsheet>;
  writeEntries(entries: readonly CellEntries[]): Promise<void>;
  batchUpdate(requests: readonly object[]): Promise<void>;
}

export function sheetsApi(spreadsheetId: string): SheetsApi {
  const base = `/v4/spreadsheets/${spreadsheetId}`;
  return {
    readTabs: () => read(`${base}?fields=${encodeURIComponent('properties,sheets(properties)')}`),
    readContent(titles = []) {
      const query = new URLSearchParams({
        includeGridData: 'true',
        fields: `properties,sheets(${TAB_FIELDS})`,
      });
      for (const title of titles) query.append('ranges', quoteTitle(title));
      return read(`${base}?${query.toString()}`);
    },
    writeEntries: (data) =>
      send(`${base}/values:batchUpdate`, { valueInputOption: 'USER_ENTERED', data }),
    batchUpdate: (requests) => send(`${base}:batchUpdate`, { requests }),
  };
}

export function quoteTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

const HEADERS = { authorization: 'Bearer local', 'content-type': 'application/json' };

async function read(address: string): Promise<Spreadsheet> {
  const response = await fetch(address, { headers: HEADERS });
  await refuseFailure(response);
  return (await response.json()) as Spreadsheet; // the server's answer is checked by its own tests
}

async function send(address: string, body: object): Promise<void> {
  const request = { method: 'POST', headers: HEADERS, body: JSON.stringify(body) };
  await refuseFailure(await fetch(address, request));
}

async function refuseFailure(response: Response): Promise<void> {
  if (response.ok) return;
  const body = (await response.json().catch(() => null)) as {
    error?: { message?: string };
  } | null;
  const message = body?.error?.message ?? `HTTP ${response.status}`;
  throw response.status < 500 || response.status === 501
    ? new SheetsRefusal(message)
    : new Error(message);
}
