// Who was absent without leave, from the list to the mails.
import { describe, expect, test } from '@jest/globals';
import type { FollowUpPreview, FollowUpSent } from '#core/contract/absence-follow-up';
import { toDay } from '#core/calendar/day';
import { aLeave, aMark, aMember, aSession, aSpeaker, aStatus } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { runUseCase } from '#functions/app/runtime/use-case';
import { anApplication, type TestApplication, AUDIENCE } from '#test/support/application';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const STATUS = ['缺席', '缺席', '缺席', '出勤'];
const NAMES = ['周文远', '安宁', '白露', '韩雪'];
const id = (index: number): string => `R00${index + 1}`;

/** Two sessions held: the first three absent from the second, one of them on leave, one without an address. */
const tables = (rows: Rows = {}) =>
  aWorkbook({
    roles: [{ email: 'clerk@example.org', role: 'clerk' }],
    speakers: [aSpeaker()],
    schedule: [
      aSession({ state: 'held' }),
      aSession({ id: 'S02', number: 2, date: toDay('2026-03-13'), state: 'held' }),
      aSession({ id: 'S03', number: 3, date: toDay('2026-03-20') }),
    ],
    roster: NAMES.map((name, index) =>
      aMember({
        id: id(index),
        name,
        unit: index < 2 ? '区委' : '听松街道',
        personOrder: index,
        unitOrder: index < 2 ? 10 : 20,
        email: index === 2 ? null : `r${index}@example.org`,
      }),
    ),
    attendance: [
      aMark({ status: '缺席' }),
      ...STATUS.map((status, index) => aMark({ sessionId: 'S02', memberId: id(index), status })),
    ],
    leave: [aLeave({ sessionId: 'S02', memberId: 'R002', decision: 'approved' })],
    contacts: [
      { id: 'C1', name: '甲', unit: '区委', email: 'c1@example.org', receives: 'digest' },
      { id: 'C2', name: '乙', unit: '听松街道', email: 'c2@example.org', receives: 'digest' },
    ],
    ...rows,
  });

function anApp(rows: Rows = {}): TestApplication {
  const app = anApplication(tables(rows));
  app.setNow('2026-03-14T01:00:00Z');
  return app;
}
const preview = async (app: TestApplication): Promise<FollowUpPreview> =>
  (await app.call('absenceFollowUp', { action: 'preview' })) as FollowUpPreview; // a preview was asked for

async function send(app: TestApplication, kinds: readonly ('absence' | 'digest')[]) {
  const shown = await preview(app);
  const fingerprints = Object.fromEntries(kinds.map((kind) => [kind, shown[kind].fingerprint]));
  const request = { action: 'send', sessionId: shown.session.id, ...fingerprints } as const;
  return (await app.call('absenceFollowUp', request)) as FollowUpSent; // a send was asked for
}
const addresses = ({ mailer }: TestApplication): string[] =>
  mailer.mails.map(({ to }) => to.address);

describe('the preview', () => {
  test('lists those absent without leave from the last held session, in official order', async () => {
    const shown = await preview(anApp());
    expect(shown.session.id).toBe('S02');
    expect(shown.absent).toEqual([
      { memberId: 'R001', name: '周文远', unit: '区委', inARow: 2, noMail: null },
      { memberId: 'R003', name: '白露', unit: '听松街道', inARow: 1, noMail: '没有邮箱' },
    ]);
    expect([shown.absence.messages, shown.digest.messages, shown.notRecorded]).toEqual([1, 2, 0]);
  });

  test('leaves out whoever has leave for parts that together are the session', async () => {
    const part = { sessionId: 'S02', memberId: 'R001' };
    const parts = (minutes: number) => [
      aLeave({ ...part, minutes: 75 }),
      aLeave({ ...part, id: 'L002', minutes }),
    ];
    const absent = async (minutes: number) =>
      (await preview(anApp({ leave: parts(minutes) }))).absent.map(({ memberId }) => memberId);
    expect(await absent(75)).toEqual(['R002', 'R003']);
    expect(await absent(74)).toEqual(['R001', 'R002', 'R003']);
  });

  test('counts who has no mark, and follows up nobody for it', async () => {
    const shown = await preview(anApp({ attendance: [aMark({ sessionId: 'S02' })] }));
    // R002 is on leave, R003 and R004 have no mark.
    expect([shown.absent, shown.notRecorded, shown.absence.messages]).toEqual([[], 2, 0]);
  });

  test('names and mails nobody whose status does not say that it is absence without leave', async () => {
    const marks = ['年休假', '产假', '缺席', '缺席'];
    const app = anApp({
      statuses: [
        aStatus({ code: 'absent', label: '缺席', credit: 0 }),
        aStatus({ code: 'annual', label: '年休假', credit: 0 }),
        aStatus({ code: 'maternity', label: '产假', credit: 0, presence: 'excused' }),
      ],
      attendance: marks.map((status, index) =>
        aMark({ sessionId: 'S02', memberId: id(index), status }),
      ),
      leave: [],
    });
    expect((await preview(app)).absent.map(({ name }) => name)).toEqual(['白露', '韩雪']);
    await send(app, ['absence']);
    expect(addresses(app)).toEqual(['r3@example.org']);
  });

  test('takes the session that is asked for', async () => {
    const request = { action: 'preview', sessionId: 'S01' } as const;
    const shown = (await anApp().call('absenceFollowUp', request)) as FollowUpPreview;
    expect(shown.absent.map(({ name, inARow }) => [name, inARow])).toEqual([['周文远', 1]]);
  });

  test('offers the held sessions, the newest first', async () => {
    const { sessions } = await preview(anApp());
    expect(sessions).toEqual([
      { id: 'S02', date: '2026-03-13', title: '区域经济协调发展' },
      { id: 'S01', date: '2026-03-06', title: '区域经济协调发展' },
    ]);
  });

  test('names whose marks are unclear, and mails them nothing', async () => {
    const marks = ['事假', '年休假', '出勤', '出勤'];
    const shown = await preview(
      anApp({
        attendance: marks.map((status, index) =>
          aMark({ sessionId: 'S02', memberId: id(index), status }),
        ),
        leave: [aLeave({ sessionId: 'S02', memberId: 'R001', decision: 'refused' })],
      }),
    );
    expect([shown.unclear, shown.absent, shown.absence.messages]).toEqual([
      ['周文远', '安宁'],
      [],
      0,
    ]);
  });

  test('is refused while no session was held', async () => {
    const app = anApp({ schedule: [aSession()], attendance: [], leave: [] });
    await expect(preview(app)).rejects.toMatchObject({ refusal: 'noHeldSession' });
  });
});

