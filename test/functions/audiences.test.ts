// A token opens the workbooks that are registered for its audience, and no other: through both doors, with real tokens.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { Problem } from '#core/contract/problem';
import { readConfig } from '#functions/config';
import { leaveBodyUnparsed } from '#functions/http/raw-body';
import { registerFunctions } from '#functions/register';
import { wire } from '#functions/wire';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { createIssuer, type IdentityIssuer } from '#workbench/identity/issuer';
import { identityRoute } from '#workbench/identity/identity-route';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';

const [FIRST, SECOND] = ['111-first.apps.example.org', '222-second.apps.example.org'];
const ADMIN = 'admin@example.org';
const SCHEDULER = 'scheduler@example.org';

let sheets: LocalSheets;
let keys: HttpServer;
let issuer: IdentityIssuer;
let functions: Server;
let workbooks: { readonly first: string; readonly second: string };

beforeAll(async () => {
  sheets = await startLocalSheets();
  keys = await openHttpServer(0);
  issuer = createIssuer(`${keys.url}/identity`, FIRST);
  keys.mount('identity', identityRoute(issuer));
  workbooks = { first: await sheets.create(), second: await sheets.create() };
  const config = readConfig({
    LECTERN_AUDIENCES: `${FIRST},${SECOND}`,
    LECTERN_WORKBOOKS: `${workbooks.first}@${FIRST},${workbooks.second}@${SECOND}`,
    LECTERN_ADMINS: ADMIN,
    LECTERN_SCHEDULERS: SCHEDULER,
    LECTERN_SHEETS_ROOT_URL: sheets.rootUrl,
    LECTERN_IDENTITY_CERTS_URL: `${keys.url}/identity/certs`,
    LECTERN_IDENTITY_ISSUERS: issuer.issuer,
  });
  const logger = { info: () => undefined, error: () => undefined };
  registerFunctions(() => wire(config, { logger }));
  const doors = { api: getTestServer('api'), worker: getTestServer('worker') };
  functions = createServer((request, response) => {
    const [, door = '', name = ''] = (request.url ?? '').split('/');
    request.url = `/${name}`;
    leaveBodyUnparsed(request);
    doors[door === 'worker' ? 'worker' : 'api'].emit('request', request, response);
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  functions.closeAllConnections();
  await new Promise((resolve) => functions.close(resolve));
  await keys.close();
  await sheets.close();
});

interface Call {
  readonly path: string;
  readonly spreadsheetId: string;
  readonly email: string;
  readonly audience: string;
}

async function post({ path, spreadsheetId, email, audience }: Call): Promise<Response> {
  const { port } = functions.address() as AddressInfo; // listening on TCP
  return fetch(`http://127.0.0.1:${port}/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${issuer.issueToken({ email, audience })}`,
    },
    body: JSON.stringify({ spreadsheetId, language: 'en' }),
  });
}

/** What a caller gets, without the number of the request. */
async function told(call: Call): Promise<Partial<Problem>> {
  const { requestId, ...rest } = Problem.parse(await (await post(call)).json());
  expect(requestId).not.toBe('');
  return rest;
}

const NOBODY_KNOWS = 'n'.repeat(44);

describe('a token of one script', () => {
  test.each([
    ['an administrator, on api', 'api/setUpWorkbook', ADMIN],
    ['the scheduler, on worker', 'worker/runDue', SCHEDULER],
    ['the scheduler, on api', 'api/runDue', SCHEDULER],
  ])(
    'does not open the other’s workbook, nor tell that there is one: %s',
    async (_, path, email) => {
      const call = { path, email, audience: FIRST };
      const forbidden = await told({ ...call, spreadsheetId: workbooks.second });
      const unknown = await told({ ...call, spreadsheetId: NOBODY_KNOWS });
      expect(forbidden).toMatchObject({
        status: 404,
        detail: 'This workbook is not registered here.',
      });
      expect(forbidden).toEqual(unknown);
      const { data } = await sheets.client.spreadsheets.get({ spreadsheetId: workbooks.second });
      expect(data.sheets).toHaveLength(1);
    },
  );

  test('of neither is refused before anything else', async () => {
    const call = { path: 'api/setUpWorkbook', email: ADMIN, audience: 'somebody-else' };
    expect(await told({ ...call, spreadsheetId: workbooks.first })).toMatchObject({ status: 401 });
  });

  test('opens its own, for an administrator and for the scheduler', async () => {
    const first = { spreadsheetId: workbooks.first, audience: FIRST };
    const second = { spreadsheetId: workbooks.second, audience: SECOND };
    for (const own of [first, second]) {
      const made = await post({ ...own, path: 'api/setUpWorkbook', email: ADMIN });
      expect(made.status).toBe(200);
      const ran = await post({ ...own, path: 'worker/runDue', email: SCHEDULER });
      expect(await ran.json()).toEqual({ automatic: false, notices: [] });
    }
  });
});
