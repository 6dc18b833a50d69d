// A send of 60 mails that breaks at every call it makes, and is then taken up again.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview } from '#core/contract/weekly-notice';
import type { TABS } from '#core/workbook/tabs/index';
import { AppError } from '#functions/errors';
import type { Mail } from '#functions/ports/mailer';
import { anApplication, type TestApplication } from '#test/support/application';
import { DraftingMailer } from '#test/support/drafting-mailer';
import { afterEachCall, faultsAt, Killed, type FaultPlan, type Faults } from '#test/support/faults';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { RecordingMailer } from '#test/support/recording-mailer';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aTable, aWorkbook, columnsOf } from '#test/support/builders/tables';

const PEOPLE = 60;
const ids = Array.from({ length: PEOPLE }, (_, index) => `R${String(index + 1).padStart(3, '0')}`);
const tables = aWorkbook({
  roles: [{ email: 'clerk@example.org', role: 'clerk' }],
  speakers: [aSpeaker()],
  schedule: [aSession()],
  roster: ids.map((id, index) =>
    aMember({ id, name: `某${id}`, personOrder: index, email: `${id.toLowerCase()}@example.org` }),
  ),
});
const TRANSPORTS = [
  ['SMTP', () => new RecordingMailer()],
  ['drafts', () => new DraftingMailer()],
] as const;

const preview = async (app: TestApplication): Promise<NoticePreview> =>
  (await app.call('weeklyNotice', { action: 'preview' })) as NoticePreview; // a preview was asked for
const previewAndSend = async (app: TestApplication): Promise<void> => {
  const { fingerprint } = await preview(app);
  await app.call('weeklyNotice', { action: 'send', occasionId: 'S01', fingerprint });
};

interface Run {
  readonly app: TestApplication;
  readonly faults: Faults;
}

function start(mailer: RecordingMailer, plan: FaultPlan): Run {
  const faults = faultsAt(plan);
  return {
    app: anApplication(tables, { mailer, between: (ports) => faults.between(ports) }),
    faults,
  };
}

const column = (name: keyof typeof TABS.notices.columns): number =>
  columnsOf('notices').indexOf(name);

/** Everybody has exactly one mail, or none and a row that says it is in doubt; the people in doubt. */
function doubtful(app: TestApplication): unknown[] {
  const addresses = app.mailer.mails.map(({ to }) => to.address);
  const mailed = new Set<unknown>(addresses);
  expect(mailed.size).toBe(addresses.length);
  const rows = app.workbook.rowsOf('notices');
  expect(new Set(rows.map((row) => row[column('memberId')])).size).toBe(PEOPLE);
  expect(rows).toHaveLength(PEOPLE);
  return rows.flatMap((row) => {
    const state = row[column('state')];
    if (state === '已发') expect(mailed).toContain(row[column('recipient')]);
    else expect(['发送中', '不确定']).toContain(state);
    return state === '已发' ? [] : [row[column('memberId')]];
  });
}

const KILL = {
  fatal: true,
  error: () => new Killed(),
  places: ['workbook', 'mail', 'pause'],
} as const;

/** What is left of the world when the sender dies: the workbook and the mail server. */
interface World {
  readonly workbook: InMemoryWorkbook;
  readonly mailer: RecordingMailer;
}

/** The world as each call of an undisturbed send leaves it: a sender who dies there leaves exactly that behind. */
async function worldsOf(mailer: RecordingMailer): Promise<World[]> {
  const worlds: World[] = [];
  const workbook = new InMemoryWorkbook(tables);
  const between = afterEachCall(() =>
    worlds.push({ workbook: workbook.copy(), mailer: mailer.copy() }),
  );
  await previewAndSend(anApplication(tables, { workbook, mailer, between }));
  expect(mailer.mails).toHaveLength(PEOPLE);
  return worlds;
}

describe.each(TRANSPORTS)('a send over %s', (name, mailer) => {
  test('that is killed after any call and resumed mails nobody twice and forgets nobody', async () => {
    const worlds = await worldsOf(mailer());
    expect(worlds.length).toBeGreaterThan(PEOPLE);
    for (const world of worlds) {
      const app = anApplication(tables, world);
      app.setNow('2026-03-02T02:00:00Z'); // the dead sender's lease has run out
      await previewAndSend(app);
      // Drafts decide everything; without them one chunk at most is in doubt.
      expect(doubtful(app).length).toBeLessThanOrEqual(name === 'drafts' ? 0 : 25);
    }
  });

  // The worlds above are copies; here the sender really dies, at calls of every stage.
  test.each([1, 2, 3, 5, 10, 25, 30, 40, 60, 65])(
    'that dies at call %d runs on nowhere, and resumed mails nobody twice',
    async (at) => {
      const { app, faults } = start(mailer(), { ...KILL, at, carriedOut: true });
      await expect(previewAndSend(app)).rejects.toBeInstanceOf(Killed);
      const [mails, writes] = [app.mailer.mails.length, app.workbook.applied.length];
      expect(faults.count()).toBe(at);
      await Promise.resolve();
      expect([app.mailer.mails.length, app.workbook.applied.length]).toEqual([mails, writes]);
      faults.mend();
      app.setNow('2026-03-02T02:00:00Z');
      await previewAndSend(app);
      expect(doubtful(app).length).toBeLessThanOrEqual(name === 'drafts' ? 0 : 25);
    },
  );

  test.each([
    ['quotaReached', false],
    ['sheetsDown', false],
    ['sheetsDown', true],
  ] as const)(
    'goes on when any call to the workbook fails with %s (carried out: %s)',
    async (refusal, carriedOut) => {
      const plan = {
        fatal: false,
        error: () => new AppError(refusal),
        places: ['workbook'],
      } as const;
      const counting = start(mailer(), { ...plan, at: 0, carriedOut });
      await previewAndSend(counting.app);
      for (let at = 3; at <= counting.faults.count(); at += 1) {
        const { app } = start(mailer(), { ...plan, at, carriedOut });
        await previewAndSend(app);
        expect(doubtful(app)).toEqual([]);
        expect(app.mailer.mails).toHaveLength(PEOPLE);
      }
    },
    180_000,
  );
});

