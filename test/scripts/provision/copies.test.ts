// `npm run provision -- --copy-of`: what it refuses, and what it says about the copy.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { rowsIn } from '#core/model/book';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { OWN_ID } from '#functions/adapters/google-sheets/metadata-keys';
import { AppError } from '#functions/errors';
import { provision } from '../../../scripts/provision/main';
import { personClients } from '../../../scripts/provision/person-clients';
import type { Google } from '../../../scripts/provision/steps';
import type { WorkbookPort } from '#functions/ports/workbook';
import type { LocalGoogle } from '#test/support/local-google';
import { aDeployment, type TestDeployment } from './a-deployment';

let deployment: TestDeployment;
let local: LocalGoogle;
let workbook: WorkbookPort;
let google: Google;
let printed: string[];

beforeAll(async () => {
  deployment = await aDeployment();
  ({ local, workbook, google } = deployment);
});
afterAll(() => deployment.close());
beforeEach(() => {
  printed = [];
});

const around = (over: { google?: Google } = {}) =>
  deployment.around((line) => void printed.push(line), over);
const run = (...argv: string[]) => provision(argv, around());
const clerks = ['--clerks', 'a@example.org,b@example.org'];
const idOf = (name: string): string =>
  local.sheets.list().find(({ title }) => title === name)?.spreadsheetId ?? '';

/** Who may open the workbook of this name, and who has a role in it. */
async function peopleOf(name: string) {
  const shares = await google.drive.shares(idOf(name));
  const roles = rowsIn(await workbook.read(idOf(name), ['roles']), 'roles');
  return [shares.map(({ email }) => email), roles.map(({ cells }) => cells.email)];
}

it('refuses a name that has a workbook already, and shares that one with nobody', async () => {
  expect(await run('--name', '己区', ...clerks)).toBe(0);
  const old = idOf('己区');
  const before = await peopleOf('己区');
  printed = [];
  const argv = ['--name', '己区', '--copy-of', old, '--clerks', 'new@example.org'];
  expect(await run(...argv)).toBe(1);
  expect(printed.join('\n')).toContain(`"己区" already has the workbook ${old}`);
  expect(await peopleOf('己区')).toEqual(before);
});

it('refuses a second copy under the same name of another workbook', async () => {
  expect(await run('--name', '庚区 2026', ...clerks)).toBe(0);
  expect(await run('--name', '庚区 2027', '--copy-of', idOf('庚区 2026'), ...clerks)).toBe(0);
  printed = [];
  expect(await run('--name', '庚区 2027', '--copy-of', idOf('己区'), ...clerks)).toBe(1);
  expect(printed.join('\n')).toContain('did not copy from');
});

it('leaves alone a copy of a workbook without an id of its own, until that one is set up', async () => {
  expect(await run('--name', '辛区 2026', ...clerks)).toBe(0);
  const old = idOf('辛区 2026');
  const client = localSheetsClient(local.rootUrl);
  // As a workbook that was last set up before workbooks had ids of their own.
  const dataFilter = { developerMetadataLookup: { metadataKey: OWN_ID } };
  const requests = [{ deleteDeveloperMetadata: { dataFilter } }];
  await client.spreadsheets.batchUpdate({ spreadsheetId: old, requestBody: { requests } });
  expect((await workbook.read(old, [])).ownId).toBeNull();
  const argv = ['--name', '辛区 2027', '--copy-of', old, ...clerks];
  printed = [];
  expect(await run(...argv)).toBe(1);
  expect(printed.join('\n')).toContain(`press Set up in last year's workbook ${old}`);
  const nameless = idOf('辛区 2027');
  expect((await workbook.read(nameless, [])).ownId).toBeNull();
  const { drive } = personClients(local.rootUrl);
  await drive.files.update({ fileId: nameless, requestBody: { trashed: true } });
  expect(await run('--name', '辛区 2026', ...clerks)).toBe(0);
  printed = [];
  expect(await run(...argv)).toBe(0);
  expect(printed.join('\n')).toContain('set-up: left out, because it is a copy');
});

it('names everybody else who may open the copy', async () => {
  expect(await run('--name', '壬区 2026', ...clerks)).toBe(0);
  const argv = ['--name', '壬区 2027', '--copy-of', idOf('壬区 2026'), ...clerks];
  expect(await run(...argv)).toBe(0);
  expect(printed.join('\n')).not.toContain('also open to');
  const { drive } = personClients(local.rootUrl);
  const fileId = idOf('壬区 2027');
  const others = [
    { type: 'user', role: 'reader', emailAddress: 'former@example.org' },
    { type: 'domain', role: 'writer', domain: 'example.org' },
    { type: 'anyone', role: 'reader' },
  ];
  for (const requestBody of others) await drive.permissions.create({ fileId, requestBody });
  printed = [];
  expect(await run(...argv)).toBe(0);
  expect(printed).toContain(
    '  sharing: as it should be; also open to: former@example.org (reader), example.org (writer), anyone with the link (reader)',
  );
});

it('says what to do about a protection that Google kept without the service account', async () => {
  const argv = ['--name', '癸区 2027', '--copy-of', idOf('壬区 2026'), ...clerks];
  const refused = () => Promise.reject(new AppError('cellsProtected'));
  const ports = { ...google, workbook: { ...google.workbook, addClerks: refused } };
  printed = [];
  expect(await provision(argv, around({ google: ports }))).toBe(1);
  expect(printed.join('\n')).toContain('roles: FAILED. Google kept a protection of the tab');
  expect(await run(...argv)).toBe(0);
});
