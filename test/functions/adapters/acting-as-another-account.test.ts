// A workbook of another account is read and written as that account, without a key: Google's own library over HTTP, with a service that
// gives out tokens of other accounts to the deployment's own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { googleSheetsClient } from '#functions/adapters/google-clients';
import { readGoogleError } from '#functions/adapters/google-sheets/google-error';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { readJson } from '#workbench/server/read-body';
import { sendJson } from '#workbench/server/send';

const OWN = 'token-of-the-deployment';
const SECOND = 'lectern-2@project.iam.example.org';
const THIRD = 'lectern-3@project.iam.example.org';

interface Granting {
  readonly account: string;
  readonly by: string;
  readonly body: unknown;
}

let google: LocalSheets;
let credentials: HttpServer;
let granted: Granting[];
/** Accounts that have not let the deployment act as them. */
let closed: string[];

beforeAll(async () => {
  google = await startLocalSheets();
  credentials = await openHttpServer(0);
  credentials.mount('v1', async ({ request, response, rest }) => {
    const [, account = ''] = /serviceAccounts\/(.+):generateAccessToken$/.exec(rest) ?? [];
    const by = request.headers.authorization ?? '';
    granted.push({ account, by, body: await readJson(request) });
    if (closed.includes(account)) {
      const error = {
        code: 403,
        status: 'PERMISSION_DENIED',
        message: 'iam.serviceAccounts.getAccessToken',
      };
      sendJson(response, 403, { error });
      return;
    }
    const expireTime = new Date(Date.now() + 3_600_000).toISOString();
    sendJson(response, 200, { accessToken: account, expireTime });
  });
});
afterAll(async () => {
  await credentials.close();
  await google.close();
});
beforeEach(() => {
  granted = [];
  closed = [];
});

/** A workbook that both accounts may write to. */
async function shared(): Promise<string> {
  const id = await google.create();
  for (const account of [SECOND, THIRD]) await google.share(id, account);
  return id;
}

const clientOf = (account: string | null) => {
  const tokens: string[] = [];
  const send: typeof fetch = (input, init) => {
    tokens.push(new Headers(init?.headers).get('authorization') ?? '');
    return fetch(input, init);
  };
  const client = googleSheetsClient(
    { send, account },
    { rootUrl: google.rootUrl, credentialsUrl: credentials.url, ownToken: OWN },
  );
  return { client, tokens };
};

describe('a workbook of another account', () => {
  test('is read with a token of that account, asked for once, by the deployment’s own', async () => {
    const { client, tokens } = clientOf(SECOND);
    const id = await shared();
    await client.spreadsheets.get({ spreadsheetId: id });
    await client.spreadsheets.get({ spreadsheetId: id });
    expect(tokens).toEqual([`Bearer ${SECOND}`, `Bearer ${SECOND}`]);
    expect(granted).toEqual([
      {
        account: SECOND,
        by: `Bearer ${OWN}`,
        body: {
          delegates: [],
          scope: ['https://www.googleapis.com/auth/spreadsheets'],
          lifetime: '3600s',
        },
      },
    ]);
  });

  test('has that account’s quota: what one has used up another still has', async () => {
    await fetch(`${google.rootUrl}faults`, {
      method: 'PUT',
      body: JSON.stringify({ quota: true }),
    });
    const id = await shared();
    const statusesOf = async (account: string | null): Promise<unknown[]> => {
      const { client } = clientOf(account);
      const read = () =>
        client.spreadsheets.get({ spreadsheetId: id }).then(
          ({ status }) => status,
          (error: unknown) => readGoogleError(error)?.status,
        );
      const statuses: unknown[] = [];
      for (let call = 0; call < 61; call += 1) statuses.push(await read());
      return statuses;
    };
    for (const account of [null, SECOND, THIRD])
      expect(await statusesOf(account)).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    await fetch(`${google.rootUrl}faults`, {
      method: 'PUT',
      body: JSON.stringify({ quota: false }),
    });
  });

  test('is refused, and written to by nobody, while the account has not let the deployment act as it', async () => {
    closed = [SECOND];
    const { client, tokens } = clientOf(SECOND);
    const port = googleWorkbook(() => client);
    const id = await shared();
    await expect(port.read(id, ['settings'])).rejects.toMatchObject({ refusal: 'workbookRefused' });
    expect(tokens).toEqual([]);
    closed = [];
    expect(await port.read(id, ['settings'])).toMatchObject({ title: 'Test' });
    // What is not shared with the account it cannot read either, whatever the deployment's own may.
    const other = await google.create();
    await expect(port.read(other, ['settings'])).rejects.toMatchObject({
      refusal: 'workbookRefused',
    });
  });

  test('of the deployment itself is read with its own token', async () => {
    const { client, tokens } = clientOf(null);
    await client.spreadsheets.get({ spreadsheetId: await google.create() });
    expect([tokens, granted]).toEqual([[`Bearer ${OWN}`], []]);
  });
});
