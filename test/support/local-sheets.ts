// The local Sheets server on a port of its own, and a new spreadsheet in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';
import type { TakeFault } from '#workbench/sheets-server/http/faults';
import type { Quirks } from '#workbench/sheets-server/model/quirks';
import { openSheetsServer } from '#workbench/sheets-server/index';
import { setQuirks } from './quirks';

export interface LocalSheets {
  readonly client: SheetsClient;
  readonly rootUrl: string;
  /** Which calls of other services are to fail, as ordered at `/faults`. */
  readonly takeFault: TakeFault;
  /** Chooses what the server answers where nobody knows what Google does. */
  setQuirks(quirks: Partial<Quirks>): Promise<void>;
  /** Makes a spreadsheet with one sheet and returns its id. */
  create(title?: string): Promise<string>;
  close(): Promise<void>;
}

export async function startLocalSheets(): Promise<LocalSheets> {
  const sheets = await openSheetsServer({ now: () => new Date('2026-03-02T01:00:00Z') });
  const server = createServer((request, response) => void sheets.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const rootUrl = `http://127.0.0.1:${port}/`;
  const client = localSheetsClient(rootUrl);
  return {
    client,
    rootUrl,
    takeFault: sheets.takeFault,
    setQuirks: (quirks) => setQuirks(rootUrl, quirks),
    async create(title = 'Test') {
      const { data } = await client.spreadsheets.create({
        requestBody: { properties: { title, locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
      });
      return data.spreadsheetId ?? '';
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sheets.close();
    },
  };
}