describe('a mail server that fails for one mail', () => {
  test.each(TRANSPORTS)('over %s: refused for now is tried again', async (_, make) => {
    const mailer = make();
    let count = 0;
    mailer.answer = () =>
      (count += 1) === 30 ? { state: 'retry', reason: 'refused for now (451)' } : { state: 'sent' };
    const app = anApplication(tables, { mailer });
    await previewAndSend(app);
    expect(app.mailer.mails).toHaveLength(PEOPLE);
  });

  test('over SMTP: an answer lost after delivery leaves one in doubt, which a clerk resolves', async () => {
    const mailer = new RecordingMailer();
    let count = 0;
    mailer.answer = (mail) => {
      count += 1;
      if (count !== 30) return { state: 'sent' };
      mailer.mails.push(mail);
      return { state: 'unknown', reason: 'connection lost' };
    };
    const app = anApplication(tables, { mailer });
    await previewAndSend(app);
    expect(doubtful(app)).toEqual(['R030']);
    const memberIds = ['R030'];
    const resolve = { action: 'resolve', occasionId: 'S01', memberIds, as: 'sent' } as const;
    expect(await app.call('weeklyNotice', resolve)).toEqual({
      action: 'resolve',
      resolved: [{ memberId: 'R030', as: 'sent' }],
    });
    expect(doubtful(app)).toEqual([]);
    await expect(app.call('weeklyNotice', resolve)).rejects.toMatchObject({
      refusal: 'notInDoubt',
    });
  });

  test('over SMTP: a mail that a clerk wants sent again goes out with the next send', async () => {
    const mailer = new RecordingMailer();
    mailer.answer = ({ to }) =>
      to.address === 'r030@example.org'
        ? { state: 'unknown', reason: 'connection lost' }
        : { state: 'sent' };
    const app = anApplication(tables, { mailer });
    await previewAndSend(app);
    mailer.answer = () => ({ state: 'sent' });
    await app.call('weeklyNotice', {
      action: 'resolve',
      occasionId: 'S01',
      memberIds: ['R030'],
      as: 'retry',
    });
    expect((await preview(app)).recipients.map(({ memberId }) => memberId)).toEqual(['R030']);
    await previewAndSend(app);
    expect(doubtful(app)).toEqual([]);
  });

  test('several are resolved in one write, or none of them when one is not in doubt', async () => {
    const mailer = new RecordingMailer();
    mailer.answer = ({ to }) =>
      ['r010@example.org', 'r030@example.org'].includes(to.address)
        ? { state: 'unknown', reason: 'connection lost' }
        : { state: 'sent' };
    const app = anApplication(tables, { mailer });
    await previewAndSend(app);
    const resolve = (memberIds: string[]) =>
      app.call('weeklyNotice', { action: 'resolve', occasionId: 'S01', memberIds, as: 'retry' });
    await expect(resolve(['R010', 'R011', 'R030'])).rejects.toMatchObject({
      refusal: 'notInDoubt',
    });
    expect(doubtful(app)).toEqual(['R010', 'R030']);
    expect(await resolve(['R030', 'R010'])).toMatchObject({
      resolved: [
        { memberId: 'R030', as: 'retry' },
        { memberId: 'R010', as: 'retry' },
      ],
    });
    expect((await preview(app)).recipients.map(({ memberId }) => memberId)).toEqual([
      'R010',
      'R030',
    ]);
  });

  test('over drafts: a draft with the former venue is not sent by a new send, and the person gets the new one', async () => {
    const mailer = new DraftingMailer();
    const notices = [
      {
        key: `${WORKBOOK_ID}|S01|weekly|R001`,
        sessionId: 'S01',
        kind: 'weekly',
        memberId: 'R001',
        recipient: 'r001@example.org',
        state: 'unknown',
        messageId: 'one@example.org',
        draftId: 'draft-1',
        told: '2026-03-06｜14:30-17:00｜旧礼堂｜陆明哲｜区域经济协调发展',
        sequence: 0,
        attempts: 1,
        updatedAt: '2026-03-02T00:59:00.000Z',
      } as const,
    ];
    const app = anApplication({ ...tables, notices: aTable('notices', notices) }, { mailer });
    await mailer.drafts.create({
      subject: '旧礼堂',
      to: { name: '', address: 'r001@example.org' },
    } as Mail);
    await previewAndSend(app);
    const toFirst = () => mailer.mails.filter(({ to }) => to.address === 'r001@example.org');
    expect(toFirst()).toEqual([]);
    const [row] = app.workbook.rowsOf('notices');
    expect(row).toEqual(expect.arrayContaining(['未发', '安排已改，草稿未发']));
    await previewAndSend(app);
    expect(toFirst().map(({ text }) => text.includes('区委礼堂'))).toEqual([true]);
  });

  test('over drafts: an answer lost after delivery is decided by the draft', async () => {
    const mailer = new DraftingMailer();
    mailer.losesAnswer = 30;
    const app = anApplication(tables, { mailer });
    await previewAndSend(app);
    expect(doubtful(app)).toEqual([]);
  });
});

