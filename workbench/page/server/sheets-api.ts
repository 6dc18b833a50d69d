// Speaks to the local Sheets server: reads tabs, writes cells, changes structure.
import type { Move } from 'sheets-emulator/moves';
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
  'charts(chartId,spec,position(overlayPosition(anchorCell)))',
  'basicFilter(criteria)',
  `data(startRow,startColumn,rowData(values(${CELL})),rowMetadata(pixelSize,hiddenByUser,hiddenByFilter),columnMetadata(pixelSize,hiddenByUser))`,
].join(',');

/** The server understood and said no; its words are for the user. */
export class SheetsRefusal extends Error {}

/** Rows or columns went to other places since the revision that was named: nothing was written. */
export class CellsMoved extends Error {}

/** A workbook, or tabs of it, as of one revision. */
export interface Content {
  readonly book: Spreadsheet;
  readonly revision: number;
}

/** What moved cells, up to this revision; null when that is too long ago to say. */
export interface MovesSince {
  readonly revision: number;
  readonly moves: readonly Move[] | null;
}

/** One block of entries, written as if typed by hand. */
export interface CellEntries {
  readonly range: string;
  readonly values: readonly (readonly (string | number | boolean)[])[];
}

export interface SheetsApi {
  /** Titles, order and sizes of all tabs, without their cells. */
  readTabs(): Promise<Spreadsheet>;
  /** Everything the grid shows of the named tabs, or of all. */
  readContent(titles?: readonly string[]): Promise<Content>;
  /** Throws `CellsMoved` when cells have moved after the revision `unmovedSince`. */
  writeEntries(entries: readonly CellEntries[], unmovedSince?: number): Promise<void>;
  /** The same for requests; the answer is the revision they made. */
  batchUpdate(requests: readonly object[], unmovedSince?: number): Promise<number>;
  movesSince(revision: number): Promise<MovesSince>;
}

export function sheetsApi(spreadsheetId: string): SheetsApi {
  const base = `/v4/spreadsheets/${spreadsheetId}`;
  return {
    async readTabs() {
      const fields = encodeURIComponent('properties,sheets(properties)');
      return (await read(`${base}?fields=${fields}`)).book;
    },
    readContent(titles = []) {
      const query = new URLSearchParams({
        includeGridData: 'true',
        fields: `properties,sheets(${TAB_FIELDS})`,
      });
      for (const title of titles) query.append('ranges', quoteTitle(title));
      return read(`${base}?${query.toString()}`);
    },
    async writeEntries(data, unmovedSince) {
      const body = { valueInputOption: 'USER_ENTERED', data };
      await send(`${base}/values:batchUpdate`, body, unmovedSince);
    },
    batchUpdate: (requests, unmovedSince) =>
      send(`${base}:batchUpdate`, { requests }, unmovedSince),
    async movesSince(revision) {
      const response = await fetch(`/moves/${spreadsheetId}?since=${revision}`);
      await refuseFailure(response);
      return (await response.json()) as MovesSince; // the local server's own answer
    },
  };
}

export function quoteTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

const HEADERS = { authorization: 'Bearer local', 'content-type': 'application/json' };

async function read(address: string): Promise<Content> {
  const response = await fetch(address, { headers: HEADERS });
  await refuseFailure(response);
  const book = (await response.json()) as Spreadsheet; // the server's answer is checked by its own tests
  return { book, revision: revisionOf(response) };
}

async function send(
  address: string,
  body: object,
  unmovedSince: number | undefined,
): Promise<number> {
  const condition =
    unmovedSince === undefined ? {} : { 'x-sheets-unmoved-since': String(unmovedSince) };
  const headers = { ...HEADERS, ...condition };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status === MOVED) throw new CellsMoved();
  await refuseFailure(response);
  return revisionOf(response);
}

const MOVED = 409;

function revisionOf({ headers }: Response): number {
  return Number(headers.get('x-sheets-revision'));
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
