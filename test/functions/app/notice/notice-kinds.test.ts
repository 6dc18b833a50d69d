// The kinds of notice, tests and limits, from request to mail.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import type { NoticeKind } from '#core/notice/notice';
import { aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withCellIn } from '#test/support/builders/tables';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;
const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const tables = (rows: Rows = {}) =>
  aWorkbook({
    roles: ROLES,
    speakers: [aSpeaker()],
    schedule: [aSession()],
    roster: [
      aMember(),
      aMember({ id: 'R002', name: '李明', personOrder: 20, email: 'r002@example.org' }),
    ],
    ...rows,
  });
const preview = async (app: TestApplication, kind: NoticeKind = 'weekly'): Promise<NoticePreview> =>
  (await app.call('weeklyNotice', { action: 'preview', kind })) as NoticePreview; // a preview was asked for
async function send(app: TestApplication, kind: NoticeKind = 'weekly'): Promise<NoticeSent> {
  const { fingerprint, occasion } = await preview(app, kind);
  const request = { action: 'send', kind, occasionId: occasion.id, fingerprint } as const;
  return (await app.call('weeklyNotice', request)) as NoticeSent; // a send was asked for
}
/** A clerk types into the schedule. */
async function edit(app: TestApplication, column: 'venue' | 'state', value: string): Promise<void> {
  const [cell] = (
    rowsIn(withCellIn(tables(), { tab: 'schedule', row: 2, column }, value).schedule)[1] ?? []
  ).flatMap((found, at) => (found === value ? [at] : []));
  const sheetId = tables().schedule?.sheetId ?? 0;
  const rows = [[value]];
  await app.workbook.edit([
    { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: cell ?? 0, rows },
  ]);
}
const eventLines = (app: TestApplication, index: number): string[] =>
  (app.mailer.mails[index]?.event?.content ?? '').split('\r\n');
const valueOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

describe('a session that moves and is then cancelled', () => {
  test('is told in three mails with one calendar id and rising sequence', async () => {
    const app = anApplication(tables());
    await send(app);
    expect(await preview(app, 'change')).toMatchObject({ messages: 0 });
    await edit(app, 'venue', '二楼会议室');
    expect(await send(app, 'change')).toMatchObject({ sent: 2 });
    expect(await preview(app, 'change')).toMatchObject({ messages: 0 });
    await edit(app, 'state', '取消');
    expect(await send(app, 'cancellation')).toMatchObject({ sent: 2 });
    const events = [0, 2, 4].map((index) => eventLines(app, index));
    expect(
      events.map((lines) => [
        valueOf(lines, 'METHOD'),
        valueOf(lines, 'SEQUENCE'),
        valueOf(lines, 'LOCATION'),
      ]),
    ).toEqual([
      ['REQUEST', '0', '区委礼堂'],
      ['REQUEST', '1', '二楼会议室'],
      ['CANCEL', '2', '二楼会议室'],
    ]);
    expect(new Set(events.map((lines) => valueOf(lines, 'UID'))).size).toBe(1);
    expect(app.mailer.mails[2]?.text).toContain('地点：区委礼堂 → 二楼会议室');
    expect(app.mailer.mails.map(({ messageId }) => messageId)).toHaveLength(6);
  });
});

