// Sends over the real Sheets client and both real mail adapters while one call fails: every call, every kind of failure.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { toDay } from '#core/calendar/day';
import { placeOf } from '#core/workbook/snapshot';
import { TABS, type Tabs } from '#core/workbook/tabs/index';
import { type TabKey, TAB_KEYS } from '#core/workbook/tab-keys';
import type { TabRow } from '#core/workbook/tab';
import { declaredPositions, writeRow } from '#core/workbook/write/write-row';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { chooseMailer } from '#functions/choose-mailer';
import { AppError } from '#functions/errors';
import type { MailerPort } from '#functions/ports/mailer';
import type { WorkbookPort } from '#functions/ports/workbook';
import { gmailRoute } from '#workbench/gmail/gmail-route';
import { openSmtpListener, type SmtpListener } from '#workbench/inbox/smtp-listener';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import {
  ADMIN,
  anApplication,
  AUDIENCE,
  CLERK,
  type TestApplication,
} from '#test/support/application';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { aMember, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';

const PEOPLE = 3;
const SESSION = aSession({ date: toDay('2026-12-25') });
const RATES = ['senior', 'associate', 'academician'].map((scope) => aStandard({ scope }));

type Transport = 'smtp' | 'gmail';

let sheets: LocalSheets;
let smtp: SmtpListener;
let gmailServer: HttpServer;
let folder: string;
let workbookId: string;
let workbook: WorkbookPort;
/** Kept open from one send to the next: a mail server lets every new connection wait. */
let mailers: Readonly<Record<Transport, MailerPort>>;
/** Recipients of every mail that arrived. */
let arrived: string[] = [];
let start = Date.parse('2026-11-02T01:00:00Z');

beforeAll(async () => {
  sheets = await startLocalSheets();
  workbook = googleWorkbook(() => sheets.client);
  const accept = async (raw: Buffer, recipients: readonly string[]): Promise<void> => {
    expect((await simpleParser(raw)).messageId).toBeDefined();
    arrived.push(...recipients);
  };
  smtp = await openSmtpListener(accept, sheets.takeFault);
  folder = await mkdtemp(join(tmpdir(), 'lectern-faults-'));
  gmailServer = await openHttpServer(0);
  gmailServer.mount(
    'gmail',
    gmailRoute(folder, accept, { takeFault: sheets.takeFault, countUnits: () => undefined }),
  );
  const offers = {
    smtpUrl: smtp.url,
    gmail: { account: null, senders: [], perMinute: 10_000, rootUrl: `${gmailServer.url}/` },
  };
  const open = (transport: Transport): MailerPort => {
    const mailer = chooseMailer({ transport, sender: 'study@example.org' }, offers, {
      now: () => new Date(start),
    });
    closing.push(() => mailer.close());
    return { ...mailer, close: () => Promise.resolve() };
  };
  mailers = { smtp: open('smtp'), gmail: open('gmail') };
  workbookId = await sheets.create();
  await fillWorkbook();
});
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  await smtp.close();
  await gmailServer.close();
  await sheets.close();
  await rm(folder, { recursive: true });
});

async function fillWorkbook(): Promise<void> {
  const app = anApplication(
    {},
    {
      workbooks: new Map([[workbookId, [AUDIENCE]]]),
      between: (ports) => ({ ...ports, workbook }),
    },
  );
  await app.call('setUpWorkbook', { spreadsheetId: workbookId, language: 'zh-CN' }, ADMIN.email);
  const snapshot = await workbook.read(workbookId, TAB_KEYS);
  const fill = <Key extends TabKey>(key: Key, rows: readonly Partial<TabRow<Tabs[Key]>>[]) => ({
    kind: 'writeCells' as const,
    sheetId: placeOf(snapshot, key)?.sheetId ?? 0,
    firstRow: 1,
    firstColumn: 0,
    rows: rows.map((row) => writeRow(TABS[key], row, declaredPositions(TABS[key]), 'zh-CN')),
  });
  const ids = Array.from({ length: PEOPLE }, (_, index) => `R00${index}`);
  await workbook.apply(snapshot, [
    fill('roles', [{ email: CLERK.email, role: 'clerk' }]),
    fill('speakers', [aSpeaker()]),
    fill('schedule', [SESSION]),
    fill('standards', RATES),
    fill(
      'roster',
      ids.map((id, index) =>
        aMember({ id, name: `某${id}`, personOrder: index, email: `${id}@example.org` }),
      ),
    ),
  ]);
}

/** A clerk, some time after the last one. */
function aClerk(transport: Transport): TestApplication {
  const app = anApplication(
    {},
    {
      workbooks: new Map([[workbookId, [AUDIENCE]]]),
      between: (ports) => ({ ...ports, workbook, mailer: () => mailers[transport] }),
    },
  );
  start += 3_600_000;
  app.setNow(new Date(start).toISOString());
  return app;
}

async function previewAndSend(app: TestApplication): Promise<void> {
  const request = { spreadsheetId: workbookId, action: 'preview' } as const;
  const { fingerprint, occasion } = (await app.call('weeklyNotice', request)) as NoticePreview; // a preview was asked for
  const send = { ...request, action: 'send', occasionId: occasion.id, fingerprint } as const;
  await app.call('weeklyNotice', send);
}

