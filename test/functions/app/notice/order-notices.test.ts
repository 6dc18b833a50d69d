// Mails about a round of ordering topics go the same way as those about a session: preview, ledger, at most once, schedule.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import type { RunDueResponse } from '#core/contract/run-due';
import { toDay } from '#core/calendar/day';
import type { NoticeKind } from '#core/notice/notice';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { aMember, anOrder, aSession, aTopic } from '#test/support/builders/rows';
import { aWorkbook, columnsOf } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const ROUND = [
  { name: '点单开始', value: '2026-03-02' },
  { name: '点单截止', value: '2026-03-13' },
];
const PEOPLE = ['R001', 'R002', 'R003'].map((id, index) =>
  aMember({ id, name: `学员${id}`, personOrder: index, email: `${id.toLowerCase()}@example.org` }),
);

const appWith = (rows: Rows = {}, parts: Parameters<typeof anApplication>[1] = {}) =>
  anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      settings: ROUND,
      roster: PEOPLE,
      topics: [aTopic()],
      ...rows,
    }),
    parts,
  );

const preview = async (app: TestApplication, kind: NoticeKind): Promise<NoticePreview> =>
  (await app.call('weeklyNotice', { action: 'preview', kind })) as NoticePreview; // a preview was asked for

async function send(app: TestApplication, kind: NoticeKind): Promise<NoticeSent> {
  const { fingerprint, occasion } = await preview(app, kind);
  const request = { action: 'send', kind, occasionId: occasion.id, fingerprint } as const;
  return (await app.call('weeklyNotice', request)) as NoticeSent; // a send was asked for
}

const reached = (app: TestApplication): string[] =>
  app.mailer.mails.map(({ to }) => to.address).sort();

/** The settings tab has one row for each of these; a new value is typed over the old one. */
async function type(app: TestApplication, name: string, value: string): Promise<void> {
  const rows = app.workbook.rowsOf('settings');
  const row = rows.findIndex(([label]) => label === name) + 1;
  const sheetId = aWorkbook().settings?.sheetId ?? 0;
  await app.workbook.edit([
    { kind: 'writeCells', sheetId, firstRow: row, firstColumn: 1, rows: [[value]] },
  ]);
}