test('of two senders at once one sends', async () => {
  const app = anApplication(tables);
  const { fingerprint } = await preview(app);
  const send = () => app.call('weeklyNotice', { action: 'send', occasionId: 'S01', fingerprint });
  const results = await Promise.allSettled([send(), send(), send()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(doubtful(app)).toEqual([]);
});

test('the lease of a slow sender that runs out stops it before its next chunk', async () => {
  const mailer = new RecordingMailer();
  const app = anApplication(tables, { mailer });
  const { fingerprint } = await preview(app);
  mailer.answer = ({ to }) => {
    if (to.address === 'r010@example.org')
      app.workbook.holdLease('another|2026-03-02T09:00:00.000Z');
    return { state: 'sent' };
  };
  const sending = app.call('weeklyNotice', { action: 'send', occasionId: 'S01', fingerprint });
  await expect(sending).rejects.toMatchObject({ refusal: 'leaseHeld' });
  expect(mailer.mails).toHaveLength(25);
});

test('a send that dies is told as running, then as paused, and with mails in doubt as interrupted', async () => {
  const mailer = new RecordingMailer();
  let asked: Promise<unknown> = Promise.resolve();
  const { app, faults } = start(mailer, { ...KILL, at: 45, carriedOut: true });
  mailer.answer = ({ to }) => {
    if (to.address === 'r030@example.org') asked = app.call('noticeProgress', {});
    return { state: 'sent' };
  };
  const counts = { kind: 'weekly', total: 60, failed: 0 };
  await expect(previewAndSend(app)).rejects.toBeInstanceOf(Killed);
  faults.mend();
  expect(await asked).toMatchObject({
    sends: [{ ...counts, state: 'running', sent: 25, waiting: 35 }],
  });
  app.setNow('2026-03-02T02:00:00Z');
  expect(await app.call('noticeProgress', {})).toMatchObject({
    sends: [{ ...counts, state: 'paused', sent: 25, unknown: 25, waiting: 10 }],
  });
  await previewAndSend(app);
  // Those in doubt wait for the clerk's word.
  expect(await app.call('noticeProgress', {})).toMatchObject({
    sends: [{ ...counts, state: 'interrupted', sent: 35, unknown: 25, waiting: 0 }],
  });
});

describe('a send of the schedule that keeps drafts', () => {
  const tick = (app: TestApplication) => app.call('runDue', {}, 'scheduler@example.org');
  const few = aWorkbook({
    settings: [{ name: '自动发送', value: '是' }],
    speakers: [aSpeaker()],
    schedule: [aSession()],
    roster: ['R001', 'R002', 'R003'].map((id) =>
      aMember({ id, name: `某${id}`, email: `${id.toLowerCase()}@example.org` }),
    ),
  });

  test('that is killed after any call is over with the next run, for everybody once', async () => {
    const worlds: World[] = [];
    const workbook = new InMemoryWorkbook(few);
    const mailer = new DraftingMailer();
    const between = afterEachCall(() =>
      worlds.push({ workbook: workbook.copy(), mailer: mailer.copy() }),
    );
    await tick(anApplication(few, { workbook, mailer, between }));
    expect(mailer.mails).toHaveLength(3);
    expect(worlds.length).toBeGreaterThan(6);
    for (const world of worlds) {
      const app = anApplication(few, world);
      app.setNow('2026-03-02T02:00:00Z'); // the dead sender's lease has run out
      await tick(app);
      expect(app.mailer.mails.map(({ to }) => to.address).sort()).toEqual([
        'r001@example.org',
        'r002@example.org',
        'r003@example.org',
      ]);
      expect(app.workbook.rowsOf('notices').map((row) => row[column('state')])).toEqual([
        '已发',
        '已发',
        '已发',
      ]);
    }
  });
});