/** As a clerk does who was refused: looks again, some minutes later. */
async function sendUntilDone(app: TestApplication): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      await previewAndSend(app);
      return;
    } catch (error) {
      expect(error).toBeInstanceOf(AppError); // every outside failure has a next step
      app.setNow(new Date(start + (tries + 1) * 600_000).toISOString());
    }
  }
  throw new Error('the send was never carried out');
}

const order = (verb: string, fault?: object) =>
  fetch(`${sheets.rootUrl}faults`, { method: verb, ...(fault && { body: JSON.stringify(fault) }) });
const isUsedUp = async (): Promise<boolean> =>
  ((await (await order('GET')).json()) as { faults: unknown[] }).faults.length === 0;

beforeEach(() => order('DELETE'));

/** Nobody has two mails; a person who has none is in the ledger with a state that says so. Returns those in doubt. */
async function inDoubt(): Promise<string[]> {
  expect(new Set(arrived).size).toBe(arrived.length);
  const range = "'通知记录'!A2:Z";
  const { data } = await sheets.client.spreadsheets.values.get({
    spreadsheetId: workbookId,
    range,
  });
  const keys = Object.keys(TABS.notices.columns);
  const rows = (data.values ?? []).map((row) => ({
    recipient: String(row[keys.indexOf('recipient')]),
    state: String(row[keys.indexOf('state')]),
    reason: String(row[keys.indexOf('reason')] ?? ''),
  }));
  expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(PEOPLE);
  expect(rows).toHaveLength(PEOPLE);
  for (const { recipient, state, reason } of rows) {
    if (state === '已发') expect(arrived).toContain(recipient);
    else
      expect([state, reason]).toEqual([
        expect.stringMatching(/^(不确定|失败|待重试)$/),
        expect.stringMatching(/./),
      ]);
  }
  await sheets.client.spreadsheets.values.clear({ spreadsheetId: workbookId, range });
  arrived = [];
  return rows.filter(({ state }) => state !== '已发').map(({ state }) => state);
}

/** Lets the first, the second, … call fail until there is no further one; counts them. */
async function failEach(
  transport: Transport,
  fault: object,
  check: (doubtful: string[]) => void,
): Promise<number> {
  for (let skip = 0; ; skip += 1) {
    await order('POST', { ...fault, skip });
    await sendUntilDone(aClerk(transport));
    const isHit = await isUsedUp();
    await order('DELETE');
    check(await inDoubt());
    if (!isHit) return skip;
  }
}

const KINDS: readonly { readonly kind: string; readonly afterCommit?: true }[] = [
  { kind: '429' },
  { kind: '500' },
  { kind: '503' },
  { kind: '503', afterCommit: true },
  { kind: 'lost-answer' },
];

/** To the adapter all of 5xx is one; over SMTP a plain 500 and 503 would only repeat what Gmail's rounds show. */
const ROUNDS = [
  [
    'smtp',
    KINDS.filter(
      ({ kind, afterCommit }) => kind === '429' || kind === 'lost-answer' || afterCommit,
    ),
  ],
  ['gmail', KINDS],
] as const;

describe.each(ROUNDS)('over %s', (transport, kinds) => {
  test.each(kinds)('any one call to Sheets fails: %j', async (fault) => {
    const calls = await failEach(transport, fault, (doubtful) => expect(doubtful).toEqual([]));
    expect(calls).toBeGreaterThanOrEqual(10);
  });
});

describe('a mail call to Gmail fails', () => {
  // The state of a draft, there or gone, is always known; so no mail is ever in doubt.
  test.each(
    ['gmail.drafts.create', 'gmail.drafts.send'].flatMap((method) =>
      KINDS.map((fault) => ({ method, ...fault })),
    ),
  )('%j', async (fault) => {
    const calls = await failEach('gmail', fault, (doubtful) => expect(doubtful).toEqual([]));
    expect(calls).toBeGreaterThanOrEqual(PEOPLE);
  });

  test('and the question after the draft too: that one is in doubt, and decided by the next send', async () => {
    await order('POST', { kind: 'lost-answer', method: 'gmail.drafts.send' });
    await order('POST', { kind: '503', method: 'gmail.drafts.get', count: 4 });
    await sendUntilDone(aClerk('gmail'));
    await sendUntilDone(aClerk('gmail'));
    expect(await inDoubt()).toEqual([]);
  });
});

describe('a mail call to an SMTP server fails', () => {
  test.each([
    ['smtp.mail', '429', []],
    ['smtp.mail', '500', ['失败']],
    ['smtp.mail', 'lost-answer', []],
    ['smtp.rcpt', '503', []],
    ['smtp.rcpt', '500', ['失败']],
    ['smtp.data', '429', []],
    ['smtp.data', '503', []],
    ['smtp.data', '500', ['失败']],
    ['smtp.data', 'lost-answer', ['不确定']], // delivered, but nobody here can know
  ] as const)('%s with %s', async (method, kind, expected) => {
    await failEach('smtp', { kind, method }, (doubtful) => {
      expect([[], expected]).toContainEqual(doubtful);
    });
  });
});
