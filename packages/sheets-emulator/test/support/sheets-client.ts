/** Google's own client, pointed at an emulator. */
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { OAuth2Client } from 'google-auth-library';

export type { sheets_v4 };

/** An emulator takes any token, but there must be one. */
export function localSheetsClient(rootUrl: string): sheets_v4.Sheets {
  const auth = new OAuth2Client({ transporterOptions: { fetchImplementation: fetch } });
  auth.setCredentials({ access_token: 'local' });
  return sheets({ version: 'v4', rootUrl, auth });
}
