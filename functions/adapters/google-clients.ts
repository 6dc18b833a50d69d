// The only file that names Google's client library, so that moving to another package is one edit.
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/v2.js';
import {
  GoogleAuth,
  Impersonated,
  OAuth2Client,
  type GoogleAuthOptions,
} from 'google-auth-library';

export type SheetsClient = sheets_v4.Sheets;
export type GmailClient = gmail_v1.Gmail;
export type TasksClient = cloudtasks_v2.Cloudtasks;
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

const SHEETS_SCOPES = ['https://www.googleapis.com/auth/spreadsheets'];
const CLOUD_SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];

/** By itself the library tries three times within two seconds, which no limit of a minute outlasts: 429 is left to `retry`. */
const RETRY = {
  retryConfig: {
    statusCodesToRetry: [
      [408, 408],
      [500, 599],
    ],
  },
};

export interface SheetsAccess {
  /** Carries the requests: `pacedFetch`, or Node's own. */
  readonly send: typeof fetch;
  /** The service account to act as, which has let the deployment's own do so; null: the deployment's own. No key is involved. */
  readonly account: string | null;
}

const UNPACED: SheetsAccess = { send: fetch, account: null };

/** What stands in Google's place. */
export interface GoogleStandIn {
  /** Of Sheets; with a slash at its end. */
  readonly rootUrl: string;
  /** Of the service that lets one account act as another; without a slash at its end. */
  readonly credentialsUrl: string;
  /** In place of the deployment's own credentials. */
  readonly ownToken: string;
}

/** Google's Sheets. */
export function googleSheetsClient(
  { send, account }: SheetsAccess = UNPACED,
  standIn: GoogleStandIn | null = null,
): SheetsClient {
  const transporterOptions = { fetchImplementation: send };
  const options = {
    version: 'v4',
    ...RETRY,
    ...(standIn && { rootUrl: standIn.rootUrl }),
  } as const;
  const own = ownCredentials(standIn);
  if (account === null) {
    const auth = own({ scopes: SHEETS_SCOPES, clientOptions: { transporterOptions } });
    return sheets({ ...options, auth });
  }
  const source = own({ scopes: CLOUD_SCOPES, clientOptions: { transporterOptions: TRANSPORT } });
  const auth = new OAuth2Client({ transporterOptions });
  auth.refreshHandler = async () => {
    const acting = new Impersonated({
      sourceClient: await source.getClient(),
      targetPrincipal: account,
      targetScopes: SHEETS_SCOPES,
      lifetime: 3600,
      ...(standIn && { endpoint: standIn.credentialsUrl }),
    });
    const { token } = await acting.getAccessToken();
    return {
      access_token: token ?? '',
      expiry_date: acting.credentials.expiry_date ?? 0,
    };
  };
  return sheets({ ...options, auth });
}

function ownCredentials(standIn: GoogleStandIn | null): (options: GoogleAuthOptions) => GoogleAuth {
  return (options) => {
    if (standIn === null) return new GoogleAuth(options);
    const authClient = new OAuth2Client(options.clientOptions);
    authClient.setCredentials({ access_token: standIn.ownToken });
    return new GoogleAuth({ authClient });
  };
}

/** Cloud Tasks; the library is loaded only by calls that make tasks. `rootUrl`: in place of Google's, a server that takes any token. */
export async function tasksClient(rootUrl: string | null = null): Promise<TasksClient> {
  const { cloudtasks_v2: library } = await import('googleapis/build/src/apis/cloudtasks/v2.js');
  if (rootUrl !== null) {
    const auth = new OAuth2Client({ transporterOptions: TRANSPORT });
    auth.setCredentials({ access_token: 'local' });
    return new library.Cloudtasks({ auth, rootUrl });
  }
  const auth = new GoogleAuth({
    scopes: CLOUD_SCOPES,
    clientOptions: { transporterOptions: TRANSPORT },
  });
  return new library.Cloudtasks({ auth });
}

/** The address of the deployment's own credentials; null when they do not say. */
export async function deploymentAddress(): Promise<string | null> {
  const auth = new GoogleAuth({ clientOptions: { transporterOptions: TRANSPORT } });
  return (await auth.getCredentials()).client_email ?? null;
}

/** A Sheets server on this machine, which takes any token and counts the quota by it. */
export function localSheetsClient(
  rootUrl: string,
  { send, account }: SheetsAccess = UNPACED,
): SheetsClient {
  const auth = new OAuth2Client({ transporterOptions: { fetchImplementation: send } });
  auth.setCredentials({ access_token: account ?? 'local' });
  return sheets({ version: 'v4', rootUrl, auth, ...RETRY });
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

/** With the deployment's own credentials, whose token is used for as long as it is good. */
export function requestsAsDeployment(): GoogleRequest {
  let auth: GoogleAuth | undefined;
  return async (request) => {
    auth ??= new GoogleAuth({
      scopes: CLOUD_SCOPES,
      clientOptions: { transporterOptions: TRANSPORT },
    });
    const { data } = await auth.request<unknown>(request);
    return data;
  };
}

/** Posts JSON to one of Google's services with the deployment's own credentials. */
export const postAsDeployment = (url: string, body: object): Promise<unknown> =>
  requestsAsDeployment()({ method: 'POST', url, data: body });

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