describe('the invitation to order topics', () => {
  test('goes to everybody on the roster, each with a link of their own', async () => {
    const app = appWith({
      roster: [...PEOPLE, aMember({ id: 'R009', name: '离任', to: toDay('2026-03-01') })],
    });
    const shown = await preview(app, 'orderInvitation');
    expect(shown).toMatchObject({
      occasion: {
        id: '2026-03-02',
        title: '专题点单',
        when: '2026年3月2日（星期一）至2026年3月13日（星期五）',
        venue: '',
      },
      messages: 3,
      findings: [],
    });
    await send(app, 'orderInvitation');
    expect(reached(app)).toEqual(['r001@example.org', 'r002@example.org', 'r003@example.org']);
    const claims = app.mailer.mails.map(({ text, html, event }) => {
      expect(event).toBeNull();
      expect(html).toContain('>点单</a>');
      const token = /order\?t=([\w.-]+)/.exec(text)?.[1] ?? '';
      return LINKS.verify('order', token, new Date('2026-03-13T15:00:00Z'));
    });
    expect(claims.map(({ occasionId, memberId }) => [occasionId, memberId])).toEqual([
      ['2026-03-02', 'R001'],
      ['2026-03-02', 'R002'],
      ['2026-03-02', 'R003'],
    ]);
    expect(app.mailer.mails[0]?.text).toContain(
      '截止日期：2026年3月13日（星期五）\n可点专题：最多3个，按优先顺序\n',
    );
  });

  test('goes out once, also when the closing day is put off, and again in a new round', async () => {
    const app = appWith();
    expect(await send(app, 'orderInvitation')).toMatchObject({ sent: 3 });
    await type(app, '点单截止', '2026-03-20');
    expect(await preview(app, 'orderInvitation')).toMatchObject({ messages: 0 });
    await type(app, '点单开始', '2026-03-16');
    expect(await preview(app, 'orderInvitation')).toMatchObject({ messages: 3 });
  });

  test('is refused without a round, and is in the way of nothing else', async () => {
    const app = appWith({ settings: [], schedule: [aSession()] });
    await expect(preview(app, 'orderInvitation')).rejects.toMatchObject({
      refusal: 'noOrderRound',
    });
    expect(await preview(app, 'weekly')).toMatchObject({ messages: 3 });
  });

  test('is refused for a round that is not the one in the settings', async () => {
    const request = {
      action: 'preview',
      kind: 'orderInvitation',
      occasionId: '2025-12-01',
    } as const;
    await expect(appWith().call('weeklyNotice', request)).rejects.toMatchObject({
      refusal: 'noOrderRound',
    });
  });

  test.each(['orderInvitation', 'orderReminder'] as const)(
    'is refused after the closing day, by hand too: %s',
    async (kind) => {
      const app = appWith();
      app.setNow('2026-03-13T15:59:00Z');
      const { fingerprint, occasion } = await preview(app, kind);
      app.setNow('2026-03-13T16:00:00Z');
      const about = { kind, occasionId: occasion.id };
      for (const request of [
        { action: 'preview' as const, ...about },
        { action: 'send' as const, fingerprint, ...about },
        { action: 'continue' as const, ...about },
      ])
        await expect(app.call('weeklyNotice', request)).rejects.toMatchObject({
          refusal: 'orderRoundOver',
        });
      expect(app.mailer.mails).toEqual([]);
    },
  );

  test('is not sent while there is nothing to order', async () => {
    const { findings } = await preview(
      appWith({ topics: [aTopic({ state: 'done' })] }),
      'orderInvitation',
    );
    expect(findings).toMatchObject([{ rule: 'N08', tab: 'topics' }]);
  });

  test('is not sent after the closing day was changed since the preview', async () => {
    const app = appWith();
    const { fingerprint, occasion } = await preview(app, 'orderInvitation');
    await type(app, '点单截止', '2026-03-20');
    const kind = 'orderInvitation';
    const request = { action: 'send', kind, occasionId: occasion.id, fingerprint } as const;
    await expect(app.call('weeklyNotice', request)).rejects.toMatchObject({
      refusal: 'previewOutdated',
    });
    expect(app.mailer.mails).toEqual([]);
  });

  test('goes on with what one call could not send, and shows how far it has come', async () => {
    const settings = [...ROUND, { name: '每分钟邮件数', value: '1' }];
    const app = appWith({ settings }, { sendSeconds: 70 });
    expect(await send(app, 'orderInvitation')).toMatchObject({ sent: 2, waiting: 1 });
    const progress = await app.call('noticeProgress', {});
    expect(progress.sends).toMatchObject([
      { kind: 'orderInvitation', occasion: { id: '2026-03-02' }, state: 'paused', sent: 2 },
    ]);
    const kind = 'orderInvitation';
    const request = { action: 'continue', kind, occasionId: '2026-03-02' } as const;
    expect(await app.call('weeklyNotice', request)).toMatchObject({ sent: 1, waiting: 0 });
    expect(reached(app)).toEqual(['r001@example.org', 'r002@example.org', 'r003@example.org']);
  });
});

