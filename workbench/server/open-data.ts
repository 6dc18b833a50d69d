/** Opens the data file; a new one first gets its sample. */
import { access, rename, rm } from 'node:fs/promises';
import { openSheetsServer, type SheetsServer } from 'sheets-emulator';
import type { HttpServer } from './http-server';
import type { Route } from './route';

export interface DataOptions {
  readonly server: HttpServer;
  readonly dataFile: string;
  readonly now: () => Date;
  /** Makes the workbook of a new data file through the Sheets API at this address. */
  readonly prepare: (rootUrl: string) => Promise<unknown>;
}

export interface OpenedData {
  readonly sheets: SheetsServer;
  readonly spreadsheetId: string;
}

export async function openData(options: DataOptions): Promise<OpenedData> {
  const { server, dataFile, now } = options;
  if (!(await hasData(dataFile))) await makeNewFile(options);
  const sheets = await openSheetsServer({ file: dataFile, now });
  // The one made when the file was new; scripts may have added others.
  const workbook = sheets.list()[0];
  if (workbook === undefined) {
    throw new Error(`The data file ${dataFile} holds no workbook. Move it away to start anew.`);
  }
  mountSheets(server, sheets);
  return { sheets, spreadsheetId: workbook.spreadsheetId };
}

/** The data file appears under its name only once it is complete, whenever the process is killed. */
async function makeNewFile({ server, dataFile, now, prepare }: DataOptions): Promise<void> {
  const file = `${dataFile}.new`;
  await rm(file, { force: true });
  const sheets = await openSheetsServer({ file, now });
  mountSheets(server, sheets);
  try {
    await prepare(`${server.url}/`);
  } finally {
    await sheets.close();
  }
  await rename(file, dataFile);
}

/** The names below which Google's APIs live, and the sheets server's own. */
const API_NAMES = ['v4', 'drive', 'upload', 'imports', 'moves', 'faults', 'quirks'];

function mountSheets(server: HttpServer, sheets: SheetsServer): void {
  const route: Route = ({ request, response }) => sheets.handle(request, response);
  for (const name of API_NAMES) server.mount(name, route);
}

export async function hasData(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
