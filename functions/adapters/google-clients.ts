// The only file that names Google's client library, so that moving to another package is one edit.
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';

export type SheetsClient = sheets_v4.Sheets;
export type GmailClient = gmail_v1.Gmail;
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
  const auth = new OAuth2Client({ transporterOptions: TRANSPORT });
  auth.setCredentials({ access_token: 'local' });
  return sheets({ version: 'v4', rootUrl, auth });
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
