/** A server of Google's Sheets API without a port of its own: real clients talk to it over HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { recalculate } from './formulas/recalculate';
import type { TakeFault } from './http/faults';
import { QuirkSwitches } from './http/quirk-switches';
import { RequestHandler } from './http/request-handler';
import type { Quirks } from './model/quirks';
import { DataFile } from './store/data-file';
import { openStore, type Change } from './store/spreadsheet-store';

export interface SheetsServer {
  /** Answers one request below /v4/, /drive/, /upload/, /imports, /moves, /faults or /quirks. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The fault ordered for a call of another service, if one is due: a stand-in for Gmail may fail on the same orders. */
  readonly takeFault: TakeFault;
  /** Whether `PUT /faults` has switched the quotas on. */
  readonly countsQuota: () => boolean;
  /** Chooses between Google's possible answers, as `PUT /quirks` does. What is not named stays as it is. */
  setQuirks(quirks: Partial<Quirks>): void;
  /** Called after each durable change. `sheetIds`: the sheets touched (all, when structure changed). */
  subscribe(listener: (change: Change) => void): () => void;
  /** Spreadsheets by id and title, oldest first. */
  list(): { spreadsheetId: string; title: string }[];
  /** Resolves when pending writes are durable. */
  close(): Promise<void>;
}

export interface SheetsServerOptions {
  /** Where the data is kept; without it, in memory only. */
  readonly file?: string;
  readonly now: () => Date;
}

export async function openSheetsServer(options: SheetsServerOptions): Promise<SheetsServer> {
  const { file, now } = options;
  const quirks = new QuirkSwitches();
  const store = await openStore({
    file: file === undefined ? undefined : new DataFile(file),
    now,
    quirks: () => quirks.current,
    complete: recalculate,
  });
  const handler = new RequestHandler({ store, now, imports: new Map() }, quirks);
  return {
    handle: (request, response) => handler.handle(request, response),
    takeFault: (method) => handler.takeFault(method),
    countsQuota: () => handler.countsQuota,
    setQuirks: (chosen) => quirks.choose(chosen),
    subscribe: (listener) => store.subscribe(listener),
    list: () =>
      store.all().map(({ spreadsheetId, properties }) => ({
        spreadsheetId,
        title: properties.title,
      })),
    close: () => store.close(),
  };
}