describe('the reminder', () => {
  const orders = [
    anOrder({ memberId: 'R001', date: toDay('2026-03-03') }),
    // Taken back: R002 has ordered nothing.
    anOrder({ memberId: 'R002', date: toDay('2026-03-03'), withdrawn: toDay('2026-03-04') }),
    // An order of the round before.
    anOrder({ memberId: 'R003', date: toDay('2026-03-01') }),
  ];

  test('goes to those who have not ordered in this round, never to those who have', async () => {
    const app = appWith({ orders });
    expect(await send(app, 'orderReminder')).toMatchObject({
      sent: 2,
      skipped: [{ memberId: 'R001', code: 'ordered' }],
    });
    expect(reached(app)).toEqual(['r002@example.org', 'r003@example.org']);
  });

  test('spares those who proposed a topic of their own and ordered no other', async () => {
    const wish = { wish: '低空经济', date: toDay('2026-03-03') };
    const wishes = [
      { ...wish, id: 'W1', memberId: 'R001' },
      { ...wish, id: 'W2', memberId: 'R002', withdrawn: toDay('2026-03-04') },
      { ...wish, id: 'W3', memberId: 'R003', date: toDay('2026-03-01') },
    ];
    const app = appWith({ wishes });
    expect(await send(app, 'orderReminder')).toMatchObject({
      sent: 2,
      skipped: [{ memberId: 'R001', code: 'ordered' }],
    });
  });

  test('goes out also before the tab of wishes was made', async () => {
    const whole = aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      settings: ROUND,
      roster: PEOPLE,
      topics: [aTopic()],
    });
    const app = anApplication(
      Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'wishes')),
    );
    expect(await preview(app, 'orderReminder')).toMatchObject({ messages: 3 });
  });

  test('counts an invitation whose time cannot be read as one of another day', async () => {
    const app = appWith();
    await send(app, 'orderInvitation');
    const updatedAt = columnsOf('notices').indexOf('updatedAt');
    const { sheetId = 0 } = aWorkbook().notices ?? {};
    const rows = app.workbook.rowsOf('notices').map(() => ['?']);
    await app.workbook.edit([
      { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: updatedAt, rows },
    ]);
    expect(await preview(app, 'orderReminder')).toMatchObject({ messages: 3 });
  });

  test('spares those whose order a clerk typed without a day', async () => {
    const app = appWith({ orders: [anOrder({ memberId: 'R003', date: null })] });
    expect(
      (await preview(app, 'orderReminder')).recipients.map(({ memberId }) => memberId),
    ).toEqual(['R001', 'R002']);
  });

  test('waits a day after the invitation', async () => {
    const app = appWith();
    await send(app, 'orderInvitation');
    expect((await preview(app, 'orderReminder')).skipped.map(({ code }) => code)).toEqual([
      'justInvited',
      'justInvited',
      'justInvited',
    ]);
    app.setNow('2026-03-03T01:00:00Z');
    expect(await preview(app, 'orderReminder')).toMatchObject({ messages: 3 });
  });
});

describe('the schedule', () => {
  const settings = [...ROUND, { name: '自动发送', value: '是' }];
  const runDue = async (app: TestApplication, now: string): Promise<RunDueResponse['notices']> => {
    app.setNow(now);
    const answer = await app.call('runDue', {}, 'scheduler@example.org');
    return answer.notices;
  };

  test('invites on the opening day, and reminds three days before the closing day', async () => {
    const app = appWith({
      settings,
      orders: [anOrder({ memberId: 'R001', date: toDay('2026-03-03') })],
    });
    expect(await runDue(app, '2026-03-02T00:59:00Z')).toEqual([]);
    expect(await runDue(app, '2026-03-02T01:00:00Z')).toMatchObject([
      { kind: 'orderInvitation', occasionId: '2026-03-02', sent: 3, refused: null },
    ]);
    expect(await runDue(app, '2026-03-10T00:59:00Z')).toEqual([]);
    expect(await runDue(app, '2026-03-10T01:00:00Z')).toMatchObject([
      { kind: 'orderReminder', occasionId: '2026-03-02', sent: 2, refused: null },
    ]);
    expect(await runDue(app, '2026-03-11T01:00:00Z')).toEqual([]);
  });

  test('reminds nobody when the setting is 0, and sends nothing after the closing day', async () => {
    const quiet = appWith({ settings: [...settings, { name: '点单提醒提前天数', value: '0' }] });
    await runDue(quiet, '2026-03-02T01:00:00Z');
    expect(await runDue(quiet, '2026-03-13T01:00:00Z')).toEqual([]);
    expect(await runDue(appWith({ settings }), '2026-03-14T01:00:00Z')).toEqual([]);
  });

  test('invites on the next working day when the opening day is off', async () => {
    // Saturday 7 March; Monday 9 March is the first working day.
    const opensOff = [
      { name: '点单开始', value: '2026-03-07' },
      ...settings.filter(({ name }) => name !== '点单开始'),
    ];
    const app = appWith({ settings: opensOff });
    expect(await runDue(app, '2026-03-07T02:00:00Z')).toEqual([]);
    expect(await runDue(app, '2026-03-09T01:00:00Z')).toMatchObject([{ sent: 3 }]);
  });
});
