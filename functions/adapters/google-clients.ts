// The only file that names Google's client library, so that moving to another package is one edit.
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { script_v1 } from 'googleapis/build/src/apis/script/index.js';
import { GoogleAuth, Impersonated, OAuth2Client } from 'google-auth-library';

export type SheetsClient = sheets_v4.Sheets;
export type GmailClient = gmail_v1.Gmail;
export type DriveClient = drive_v3.Drive;
export type ScriptClient = script_v1.Script;
export type Schema = sheets_v4.Schema$Spreadsheet;
export type SheetsRequest = sheets_v4.Schema$Request;
export type CellData = sheets_v4.Schema$CellData;
export type { sheets_v4 };

/** Node's own fetch: without it the library loads a second HTTP client on the first call. */
const TRANSPORT = { fetchImplementation: fetch };

/** Verifies identity tokens against keys fetched from `certsUrl`. No issuers: Google's own. */
export function identityClient(certsUrl: string, issuers: readonly string[]): OAuth2Client {
  return new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl },
    transporterOptions: TRANSPORT,
    ...(issuers.length > 0 && { issuers: [...issuers] }),
  });
}

/** Google's Sheets with the deployment's own credentials. */
export function googleSheetsClient(): SheetsClient {
  const auth = new GoogleAuth({
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    clientOptions: { transporterOptions: TRANSPORT },
  });
  return sheets({ version: 'v4', auth });
}

/** The address of the deployment's own credentials; null when they do not say. */
export async function deploymentAddress(): Promise<string | null> {
  const auth = new GoogleAuth({ clientOptions: { transporterOptions: TRANSPORT } });
  return (await auth.getCredentials()).client_email ?? null;
}

/** A Sheets server on this machine, which takes any token. */
export function localSheetsClient(rootUrl: string): SheetsClient {
  return sheets({ version: 'v4', rootUrl, auth: localAuth() });
}

function localAuth(): OAuth2Client {
  const auth = new OAuth2Client({ transporterOptions: TRANSPORT });
  auth.setCredentials({ access_token: 'local' });
  return auth;
}

/** Google's Sheets as this service account, without a key: the person who runs the command may make tokens for it. */
export async function sheetsClientAs(account: string): Promise<SheetsClient> {
  const person = new GoogleAuth({
    scopes: ['https://www.googleapis.com/auth/cloud-platform'],
    clientOptions: { transporterOptions: TRANSPORT },
  });
  const auth = new Impersonated({
    sourceClient: await person.getClient(),
    targetPrincipal: account,
    targetScopes: ['https://www.googleapis.com/auth/spreadsheets'],
    lifetime: 3600,
    transporterOptions: TRANSPORT,
  });
  return sheets({ version: 'v4', auth });
}

/** What a person needs who makes files and scripts; the functions use neither. */
export const PERSON_SCOPES = [
  'https://www.googleapis.com/auth/drive',
  'https://www.googleapis.com/auth/script.projects',
] as const;

export interface PersonClients {
  readonly drive: DriveClient;
  readonly script: ScriptClient;
}

/** Drive and Apps Script as the person whose credentials are on this machine; with `rootUrl` the local workbench's. */
export async function personClients(rootUrl: string | null): Promise<PersonClients> {
  const [{ drive }, { script }] = await Promise.all([
    import('googleapis/build/src/apis/drive/index.js'),
    import('googleapis/build/src/apis/script/index.js'),
  ]);
  if (rootUrl !== null) {
    const local = { rootUrl, auth: localAuth() };
    return {
      drive: drive({ version: 'v3', ...local }),
      script: script({ version: 'v1', ...local }),
    };
  }
  const auth = new GoogleAuth({
    scopes: [...PERSON_SCOPES],
    clientOptions: { transporterOptions: TRANSPORT },
  });
  return { drive: drive({ version: 'v3', auth }), script: script({ version: 'v1', auth }) };
}

/** An identity token of the deployment's own account; user credentials cannot make one. */
export async function ownIdentityToken(audience: string): Promise<string> {
  const auth = new GoogleAuth({ clientOptions: { transporterOptions: TRANSPORT } });
  return (await auth.getIdTokenClient(audience)).idTokenProvider.fetchIdToken(audience);
}

/** One call of a service that has no client here: JSON both ways, unless the data is text. */
export type GoogleRequest = (request: {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly data?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}) => Promise<unknown>;

/** With the deployment's own credentials. */
export const requestAsDeployment: GoogleRequest = async (request) => {
  const auth = new GoogleAuth({
    scopes: ['https://www.googleapis.com/auth/cloud-platform'],
    clientOptions: { transporterOptions: TRANSPORT },
  });
  const { data } = await auth.request<unknown>(request);
  return data;
};

/** Posts JSON to one of Google's services with the deployment's own credentials. */
export const postAsDeployment = (url: string, body: object): Promise<unknown> =>
  requestAsDeployment({ method: 'POST', url, data: body });

/** For `gmailClient` at the workbench, which takes any token. */
export const localToken = () =>
  Promise.resolve({ access_token: 'local', expiry_date: Number.MAX_SAFE_INTEGER });

/** Gmail with tokens from `refresh`; the library is loaded only by those who send through it. */
export async function gmailClient(
  refresh: () => Promise<{ access_token: string; expiry_date: number }>,
  rootUrl: string | null,
): Promise<GmailClient> {
  const { gmail } = await import('googleapis/build/src/apis/gmail/index.js');
  const auth = new OAuth2Client({ transporterOptions: TRANSPORT });
  auth.refreshHandler = refresh;
  return gmail({ version: 'v1', auth, ...(rootUrl !== null && { rootUrl }) });
}