describe('sending', () => {
  test('mails the absent and one digest to each unit’s contact, and nobody twice', async () => {
    const app = anApp();
    const sent = await send(app, ['absence', 'digest']);
    expect([sent.absence?.sent, sent.digest?.sent, sent.refused]).toEqual([1, 2, null]);
    expect(addresses(app)).toEqual(['r0@example.org', 'c1@example.org', 'c2@example.org']);
    expect(app.mailer.mails[0]?.subject).toContain('缺席提醒');
    expect(app.mailer.mails[1]?.text).toContain('请假名单：安宁\n缺席名单：周文远\n');
    await send(app, ['absence', 'digest']);
    expect(addresses(app)).toHaveLength(3);
    expect((await preview(app)).absent[0]?.noMail).toBe('已发过');
  });

  test('tells of nobody without a mail but those the mails are for', async () => {
    const sent = await send(anApp(), ['absence', 'digest']);
    // R002 is on leave and R004 came: nobody expects a mail to them.
    expect(sent.absence?.skipped.map(({ name, code }) => [name, code])).toEqual([
      ['白露', 'noAddress'],
    ]);
    expect(sent.digest?.skipped).toEqual([]);
  });

  test('sends only the kind that is asked for', async () => {
    const app = anApp();
    expect(await send(app, ['digest'])).toMatchObject({ absence: null, digest: { sent: 2 } });
    expect(addresses(app)).toEqual(['c1@example.org', 'c2@example.org']);
  });

  test('is refused when the workbook has changed since the preview', async () => {
    const request = { action: 'send', sessionId: 'S02', absence: '0'.repeat(64) } as const;
    const app = anApp();
    await expect(app.call('absenceFollowUp', request)).rejects.toMatchObject({
      refusal: 'previewOutdated',
    });
    expect(app.mailer.mails).toEqual([]);
  });

  test('tells what kept the digests back after the first mails have left', async () => {
    const app = anApp({ settings: [{ name: '每日邮件上限', value: '2' }] });
    const sent = await send(app, ['absence', 'digest']);
    expect(sent).toMatchObject({ absence: { sent: 1 }, digest: null });
    expect(sent.refused).toContain('再发 2 封会超过每日上限 2');
    expect(addresses(app)).toEqual(['r0@example.org']);
  });
});

test('what does not fit into the call is planned, and both kinds of mail follow by themselves', async () => {
  const app = anApplication(tables(), { sendSeconds: 0 });
  app.setNow('2026-03-14T01:00:00Z');
  expect(await send(app, ['absence', 'digest'])).toMatchObject({
    absence: { sent: 0, waiting: 1 },
    digest: { sent: 0, waiting: 2 },
    refused: null,
  });
  const { application } = app;
  const later = { ...application, sendSeconds: 400 };
  const request = { spreadsheetId: WORKBOOK_ID };
  const caller = { email: 'scheduler@example.org', audience: AUDIENCE };
  const { notices } = await runUseCase('runDue', { request, caller }, later);
  expect(notices).toMatchObject([
    { kind: 'digest', sent: 2, waiting: 0 },
    { kind: 'absence', sent: 1, waiting: 0 },
  ]);
  expect(app.mailer.mails.map(({ to }) => to.address).sort()).toEqual([
    'c1@example.org',
    'c2@example.org',
    'r0@example.org',
  ]);
});
