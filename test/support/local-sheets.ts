// The local Sheets server on a port of its own, and the client that Lectern uses pointed at it.
import { start, type Quirks, type TakeFault } from 'sheets-emulator';
import { localSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';

export interface LocalSheets {
  readonly client: SheetsClient;
  readonly rootUrl: string;
  /** Which calls of other services are to fail, as ordered at `/faults`. */
  readonly takeFault: TakeFault;
  /** Chooses what the server answers where nobody knows what Google does. */
  setQuirks(quirks: Partial<Quirks>): void;
  /** Makes a spreadsheet with one sheet and returns its id. */
  create(title?: string): Promise<string>;
  /** Shares a file with an account that may then write to it. */
  share(id: string, emailAddress: string): Promise<void>;
  close(): Promise<void>;
}

export async function startLocalSheets(): Promise<LocalSheets> {
  const emulator = await start({ now: () => new Date('2026-03-02T01:00:00Z') });
  const client = localSheetsClient(emulator.rootUrl);
  return {
    client,
    rootUrl: emulator.rootUrl,
    takeFault: emulator.server.takeFault,
    setQuirks: (quirks) => emulator.server.setQuirks(quirks),
    async create(title = 'Test') {
      const { data } = await client.spreadsheets.create({
        requestBody: { properties: { title, locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
      });
      return data.spreadsheetId ?? '';
    },
    async share(id, emailAddress) {
      const response = await fetch(`${emulator.rootUrl}drive/v3/files/${id}/permissions`, {
        method: 'POST',
        headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'user', role: 'writer', emailAddress }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    close: () => emulator.close(),
  };
}
