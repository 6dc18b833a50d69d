// Identity, front door and Gmail against the whole workbench; the command itself as `npm run probe` starts it.
import { OWNER_EMAIL } from 'sheets-emulator';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TABS } from '#core/workbook/tabs/index';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { readConfig } from '#functions/config';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { Ground } from '../../../scripts/probe/ground';
import { QUESTIONS } from '../../../scripts/probe/run-probe';

let workbench: RunningWorkbench;
let throwaway: string;
beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district' });
  const client = localSheetsClient(`${workbench.url}/`);
  const { data } = await client.spreadsheets.create({ requestBody: {} });
  throwaway = data.spreadsheetId ?? '';
});
afterAll(() => workbench.close());

const environment = (): Record<string, string> => ({
  LECTERN_AUDIENCES: 'lectern-workbench',
  LECTERN_WORKBOOKS: '',
  LECTERN_ADMINS: 'admin@example.org',
  LECTERN_SHEETS_ROOT_URL: `${workbench.url}/`,
  LECTERN_SHEETS_ACCOUNT: OWNER_EMAIL,
  LECTERN_IDENTITY_CERTS_URL: `${workbench.url}/identity/certs`,
  LECTERN_IDENTITY_ISSUERS: `${workbench.url}/identity`,
  LECTERN_GMAIL_ROOT_URL: `${workbench.url}/`,
  LECTERN_GMAIL_SENDERS: 'office@example.org',
});

async function ask(
  name: string,
  { variables = {}, apiUrl = null }: { variables?: object; apiUrl?: string | null } = {},
) {
  const client = localSheetsClient(`${workbench.url}/`);
  const pause = () => Promise.reject(new Error('nothing here is to be waited for'));
  const ground = new Ground({ client, spreadsheetId: throwaway, pause });
  const config = readConfig({ ...environment(), ...variables });
  const question = QUESTIONS.find((one) => one.name === name);
  return question?.ask({ ground, config, apiUrl, milliseconds: () => 0 });
}

describe('the identity token', () => {
  it('is verified as the functions do', async () => {
    expect(await ask('identityToken')).toEqual({ answer: 'verified' });
  });

  it('is refused when somebody else signed it', async () => {
    const variables = { LECTERN_IDENTITY_ISSUERS: 'https://accounts.example.org' };
    expect(await ask('identityToken', { variables })).toEqual({ answer: 'refused' });
  });
});

describe('the front door', () => {
  const api = () => `${workbench.url}/functions/api`;

  it('lets a token through whole', async () => {
    expect(await ask('frontDoor', { apiUrl: api() })).toEqual({
      answer: 'whole',
      detail: 'status 400',
    });
  });

  it('is distinguished from a function that cannot verify the token', async () => {
    const variables = { LECTERN_AUDIENCES: 'another-client' };
    const ofApi = async (checksInvoker: boolean): Promise<void> => {
      const body = JSON.stringify({ checksInvoker });
      const answer = await fetch(`${workbench.url}/front-door/api`, { method: 'PUT', body });
      expect(answer.status).toBe(200);
    };
    // Cloud Run's own check would turn it away before.
    await ofApi(false);
    expect(await ask('frontDoor', { variables, apiUrl: `${api()}/` })).toEqual({
      answer: 'notVerified',
      detail: 'status 401',
    });
    await ofApi(true);
  });

  it.each([
    [401, 'notLetIn'],
    [403, 'notLetIn'],
    [200, 'notLectern'],
  ])('answers a page with status %i: %s', async (status, answer) => {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>page</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // listening on TCP
    try {
      const found = await ask('frontDoor', { apiUrl: `http://127.0.0.1:${port}` });
      expect(found).toEqual({ answer, detail: `status ${status}` });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('the Gmail draft', () => {
  it('is made and deleted, and never sent', async () => {
    expect(await ask('gmailDraft')).toEqual({
      answer: 'made',
      detail: 'no header about the quota',
    });
    expect(await workbench.messages()).toEqual([]);
  });

  it('is reported when it is refused', async () => {
    const body = JSON.stringify({ kind: '429', method: 'gmail.drafts.create' });
    await fetch(`${workbench.url}/faults`, { method: 'POST', body });
    expect(await ask('gmailDraft')).toEqual({ answer: 'refused', detail: 'status 429' });
  });

  it('needs a sender, and at Google an account', async () => {
    const noSender = { LECTERN_GMAIL_SENDERS: '' };
    await expect(ask('gmailDraft', { variables: noSender })).rejects.toThrow(
      'LECTERN_GMAIL_SENDERS is not set',
    );
    const atGoogle = { LECTERN_GMAIL_ROOT_URL: undefined };
    await expect(ask('gmailDraft', { variables: atGoogle })).rejects.toThrow(
      'LECTERN_GMAIL_ACCOUNT is not set',
    );
  });
});

describe('the command', () => {
  async function run(workbook: string): Promise<{ code: number | null; stdout: string }> {
    const argv = ['scripts/probe.mjs', `--workbook=${workbook}`];
    const env = { PATH: process.env['PATH'], ...environment() };
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout };
  }

  it('asks every question of an empty spreadsheet', async () => {
    const { code, stdout } = await run(throwaway);
    expect(code).toBe(0);
    for (const { asks } of QUESTIONS) expect(stdout).toContain(`${asks}\n  → `);
  });

  it('refuses a workbook whose ledger has rows', async () => {
    const client = localSheetsClient(`${workbench.url}/`);
    const { spreadsheetId } = workbench;
    const titles = async () => (await client.spreadsheets.get({ spreadsheetId })).data.sheets;
    await client.spreadsheets.values.append({
      spreadsheetId,
      range: `'${TABS.notices.title['zh-CN']}'!A1`,
      valueInputOption: 'RAW',
      requestBody: { values: [['somebody was told']] },
    });
    const before = await titles();
    const { code, stdout } = await run(spreadsheetId);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^This workbook’s ledger of notices has rows/);
    expect(await titles()).toEqual(before);
  });
});