describe('what prevents sending', () => {
  test('a cancellation of a session that is not cancelled', async () => {
    const app = anApplication(tables());
    const shown = (await app.call('weeklyNotice', {
      action: 'preview',
      kind: 'cancellation',
      occasionId: 'S01',
    })) as NoticePreview;
    expect(shown.findings).toMatchObject([{ rule: 'N05', tab: 'schedule', cell: 'N2' }]);
  });

  test('a cancellation while no session is cancelled: how to cancel one, not how to plan one', async () => {
    const app = anApplication(tables());
    const refused = preview(app, 'cancellation');
    await expect(refused).rejects.toMatchObject({ refusal: 'noCancelledSession' });
    await expect(refused).rejects.toThrow('No session is cancelled');
  });

  test.each([
    ['digest', '“联络人”中没有接收“单位摘要”的人。'],
    ['summary', '“联络人”中没有接收“领导简报”的人。'],
  ] as const)('a %s while the tab of contacts has nobody for it', async (kind, message) => {
    const other = kind === 'digest' ? 'summary' : 'digest';
    const contacts = [
      { id: 'C1', name: '甲', unit: '区委', email: 'c1@example.org', receives: other } as const,
    ];
    const held = {
      schedule: [aSession({ state: 'held' })],
      attendance: [aMark(), aMark({ memberId: 'R002' })],
    };
    for (const rows of [held, { ...held, contacts }]) {
      const app = anApplication(tables(rows));
      app.setNow('2026-03-09T01:00:00Z');
      const { findings, messages } = await preview(app, kind);
      expect([messages, findings.map((one) => [one.rule, one.tab, one.message])]).toEqual([
        0,
        [['N10', 'contacts', message]],
      ]);
    }
  });

  test('a field that is empty for somebody, named before anything is sent', async () => {
    const templates = [
      {
        kind: 'weekly' as const,
        language: 'zh-CN' as const,
        subject: '{{题目}}',
        body: '{{姓名}}{{职务}}：',
      },
    ];
    const roster = [
      aMember(),
      aMember({ id: 'R002', name: '李明', post: null, email: 'r002@example.org' }),
    ];
    const app = anApplication(tables({ templates, roster }));
    const { findings, fingerprint } = await preview(app);
    expect(findings).toMatchObject([{ rule: 'N03', tab: 'roster', cell: 'D3' }]);
    expect(findings[0]?.message).toBe('“职务”没有值，涉及 1 人：李明。');
    const request = { action: 'send', occasionId: 'S01', fingerprint } as const;
    await expect(app.call('weeklyNotice', request)).rejects.toMatchObject({
      refusal: 'entriesBlock',
    });
    expect(app.mailer.mails).toEqual([]);
  });

  test('a change since the preview, which is named', async () => {
    const app = anApplication(tables());
    const { fingerprint } = await preview(app);
    await edit(app, 'venue', '二楼会议室');
    const request = { action: 'send', occasionId: 'S01', fingerprint } as const;
    await expect(app.call('weeklyNotice', request)).rejects.toThrow(
      'Changed since the preview: 日程、邮件文字.',
    );
  });

  test('the daily limit, before the first mail', async () => {
    const settings = [{ name: '每日邮件上限', value: '1' }];
    const app = anApplication(tables({ settings }));
    await expect(send(app)).rejects.toMatchObject({ refusal: 'dailyLimit' });
    expect(app.mailer.mails).toEqual([]);
    expect(app.workbook.rowsOf('notices')).toEqual([]);
  });
});

test('a test mail goes to the caller only and is written nowhere', async () => {
  const app = anApplication(tables());
  const request = { action: 'test', occasionId: 'S01', memberId: 'R002' } as const;
  expect(await app.call('weeklyNotice', request)).toEqual({
    action: 'test',
    to: 'clerk@example.org',
  });
  expect(app.mailer.mails).toMatchObject([{ to: { address: 'clerk@example.org' }, event: null }]);
  expect(app.mailer.mails[0]?.subject).toMatch(/^【测试】/);
  expect(app.mailer.mails[0]?.text).toMatch(/^李明同志：/);
  expect(app.workbook.rowsOf('notices')).toEqual([]);
  // Its link answers for nobody.
  const tokens = [app.mailer.mails[0]?.text ?? '', app.mailer.mails[0]?.html ?? ''].map(
    (words) => /reply\?t=([\w.-]+)/.exec(words)?.[1] ?? '',
  );
  const now = new Date('2026-03-02T01:00:00Z');
  expect(tokens.map((token) => LINKS.verify('reply', token, now).memberId)).toEqual([null, null]);
});

test('a digest tells a unit’s contact who of the unit came', async () => {
  const app = anApplication(
    tables({
      schedule: [aSession({ state: 'held' })],
      attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
      contacts: [
        { id: 'C1', name: '甲', unit: '区委', email: 'c1@example.org', receives: 'digest' },
      ],
    }),
  );
  app.setNow('2026-03-09T01:00:00Z');
  expect(await send(app, 'digest')).toMatchObject({ sent: 1 });
  const { text, event } = app.mailer.mails[0] ?? {};
  expect(event).toBeNull();
  // one of two came
  expect(text).toContain(
    '应到：2\n实到：1\n请假：0\n缺席：1\n未登记：0\n到课率：50.0%\n缺席名单：李明\n',
  );
});

test('mails are spread over time as the setting says', async () => {
  const settings = [{ name: '每分钟邮件数', value: '10' }];
  const roster = Array.from({ length: 25 }, (_, at) =>
    aMember({ id: `R${at}`, name: `某${at}`, personOrder: at, email: `r${at}@example.org` }),
  );
  const app = anApplication(tables({ settings, roster }));
  await send(app);
  const column = (app.workbook.rowsOf('notices')[0] ?? []).findIndex((cell) =>
    String(cell).startsWith('2026-03-02 '),
  );
  const times = new Set(app.workbook.rowsOf('notices').map((row) => row[column]));
  // 10 at most in any minute, never 25 at once
  const minutes = [
    '2026-03-02 09:00:00 +08:00',
    '2026-03-02 09:01:00 +08:00',
    '2026-03-02 09:02:00 +08:00',
  ];
  expect([...times]).toEqual(minutes);
});
