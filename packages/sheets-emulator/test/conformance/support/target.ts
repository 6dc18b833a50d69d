/**
 * What the conformance suite runs on: the emulator, or Google itself.
 * `SHEETS_CONFORMANCE=google npx jest packages/sheets-emulator/test/conformance` uses the application default
 * credentials (GOOGLE_APPLICATION_CREDENTIALS) and deletes the spreadsheets it made.
 */
import { it } from '@jest/globals';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { GoogleAuth } from 'google-auth-library';
import type { Quirks } from '#src/model/quirks';
import { startServer } from '#test/support/start-server';

export const onGoogle = process.env['SHEETS_CONFORMANCE'] === 'google';

/** For what cannot be known or must not be done at Google. */
export const localIt = onGoogle ? it.skip : it;

export interface Target {
  readonly sheets: sheets_v4.Sheets;
  /** Ends in a slash. */
  readonly rootUrl: string;
  /** Does nothing at Google, whose answers are what they are. */
  setQuirks(quirks: Partial<Quirks>): void;
  /** Takes note of a spreadsheet that is to be deleted in the end. */
  made(spreadsheetId: string): void;
  close(): Promise<void>;
}

async function localTarget(): Promise<Target> {
  const running = await startServer();
  return {
    sheets: running.sheets,
    rootUrl: running.rootUrl,
    setQuirks: (quirks) => running.server.setQuirks(quirks),
    made: () => undefined,
    close: running.stop,
  };
}

const SPREADSHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const DRIVE_FILES = 'https://www.googleapis.com/drive/v3/files';

function googleTarget(): Target {
  const made: string[] = [];
  return {
    sheets: sheets({ version: 'v4', auth: new GoogleAuth({ scopes: [SPREADSHEETS_SCOPE] }) }),
    rootUrl: 'https://sheets.googleapis.com/',
    setQuirks: () => undefined,
    made: (id) => void made.push(id),
    async close() {
      const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/drive.file'] });
      for (const id of made) await auth.request({ url: `${DRIVE_FILES}/${id}`, method: 'DELETE' });
    },
  };
}

export const openTarget = (): Promise<Target> =>
  onGoogle ? Promise.resolve(googleTarget()) : localTarget();
