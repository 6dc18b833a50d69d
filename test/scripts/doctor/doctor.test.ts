// `npm run doctor` over the local APIs: what it says of a workbook with one fault after the other.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { entriesOf } from '#core/model/book';
import { writeLedger } from '#core/notice/ledger/ledger';
import type { LedgerRow } from '#core/notice/notice';
import { enterWorkbook } from '#core/registry/change-registry';
import { toDay } from '#core/calendar/day';
import { planSetUp } from '#core/set-up/plan-set-up';
import { REGISTRY_TAB_KEYS, TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { localSheetsClient } from '#functions/adapters/google-clients';
import type { WorkbookPort } from '#functions/ports/workbook';
import { startLocalGoogle, type LocalGoogle } from '#test/support/local-google';
import { gmailRoute } from '#workbench/gmail/gmail-route';
import { openHttpServer } from '#workbench/server/http-server';
import { doctor } from '../../../scripts/doctor/main';

const ACCOUNT = 'owner@example.org';
const NOW = new Date('2026-03-02T01:00:00Z');

let local: LocalGoogle;
let workbook: WorkbookPort;
let registryId: string;
let id: string;
let folder: string;
let printed: string[];

beforeAll(async () => {
  local = await startLocalGoogle(() => NOW);
  const client = localSheetsClient(local.rootUrl);
  workbook = googleWorkbook(() => client);
  registryId = await setUp('Registry', REGISTRY_TAB_KEYS);
  id = await setUp('Book', TAB_KEYS);
  folder = await mkdtemp(join(tmpdir(), 'lectern-doctor-'));
  const { scriptId } = await local.projects.create({ title: 'Lectern', parentId: id });
  await local.projects.replaceFiles(scriptId, [
    { name: 'appsscript', type: 'JSON', source: '{}' },
    {
      name: 'main',
      type: 'SERVER_JS',
      source: '// Lectern 0.0.9, built from apps-script/server; edit there.\n',
    },
  ]);
  const registry = await workbook.read(registryId, REGISTRY_TAB_KEYS);
  const entry = { id, name: 'Book', scriptId, addedOn: toDay('2026-03-01') };
  await workbook.apply(registry, enterWorkbook(registry, entry));
});
afterAll(async () => {
  await local.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  printed = [];
});

async function setUp(
  title: string,
  tabs: typeof TAB_KEYS | typeof REGISTRY_TAB_KEYS,
): Promise<string> {
  const { data } = await localSheetsClient(local.rootUrl).spreadsheets.create({
    requestBody: { properties: { title, locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
  });
  const blank = await workbook.read(data.spreadsheetId ?? '', tabs);
  const plan = planSetUp(blank, { language: 'zh-CN', admins: ['admin@example.org'], tabs });
  await workbook.apply(blank, plan.changes);
  return blank.spreadsheetId;
}

const environment = (over: Record<string, string> = {}) => ({
  DEPLOY_SERVICE_ACCOUNT: ACCOUNT,
  LECTERN_AUDIENCES: 'client.example.org',
  LECTERN_WORKBOOKS: '',
  LECTERN_ADMINS: 'admin@example.org',
  LECTERN_REGISTRY: registryId,
  LECTERN_SHEETS_ROOT_URL: local.rootUrl,
  ...over,
});

/** The sentences without what to do, in English unless said otherwise. */
async function saysOf(
  argv: readonly string[],
  over: Record<string, string> = {},
  now: Date | null = null,
) {
  printed = [];
  const clock = { now: () => now ?? new Date() };
  const status = await doctor(['--language', 'en', ...argv], {
    environment: environment(over),
    print: (line) => void printed.push(line),
    version: '0.1.0',
    clock,
  });
  return { status, says: printed.map((line) => line.split('\n')[0]) };
}

const OLD = 'WARNING  The workbook’s script is version 0.0.9; here is 0.1.0.';
const SENDER =
  'ERROR  The sender in Settings is still the example address study@example.org, which no server accepts.';
const NO_PASSWORD = 'NOTE  The mail server was not tried: its password is not on this machine.';

describe('npm run doctor', () => {
  it('says what is wrong with a workbook, the worst first, each with what to do', async () => {
    const { status, says } = await saysOf(['--workbook', id]);
    expect({ status, says }).toEqual({ status: 1, says: [SENDER, OLD, NO_PASSWORD] });
    expect(printed[1]).toBe(`${OLD}\n  → Run npm run upgrade-scripts.`);
  });

  it('speaks the workbook’s language unless another is asked for', async () => {
    printed = [];
    const around = { environment: environment(), print: (line: string) => void printed.push(line) };
    await doctor(['--workbook', id], { ...around, version: '0.0.9' });
    expect(printed[0]?.split('\n')[0]).toBe(
      '错误  “设置”中的发件人还是示例地址 study@example.org，没有服务器会接受。',
    );
  });

  it('says why a person is refused', async () => {
    const { says } = await saysOf(['--workbook', id, '--person', 'Nobody@example.org']);
    expect(says).toContain('ERROR  nobody@example.org is not in the tab Roles and is refused.');
  });

  it.each([
    [
      'no such workbook',
      ['--workbook', 'there-is-no-such-workbook'],
      {},
      'There is no workbook with this id, or it was deleted.',
    ],
    [
      'not registered',
      ['--workbook', 'there-is-no-such-workbook'],
      {},
      'The workbook is not registered, so every call is refused.',
    ],
    [
      'settings',
      ['--workbook', 'there-is-no-such-workbook'],
      { LECTERN_AUDIENCES: '' },
      'The settings of the deployment are wrong: LECTERN_AUDIENCES: must name at least one audience',
    ],
    [
      'registry',
      ['--workbook', 'there-is-no-such-workbook'],
      { LECTERN_REGISTRY: 'no-such-registry-anywhere' },
      'The registry cannot be read: ',
    ],
    [
      'api',
      ['--workbook', 'there-is-no-such-workbook', '--api-url', 'http://127.0.0.1:1'],
      {},
      'The function api does not answer at http://127.0.0.1:1: ',
    ],
  ])('sees what is wrong: %s', async (_, argv, over, words) => {
    const { status, says } = await saysOf(argv, over);
    expect(status).toBe(1);
    expect(says.join('\n')).toContain(`ERROR  ${words}`);
  });

  it('sees a clock that is wrong', async () => {
    const { says } = await saysOf(['--workbook', id], {}, new Date(Date.now() + 11 * 60_000));
    expect(says).toContain(
      'ERROR  The clock of this machine differs from Google’s by 11 minutes: tokens are taken for expired.',
    );
  });

  it('sees a quota that is used up, a missing share and a read-only one', async () => {
    const refusing = await refusingFront([403, 'The caller does not have permission'], (url) =>
      url.includes(`${id}?`),
    );
    const account = { DEPLOY_SERVICE_ACCOUNT: 'lectern@example.org' };
    const without = await saysOf(['--workbook', id], {
      LECTERN_SHEETS_ROOT_URL: refusing.url,
      ...account,
    });
    expect(without.says).toContain('ERROR  The workbook is not shared with lectern@example.org.');
    refusing.close();
    const readOnly = await refusingFront([403, 'The caller does not have permission'], (url) =>
      url.includes(':batchUpdate'),
    );
    const reader = await saysOf(['--workbook', id], {
      LECTERN_SHEETS_ROOT_URL: readOnly.url,
      ...account,
    });
    expect(reader.says).toContain(
      'ERROR  lectern@example.org may read the workbook but not write to it.',
    );
    readOnly.close();
    const busy = await refusingFront([429, 'Quota exceeded'], (url) => url.includes(`${id}?`));
    const full = await saysOf(['--workbook', id], { LECTERN_SHEETS_ROOT_URL: busy.url });
    expect(full.says).toContain('WARNING  Google’s quota for this minute is used up.');
    busy.close();
    const off = await refusingFront(
      [403, 'Google Sheets API has not been used in project 1 before or it is disabled.'],
      (url) => url.includes(`${id}?`),
    );
    const disabled = await saysOf(['--workbook', id], { LECTERN_SHEETS_ROOT_URL: off.url });
    expect(disabled.says[0]).toContain(
      'ERROR  A Google API that is needed is not enabled in the project: Google Sheets API has not',
    );
    off.close();
  });

  it('tries the mail server without sending, and says what it answered', async () => {
    const { says } = await saysOf(['--workbook', id], { LECTERN_SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(says.join('\n')).toMatch(
      /ERROR {2}The mail server refuses the sign-in or cannot be reached: .*ECONNREFUSED/,
    );
  });

  it('writes saved bounces into the ledger, once, and leaves other mails alone', async () => {
    const ledger = await workbook.read(id, ['notices']);
    await workbook.apply(ledger, writeLedger(ledger, [mail('R1'), mail('R2')], 'zh-CN'));
    await writeFile(join(folder, 'one.eml'), notification('R1@example.org', 'r1@example.org'));
    await writeFile(
      join(folder, 'other.eml'),
      notification('private@example.org', 'r2@example.org'),
    );
    await writeFile(
      join(folder, 'hello.eml'),
      'From: a@example.org\r\nSubject: Hello\r\n\r\nHello',
    );
    await writeFile(join(folder, 'notes.txt'), 'no mail');
    const first = await saysOf(['--workbook', id, '--bounces', folder]);
    expect(first.says).toContain(
      'NOTE  1 bounces were written into the tab Notices; 0 were known, 1 belong to other mails, 1 could not be read.',
    );
    expect(first.says).toContain(
      'WARNING  1 mails came back. Addresses that were not corrected since are findings of the check.',
    );
    const after = await workbook.read(id, ['notices']);
    expect(
      entriesOf(after.tables, 'notices').map(({ cells }) => [
        cells.memberId,
        cells.state,
        cells.reason,
      ]),
    ).toEqual([
      ['R1', 'bounced', '5.1.1 550 no such user'],
      ['R2', 'sent', undefined],
    ]);
    expect(await workbook.readLease(id)).toBeNull();
    const second = await saysOf(['--workbook', id, '--bounces', folder]);
    expect(second.says).toContain(
      'NOTE  0 bounces were written into the tab Notices; 1 were known, 1 belong to other mails, 1 could not be read.',
    );
  });

  it('reads bounces in a mailbox through the Gmail API, page after page, and only in that one', async () => {
    const ledger = await workbook.read(id, ['notices']);
    await workbook.apply(ledger, writeLedger(ledger, [mail('R3')], 'zh-CN'));
    const received = [
      ...Array.from({ length: 120 }, (_, index) =>
        inMailbox(`m${index}`, 'study@example.org', 'From: a@example.org\r\n\r\nHello'),
      ),
      inMailbox('back', 'study@example.org', notification('R3@example.org', 'r3@example.org')),
      inMailbox('private', 'other@example.org', notification('x@example.org', 'r1@example.org')),
    ];
    const gmail = await openHttpServer(0);
    const asked: string[] = [];
    const route = gmailRoute(folder, () => Promise.resolve(), {
      takeFault: () => undefined,
      countUnits: () => undefined,
      received: () => received,
    });
    gmail.mount('gmail', (exchange) => {
      asked.push(decodeURIComponent(exchange.rest.split('/')[3] ?? ''));
      return route(exchange);
    });
    const over = { LECTERN_GMAIL_ROOT_URL: `${gmail.url}/` };
    const first = await saysOf(['--workbook', id, '--mailbox', 'study@example.org'], over);
    expect(first.says).toContain(
      'NOTE  1 bounces were written into the tab Notices; 0 were known, 0 belong to other mails, 120 could not be read.',
    );
    expect(new Set(asked)).toEqual(new Set(['study@example.org']));
    // Two pages, and each mail once.
    expect(asked).toHaveLength(2 + 121);
    const { tables } = await workbook.read(id, ['notices']);
    const row = entriesOf(tables, 'notices').find(({ cells }) => cells.memberId === 'R3');
    expect(row?.cells).toMatchObject({ state: 'bounced', reason: '5.1.1 550 no such user' });
    await gmail.close();
    const closed = await saysOf(['--workbook', id, '--mailbox', 'study@example.org'], over);
    expect(closed.says.join('\n')).toContain('WARNING  The mailbox for bounces');
    expect(closed.says).toContain(OLD);
  });

  it('says so when Google’s limit is reached half-way, and looks at the rest', async () => {
    const order = { kind: '429', method: 'spreadsheets.developerMetadata.get', count: 1 };
    await fetch(`${local.rootUrl}faults`, { method: 'POST', body: JSON.stringify(order) });
    const { status, says } = await saysOf(['--workbook', id]);
    expect(status).toBe(1);
    expect(says).toContain('WARNING  Google’s quota for this minute is used up.');
    expect(says).toContain(SENDER);
    expect(says).toContain(OLD);
  });

  it('goes on when the bounces cannot be had', async () => {
    const { says } = await saysOf(['--workbook', id, '--bounces', join(folder, 'nowhere')]);
    expect(says.join('\n')).toContain('WARNING  The mailbox for bounces');
    expect(says).toContain(OLD);
  });

  it('begins nothing without a workbook', async () => {
    expect(await saysOf([])).toEqual({ status: 2, says: ['--workbook ID is missing. See --help'] });
  });

  it('looks at mail server and script of a workbook that has no tab Notices', async () => {
    const { places } = await workbook.read(id, ['notices']);
    const sheetId = places.find(({ key }) => key === 'notices')?.sheetId ?? -1;
    await localSheetsClient(local.rootUrl).spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: { requests: [{ deleteSheet: { sheetId } }] },
    });
    const { status, says } = await saysOf(['--workbook', id]);
    expect(status).toBe(1);
    expect(says.join('\n')).toContain('Notices');
    expect(says).toContain(NO_PASSWORD);
    expect(says).toContain(OLD);
  });
});

const inMailbox = (id: string, mailbox: string, raw: string) => ({
  id,
  raw: Buffer.from(raw),
  envelope: { receivedAt: '2026-03-02T00:00:00Z', recipients: [mailbox] },
});

const mail = (memberId: string): LedgerRow => ({
  key: `${id}|S01|weekly|${memberId}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId,
  recipient: `${memberId.toLowerCase()}@example.org`,
  state: 'sent',
  reason: null,
  messageId: `${memberId}@example.org`,
  draftId: null,
  told: null,
  contentHash: null,
  issued: null,
  sequence: 0,
  attempts: 1,
  updatedAt: '2026-03-01T01:00:00.000Z',
});

const notification = (messageId: string, recipient: string): string =>
  [
    'From: MAILER-DAEMON@mail.example.org',
    'To: study@example.org',
    'Date: Mon, 02 Mar 2026 00:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    '',
    '--b--',
    '',
  ].join('\r\n');

/** The local APIs behind a front that refuses some calls as Google does. */
async function refusingFront(
  [status, message]: [number, string],
  refuses: (url: string) => boolean,
) {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (refuses(url)) {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: status, message, status: 'REFUSED' } }));
      return;
    }
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const body = Buffer.concat(chunks);
        const { authorization = '' } = request.headers;
        const headers = { authorization, 'content-type': 'application/json' };
        const init = { method: request.method ?? 'GET', headers, ...(body.length > 0 && { body }) };
        void fetch(`${local.rootUrl.replace(/\/$/, '')}${url}`, init).then(async (answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(await answer.text());
        });
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
