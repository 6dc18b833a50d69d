// 500 mails through Gmail's quota, with the real clients over HTTP: begun by a clerk, finished by the schedule, on a clock that the
// pauses move.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import { placeOf } from '#core/workbook/snapshot';
import { TABS, type Tabs } from '#core/workbook/tabs/index';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { TabRow } from '#core/workbook/tab';
import { declaredPositions, writeRow } from '#core/workbook/write/write-row';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { chooseMailer } from '#functions/choose-mailer';
import type { Ports } from '#functions/app/runtime/use-case';
import type { MailerPort } from '#functions/ports/mailer';
import { gmailQuota } from '#workbench/gmail/gmail-quota';
import { gmailRoute } from '#workbench/gmail/gmail-route';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import {
  ADMIN,
  anApplication,
  CLERK,
  type TestApplication,
  AUDIENCE,
} from '#test/support/application';
import { aMember, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { faultsAt, Killed, type Faults } from '#test/support/faults';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

const PEOPLE = 500;
const ids = Array.from({ length: PEOPLE }, (_, index) => `R${String(index + 1).padStart(3, '0')}`);
const SCHEDULER = 'scheduler@example.org';
/** Monday 2 March 2026, nine o'clock in Shanghai; the session is on Friday. */
const START = Date.parse('2026-03-02T01:00:00Z');
const QUARTER_HOUR = 15 * 60_000;
/** Of each call to Gmail, by the clock of these tests. */
const CALL_MS = 200;

let sheets: LocalSheets;
let gmail: HttpServer;
let folder: string;
let workbookId: string;
let now: number;
/** Recipients of every mail that arrived. */
let arrived: string[];
/** Calls that Gmail refused for its quota. */
let refused: number;

beforeAll(async () => {
  sheets = await startLocalSheets();
});
afterAll(() => sheets.close());

beforeEach(async () => {
  [now, arrived, refused] = [START, [], 0];
  folder = await mkdtemp(join(tmpdir(), 'lectern-large-'));
  gmail = await openHttpServer(0);
  const count = gmailQuota(
    () => new Date(now),
    () => true,
  );
  const route = gmailRoute(
    folder,
    (_, recipients) => {
      arrived.push(...recipients);
      return Promise.resolve();
    },
    {
      takeFault: () => undefined,
      countUnits: (method, user) => {
        now += CALL_MS;
        const refusal = count(method, user);
        refused += refusal ? 1 : 0;
        return refusal;
      },
    },
  );
  gmail.mount('gmail', route);
  workbookId = await sheets.create();
  await fillWorkbook();
});
afterEach(async () => {
  await gmail.close();
  await rm(folder, { recursive: true });
});

/** The deployment: real adapters; only its pauses take no time. */
function aDeployment(perMinute: number, faults?: Faults): TestApplication {
  const offers = {
    smtpUrl: null,
    gmail: { account: null, senders: [], perMinute, rootUrl: `${gmail.url}/` },
  };
  const clock = { now: () => new Date(now) };
  const mailer = (): MailerPort =>
    chooseMailer({ transport: 'gmail', sender: 'study@example.org' }, offers, clock);
  const workbook = googleWorkbook(() => sheets.client);
  const pause = (milliseconds: number): Promise<void> => {
    now += milliseconds;
    return Promise.resolve();
  };
  const between = (ports: Ports): Ports => {
    const real = { ...ports, workbook, mailer, clock, pause };
    return faults ? faults.between(real) : real;
  };
  return anApplication({}, { workbooks: new Map([[workbookId, [AUDIENCE]]]), between });
}

async function fillWorkbook(): Promise<void> {
  const app = aDeployment(50);
  await app.call('setUpWorkbook', { spreadsheetId: workbookId, language: 'zh-CN' }, ADMIN.email);
  const workbook = googleWorkbook(() => sheets.client);
  const snapshot = await workbook.read(workbookId, TAB_KEYS);
  const fill = <Key extends TabKey>(key: Key, rows: readonly Partial<TabRow<Tabs[Key]>>[]) => ({
    kind: 'writeCells' as const,
    sheetId: placeOf(snapshot, key)?.sheetId ?? 0,
    firstRow: 1,
    firstColumn: 0,
    rows: rows.map((row) => writeRow(TABS[key], row, declaredPositions(TABS[key]), 'zh-CN')),
  });
  const members = ids.map((id, index) =>
    aMember({ id, name: `某${id}`, personOrder: index, email: `${id.toLowerCase()}@example.org` }),
  );
  await workbook.apply(snapshot, [
    fill('roles', [{ email: CLERK.email, role: 'clerk' }]),
    fill('speakers', [aSpeaker()]),
    fill('schedule', [aSession()]),
    fill(
      'standards',
      ['senior', 'associate', 'academician'].map((scope) => aStandard({ scope })),
    ),
    fill('roster', members),
  ]);
}

/** As the sidebar does, which waits no longer than that. */
async function begin(app: TestApplication): Promise<NoticeSent> {
  const spreadsheetId = workbookId;
  const shown = await app.call('weeklyNotice', { spreadsheetId, action: 'preview' });
  const { fingerprint, occasion, messages } = shown as NoticePreview; // a preview was asked for
  expect(messages).toBe(PEOPLE);
  const send = {
    spreadsheetId,
    action: 'send',
    occasionId: occasion.id,
    fingerprint,
    seconds: 50,
  } as const;
  return (await app.call('weeklyNotice', send)) as NoticeSent; // a send was asked for
}

/** The scheduler's next quarter of an hour. */
async function tick(app: TestApplication) {
  now = START + (Math.floor((now - START) / QUARTER_HOUR) + 1) * QUARTER_HOUR;
  const began = now;
  const { notices } = await app.call('runDue', { spreadsheetId: workbookId }, SCHEDULER);
  // No call may come near the function's 540 seconds.
  expect(now - began).toBeLessThanOrEqual(400_000);
  return notices;
}

async function states(): Promise<Map<string, number>> {
  const { data } = await sheets.client.spreadsheets.values.get({
    spreadsheetId: workbookId,
    range: "'通知记录'!G2:G",
  });
  const counts = new Map<string, number>();
  for (const [state] of (data.values ?? []) as string[][])
    counts.set(state ?? '', (counts.get(state ?? '') ?? 0) + 1);
  return counts;
}

const everybodyOnce = (): void =>
  expect([...arrived].sort()).toEqual(ids.map((id) => `${id.toLowerCase()}@example.org`));

describe('a send to 500 people through Gmail’s quota of a new project', () => {
  test('begun by a clerk who closes the sidebar, is finished by the schedule alone, nobody twice', async () => {
    const app = aDeployment(50);
    expect(await begin(app)).toMatchObject({ sent: 50, waiting: 450, failed: [], unknown: [] });
    expect(now - START).toBeLessThanOrEqual(50_000);
    const ticks = [await tick(app), await tick(app), await tick(app)];
    expect(ticks).toMatchObject([
      [{ kind: 'weekly', occasionId: 'S01', sent: 300, waiting: 150, refused: null }],
      [{ kind: 'weekly', occasionId: 'S01', sent: 150, waiting: 0, refused: null }],
      [],
    ]);
    everybodyOnce();
    expect(await states()).toEqual(new Map([['已发', PEOPLE]]));
    expect(refused).toBe(0);
  }, 300_000);

  test.each([
    ['while mails leave', 75],
    ['later, in the schedule’s own call', 300],
  ])(
    'whose sender dies %s (call %d) is finished by the schedule alone, nobody twice',
    async (_, at) => {
      const kill = {
        fatal: true,
        carriedOut: true,
        error: () => new Killed(),
        places: ['workbook', 'mail', 'pause'],
      } as const;
      const faults = faultsAt({ ...kill, at });
      const dying = aDeployment(50, faults);
      await expect(begin(dying).then(() => tick(dying))).rejects.toBeInstanceOf(Killed);
      expect(arrived.length).toBeLessThan(PEOPLE);
      const app = aDeployment(50);
      for (let ticks = 0; ticks < 4; ticks += 1) await tick(app);
      everybodyOnce();
      expect(await states()).toEqual(new Map([['已发', PEOPLE]]));
      expect(await tick(app)).toEqual([]);
    },
    300_000,
  );

  test('at the pace of an old project is refused in part; those are tried again later, nobody twice', async () => {
    const app = aDeployment(130);
    const first = await begin(app);
    expect(new Set(first.failed.map(({ code }) => code))).toEqual(new Set(['retry']));
    expect(refused).toBeGreaterThan(0);
    for (let ticks = 0; ticks < 6; ticks += 1) await tick(app);
    everybodyOnce();
    expect(await states()).toEqual(new Map([['已发', PEOPLE]]));
  }, 300_000);
});
