// The workbook of the probe: tabs to try things on, calls that wait for the quota, and the clean-up.
import { randomInt } from 'node:crypto';
import type { SheetsClient, SheetsRequest, sheets_v4 } from '#functions/adapters/google-clients';
import { readGoogleError } from '#functions/adapters/google-sheets/google-error';

const TITLE = 'lectern-probe';
/** Key of all developer metadata of the probe. */
export const KEY = 'lectern-probe';
const WAITS = 3;
/** Google counts calls by the minute. */
const WAIT_MILLISECONDS = 60_000;

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
}

export interface Attempt {
  /** Google's words when it answered 400; null when the batch was carried out. */
  readonly refusal: string | null;
  readonly replies: readonly sheets_v4.Schema$Response[];
}

export interface GroundParts {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

export class Ground {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  /** Tabs to delete at the end. */
  private readonly made = new Set<number>();
  private readonly pause: GroundParts['pause'];

  constructor({ client, spreadsheetId, pause }: GroundParts) {
    this.client = client;
    this.spreadsheetId = spreadsheetId;
    this.pause = pause;
  }

  /** Repeats calls that Google's quota refused, a minute later. */
  async patiently<T>(call: () => Promise<T>): Promise<T> {
    for (let left = WAITS; ; left -= 1) {
      try {
        return await call();
      } catch (error) {
        if (left === 0 || statusOf(error) !== 429) throw error;
      }
      await this.pause(WAIT_MILLISECONDS);
    }
  }

  /** A new tab, small by default. */
  async tab(rowCount = 20, columnCount = 5): Promise<Tab> {
    const title = `${TITLE}-${randomInt(1e9)}`;
    const properties = { title, gridProperties: { rowCount, columnCount } };
    const [reply] = await this.batch({ addSheet: { properties } });
    const sheetId = reply?.addSheet?.properties?.sheetId ?? 0;
    this.made.add(sheetId);
    return { sheetId, title };
  }

  /** For a tab that a question makes by itself. */
  takeAway(sheetId: number): void {
    this.made.add(sheetId);
  }

  isOwn(sheetId: number): boolean {
    return this.made.has(sheetId);
  }

  async batch(...requests: SheetsRequest[]): Promise<readonly sheets_v4.Schema$Response[]> {
    const { data } = await this.send({ requests });
    return data.replies ?? [];
  }

  send(requestBody: sheets_v4.Schema$BatchUpdateSpreadsheetRequest, fields?: string) {
    const { client, spreadsheetId } = this;
    const parameters = { spreadsheetId, requestBody, ...(fields !== undefined && { fields }) };
    return this.patiently(() => client.spreadsheets.batchUpdate(parameters));
  }

  /** For batches that Google may refuse; any other failure is thrown. */
  async attempt(...requests: SheetsRequest[]): Promise<Attempt> {
    try {
      return { refusal: null, replies: await this.batch(...requests) };
    } catch (error) {
      return { refusal: refusalOf(error), replies: [] };
    }
  }

  async get(fields: string, ranges: string[] = []): Promise<sheets_v4.Schema$Spreadsheet> {
    const { client, spreadsheetId } = this;
    const { data } = await this.patiently(() =>
      client.spreadsheets.get({ spreadsheetId, fields, ranges }),
    );
    return data;
  }

  /** The first column as it is shown. */
  async firstColumn({ title }: Tab): Promise<string[]> {
    const { client, spreadsheetId } = this;
    const { data } = await this.patiently(() =>
      client.spreadsheets.values.get({ spreadsheetId, range: `'${title}'!A1:A` }),
    );
    return (data.values ?? []).map(([value]) => String(value ?? ''));
  }

  async metadata(): Promise<sheets_v4.Schema$DeveloperMetadata[]> {
    const { client, spreadsheetId } = this;
    const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataKey: KEY } }] };
    const { data } = await this.patiently(() =>
      client.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }),
    );
    return (data.matchedDeveloperMetadata ?? []).flatMap((one) => one.developerMetadata ?? []);
  }

  /** Removes the tabs and tags of this run and of earlier, interrupted ones; returns the titles of tabs that remain. */
  async cleanUp(): Promise<string[]> {
    const left = await this.deleteTabs();
    this.made.clear();
    const requests = (await this.metadata()).map(({ metadataId }) => ({
      deleteDeveloperMetadata: {
        dataFilter: { developerMetadataLookup: { metadataId: metadataId ?? 0 } },
      },
    }));
    if (requests.length > 0) await this.batch(...requests);
    return left;
  }

  /** All at once; when that is refused, one by one, so that as few as possible remain. */
  private async deleteTabs(): Promise<string[]> {
    const { sheets = [] } = await this.get('sheets.properties(sheetId,title)');
    const tabs = sheets
      .map(({ properties }) => ({
        sheetId: properties?.sheetId ?? 0,
        title: properties?.title ?? '',
      }))
      .filter(({ sheetId, title }) => this.made.has(sheetId) || title.startsWith(`${TITLE}-`));
    const removal = ({ sheetId }: Tab): SheetsRequest => ({ deleteSheet: { sheetId } });
    if (tabs.length === 0) return [];
    if ((await this.attempt(...tabs.map(removal))).refusal === null) return [];
    const left: string[] = [];
    for (const tab of tabs)
      if ((await this.attempt(removal(tab))).refusal !== null) left.push(tab.title);
    return left;
  }
}

/** The message of a 400; throws any other error. */
export function refusalOf(error: unknown): string {
  const google = readGoogleError(error) ?? readGoogleError(causeOf(error));
  if (google?.status === 400) return google.message;
  throw error;
}

const statusOf = (error: unknown): number | null =>
  (readGoogleError(error) ?? readGoogleError(causeOf(error)))?.status ?? null;

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

export const freshId = (): number => randomInt(1, 2 ** 31 - 1);

/** Writes one text. */
export const writeText = (
  sheetId: number,
  [rowIndex, columnIndex]: readonly [row: number, column: number],
  stringValue: string,
): SheetsRequest => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});
