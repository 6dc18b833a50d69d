// The mail that tells a person how a request for leave was decided: by hand, by the schedule, and again when the decision changes.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import type { Mail } from '#functions/ports/mailer';
import { anApplication, type TestApplication } from '#test/support/application';
import { aLeave, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { DraftingMailer } from '#test/support/drafting-mailer';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { PENDING } from '#test/support/leave-app';
import { RecordingMailer } from '#test/support/recording-mailer';

interface Changed {
  readonly rows?: Parameters<typeof aWorkbook>[0];
  readonly mailer?: RecordingMailer;
}

/** Monday before the session of Friday 6 March; two people ask for leave, one does not. */
function application(
  settings: readonly (readonly [string, string])[] = [],
  { rows = {}, mailer = new RecordingMailer() }: Changed = {},
): TestApplication {
  const app = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      settings: settings.map(([name, value]) => ({ name, value })),
      schedule: [aSession({ speakerId: null })],
      roster: [
        aMember(),
        aMember({ id: 'R002', name: '沈国栋', personOrder: 20, email: 'r002@example.org' }),
        aMember({ id: 'R003', name: '李明', personOrder: 30, email: 'r003@example.org' }),
      ],
      leave: [aLeave({ ...PENDING }), aLeave({ id: 'L002', memberId: 'R002', ...PENDING })],
      ...rows,
    }),
    { mailer },
  );
  app.setNow('2026-03-02T01:00:00Z');
  return app;
}

const KIND = { kind: 'leaveDecision' } as const;
const decide = (on: TestApplication, leaveId: string, event: 'approve' | 'refuse' | 'cancel') =>
  on.call('leaveRegister', { action: 'decide', leaveId, event, approver: '区委书记' });
const preview = async (on: TestApplication) =>
  (await on.call('weeklyNotice', { action: 'preview', ...KIND })) as NoticePreview; // a preview was asked for
async function send(on: TestApplication): Promise<NoticeSent> {
  const { fingerprint, occasion } = await preview(on);
  const request = { action: 'send', ...KIND, occasionId: occasion.id, fingerprint } as const;
  return (await on.call('weeklyNotice', request)) as NoticeSent; // a send was asked for
}
const subjects = (on: TestApplication) =>
  on.mailer.mails.map(({ to, subject }) => `${to.name} ${subject}`);
const subjectsOf = ({ mails }: RecordingMailer) => mails.map(({ subject }) => subject);

