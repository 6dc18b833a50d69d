/**
 * What the conformance suite runs on: the local server, or Google itself.
 * `LECTERN_CONFORMANCE=google npx jest test/conformance` uses the application default credentials
 * (GOOGLE_APPLICATION_CREDENTIALS) and deletes the spreadsheets it made.
 */
import { it } from '@jest/globals';
import { GoogleAuth } from 'google-auth-library';
import { googleSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';
import { startServer } from '#test/workbench/sheets-server/support/start-server';

export const onGoogle = process.env['LECTERN_CONFORMANCE'] === 'google';

/** For what cannot be known or must not be done at Google. */
export const localIt = onGoogle ? it.skip : it;

export interface Target {
  readonly sheets: SheetsClient;
  /** Ends in a slash. */
  readonly rootUrl: string;
  /** Takes note of a spreadsheet that is to be deleted in the end. */
  made(spreadsheetId: string): void;
  close(): Promise<void>;
}

async function localTarget(): Promise<Target> {
  const { sheets, rootUrl, stop } = await startServer();
  return { sheets, rootUrl, made: () => undefined, close: stop };
}

const DRIVE_FILES = 'https://www.googleapis.com/drive/v3/files';

function googleTarget(): Target {
  const made: string[] = [];
  return {
    sheets: googleSheetsClient(),
    made: (id) => void made.push(id),
    rootUrl: 'https://sheets.googleapis.com/',
    async close() {
      const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/drive.file'] });
      for (const id of made) await auth.request({ url: `${DRIVE_FILES}/${id}`, method: 'DELETE' });
    },
  };
}

export const openTarget = (): Promise<Target> =>
  onGoogle ? Promise.resolve(googleTarget()) : localTarget();
