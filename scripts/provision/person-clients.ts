// What a person needs who makes files and scripts: Drive and Apps Script. The functions use neither.
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { script, type script_v1 } from 'googleapis/build/src/apis/script/index.js';

export type DriveClient = drive_v3.Drive;
export type ScriptClient = script_v1.Script;

export const PERSON_SCOPES = [
  'https://www.googleapis.com/auth/drive',
  'https://www.googleapis.com/auth/script.projects',
] as const;

export interface PersonClients {
  readonly drive: DriveClient;
  readonly script: ScriptClient;
}

/** Node's own fetch: without it the library loads a second HTTP client on the first call. */
const TRANSPORT = { fetchImplementation: fetch };

/** As the person whose credentials are on this machine; with `rootUrl` the local workbench's. */
export function personClients(rootUrl: string | null): PersonClients {
  if (rootUrl !== null) {
    const auth = new OAuth2Client({ transporterOptions: TRANSPORT });
    auth.setCredentials({ access_token: 'local' });
    return {
      drive: drive({ version: 'v3', rootUrl, auth }),
      script: script({ version: 'v1', rootUrl, auth }),
    };
  }
  const auth = new GoogleAuth({
    scopes: [...PERSON_SCOPES],
    clientOptions: { transporterOptions: TRANSPORT },
  });
  return { drive: drive({ version: 'v3', auth }), script: script({ version: 'v1', auth }) };
}