describe('the notice of a decision on leave', () => {
  test('says to each the own decision, and to nobody else anything', async () => {
    const app = application();
    expect(await decide(app, 'L001', 'approve')).toMatchObject({ canInform: true });
    const first = await preview(app);
    expect(first.recipients.map(({ name }) => name)).toEqual(['周文远']);
    expect(first.skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['沈国栋', '没有已审批的请假'],
      ['李明', '没有已审批的请假'],
    ]);
    await decide(app, 'L002', 'refuse');
    expect(await send(app)).toMatchObject({ sent: 2 });
    expect(subjects(app)).toEqual([
      '周文远 【请假结果】同意：第1期：区域经济协调发展',
      '沈国栋 【请假结果】不同意：第1期：区域经济协调发展',
    ]);
    const [mail] = app.mailer.mails;
    expect(mail?.text).toContain('审批结果：同意\n请假类型：事假\n批准人：区委书记\n题目：');
    expect(mail?.event).toBeNull();
  });

  test('goes out once for a decision, and again when the decision is another', async () => {
    const app = application();
    await decide(app, 'L001', 'approve');
    await send(app);
    expect((await preview(app)).skipped[0]).toMatchObject({ name: '周文远', reason: '已发过' });
    // A clerk types another decision into the tab.
    const [row = []] = app.workbook.rowsOf('leave');
    const column = row.indexOf('同意');
    expect(column).toBeGreaterThan(0);
    const write = async (value: string) => {
      const { tables } = await app.workbook.read('workbook-of-the-tests-0001', ['leave']);
      const sheetId = tables.leave?.sheetId ?? 0;
      await app.workbook.edit([
        { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: column, rows: [[value]] },
      ]);
    };
    await write('不同意');
    expect(await send(app)).toMatchObject({ sent: 1 });
    await write('同意');
    expect(await send(app)).toMatchObject({ sent: 1 });
    expect(await preview(app)).toMatchObject({ messages: 0 });
    expect(subjects(app).map((words) => words.slice(0, 14))).toEqual([
      '周文远 【请假结果】同意：第',
      '周文远 【请假结果】不同意：',
      '周文远 【请假结果】同意：第',
    ]);
  });

  test('is not offered for a session that is over, nor after a cancelled leave', async () => {
    const app = application();
    expect(await decide(app, 'L001', 'cancel')).toMatchObject({ canInform: false });
    app.setNow('2026-03-07T01:00:00Z');
    expect(await decide(app, 'L002', 'refuse')).toMatchObject({ canInform: false });
  });

  test.each([
    ['0', []],
    ['14', ['周文远 【请假结果】同意：第1期：区域经济协调发展']],
  ])('is sent by the schedule with the setting %s, once', async (days, expected) => {
    const app = application([
      ['自动发送', '是'],
      ['上课通知提前天数', '0'],
      ['请假结果(课前天数)', days],
    ]);
    await decide(app, 'L001', 'approve');
    for (const time of ['09:01', '09:02']) {
      app.setNow(`2026-03-02T${time}:00+08:00`);
      await app.call('runDue', {});
    }
    expect(subjects(app).filter((words) => words.includes('请假结果'))).toEqual(expected);
  });

  test('of two requests for parts of the session tells both, with the minutes', async () => {
    const leave = [
      aLeave({ ...PENDING, minutes: 30 }),
      aLeave({ ...PENDING, id: 'L002', minutes: 60 }),
    ];
    const app = application([], { rows: { leave } });
    await decide(app, 'L001', 'approve');
    expect(await send(app)).toMatchObject({ sent: 1 });
    await decide(app, 'L002', 'refuse');
    expect(await send(app)).toMatchObject({ sent: 1 });
    expect(await preview(app)).toMatchObject({ messages: 0 });
    expect(subjects(app).map((words) => words.split('：')[0])).toEqual([
      '周文远 【请假结果】同意（30 分钟）',
      '周文远 【请假结果】同意（30 分钟）、不同意（60 分钟）',
    ]);
  });

  test.each(['send', 'continue', 'runDue'] as const)(
    'that a draft tells is not sent by %s once the decision is another',
    async (by) => {
      const mailer = new DraftingMailer();
      const rows = {
        notices: [
          {
            key: `${WORKBOOK_ID}|S01|leaveDecision.0|R001`,
            sessionId: 'S01',
            kind: 'leaveDecision',
            memberId: 'R001',
            recipient: 'r001@example.org',
            state: 'unknown',
            messageId: 'one@example.org',
            draftId: 'draft-1',
            told: 'approved',
            sequence: 0,
            attempts: 1,
            updatedAt: '2026-03-02T00:59:00.000Z',
          } as const,
        ],
      };
      const app = application([], { rows, mailer });
      await mailer.drafts.create({ subject: '同意' } as Mail);
      await decide(app, 'L001', 'refuse');
      if (by === 'runDue') {
        const { notices } = await app.call('runDue', {});
        expect(notices).toMatchObject([{ sent: 0, refused: expect.stringContaining('审批结果') }]);
      }
      if (by === 'continue') {
        const request = { action: 'continue', ...KIND, occasionId: 'S01', seconds: 70 } as const;
        await expect(app.call('weeklyNotice', request)).rejects.toMatchObject({
          refusal: 'sendStopped',
        });
      }
      expect(subjectsOf(mailer)).toEqual([]);
      await send(app);
      expect(subjectsOf(mailer)).toEqual(['【请假结果】不同意：第1期：区域经济协调发展']);
      const [row] = app.workbook.rowsOf('notices');
      expect(row).toEqual(expect.arrayContaining(['未发', '审批结果已改，草稿未发']));
    },
  );
});
