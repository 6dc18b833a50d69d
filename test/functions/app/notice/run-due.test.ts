import { describe, expect, test } from '@jest/globals';
import type { RunDueResponse } from '#core/contract/run-due';
import { toClockTime, toDay } from '#core/calendar/day';
import { dueNotices } from '#core/notice/due-notices';
import { AppError } from '#functions/errors';
import { aHoliday, aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';
import { anApplication, type TestApplication } from '#test/support/application';

const SCHEDULER = 'scheduler@example.org';
const settings = {
  noticeLeadDays: 4,
  noticeTime: toClockTime('09:00'),
  reminderLeadDays: 1,
  invitationLeadDays: 0,
  speakerLeadDays: 0,
  absenceDays: 0,
  digestDays: 0,
  leaveDecisionDays: 0,
  summaryDays: 0,
  orderReminderDays: 3,
  evaluationDays: 0,
};
type Due = [
  day: string,
  time: string,
  part?: Parameters<typeof aSession>[0],
  off?: string[],
  said?: Partial<typeof settings>,
];
const due = (...[day, time, part = {}, off = [], said = {}]: Due): string[] => {
  const now = { day: toDay(day), time: toClockTime(time) };
  const holidays = new Map(off.map((one) => [toDay(one), { kind: 'off' as const, name: null }]));
  return dueNotices([aSession(part)], now, { settings: { ...settings, ...said }, holidays }).map(
    ({ kind }) => kind,
  );
};

describe('dueNotices', () => {
  // Friday 6 March, four days ahead: Monday 2 March
  test.each([
    ['2026-03-02', '08:59', []],
    ['2026-03-02', '09:00', ['weekly', 'change']],
    ['2026-03-04', '08:00', ['weekly', 'change']],
    ['2026-03-05', '09:00', ['weekly', 'change', 'reminder']],
    ['2026-03-06', '14:29', ['weekly', 'change', 'reminder']],
    ['2026-03-06', '14:30', []],
    ['2026-03-07', '09:00', []],
  ])('on %s at %s there is due: %j', (day, time, kinds) => {
    expect(due(day, time)).toEqual(kinds);
  });

  test('moves from a holiday and a weekend to the working day before', () => {
    // Monday 2 March is off here, and so is Sunday; Saturday 28 February 2026 is worked instead of a holiday
    expect(due('2026-02-28', '09:00', {}, ['2026-03-02'])).toEqual(['weekly', 'change']);
    expect(due('2026-02-28', '08:59', {}, ['2026-03-02'])).toEqual([]);
    // with that Saturday off as well: Friday 27 February
    expect(due('2026-02-27', '09:00', {}, ['2026-03-02', '2026-02-28'])).toEqual([
      'weekly',
      'change',
    ]);
  });

  test('tells of a cancellation at once, and of a held session nothing', () => {
    expect(due('2026-02-01', '00:00', { state: 'cancelled' })).toEqual(['cancellation']);
    expect(due('2026-03-05', '09:00', { state: 'held' })).toEqual([]);
  });
});

describe('dueNotices by the settings of the other kinds', () => {
  // three days after Friday 6 March: Monday 9 March; one day after: Saturday, so Monday too; 4 days: Tuesday
  test.each([
    ['2026-03-09', '08:59', { absenceDays: 3 }, []],
    ['2026-03-09', '09:00', { absenceDays: 3 }, ['absence']],
    ['2026-03-07', '23:59', { absenceDays: 1 }, []],
    [
      '2026-03-09',
      '09:00',
      { absenceDays: 1, digestDays: 3, summaryDays: 4 },
      ['absence', 'digest'],
    ],
    [
      '2026-03-10',
      '09:00',
      { absenceDays: 1, digestDays: 3, summaryDays: 4 },
      ['absence', 'digest', 'summary'],
    ],
    ['2026-03-16', '23:59', { absenceDays: 1 }, ['absence']],
    ['2026-03-17', '00:00', { absenceDays: 1 }, []],
    ['2026-03-10', '09:00', {}, []],
  ] as const)('on %s at %s a held session with %j calls for %j', (day, time, said, kinds) => {
    expect(due(day, time, { state: 'held' }, [], said)).toEqual(kinds);
  });

  // a week before Friday 6 March
  test.each([
    ['2026-02-27', '08:59', 7, []],
    ['2026-02-27', '09:00', 7, ['speaker']],
    ['2026-03-02', '09:00', 7, ['speaker', 'weekly', 'change']],
    ['2026-03-06', '14:30', 7, []],
    ['2026-02-27', '09:00', 0, []],
  ] as const)(
    'on %s at %s with a speaker lead of %s there is due %j',
    (...[day, time, speakerLeadDays, kinds]) => {
      expect(due(day, time, {}, [], { speakerLeadDays })).toEqual(kinds);
    },
  );

  test('a day off moves what follows a session to the next working day', () => {
    expect(
      due('2026-03-09', '09:00', { state: 'held' }, ['2026-03-09'], { digestDays: 1 }),
    ).toEqual([]);
    expect(
      due('2026-03-10', '09:00', { state: 'held' }, ['2026-03-09'], { digestDays: 1 }),
    ).toEqual(['digest']);
  });
});

describe('runDue after a session', () => {
  const roster = [aMember(), aMember({ id: 'R002', name: '李明', email: 'r002@example.org' })];
  const held = (attendance: Parameters<typeof aMark>[0][]) =>
    aWorkbook({
      settings: [
        { name: '自动发送', value: '是' },
        { name: '缺席提醒(课后天数)', value: '1' },
      ],
      speakers: [aSpeaker()],
      schedule: [aSession({ state: 'held' })],
      roster,
      attendance: attendance.map((mark) => aMark(mark)),
    });
  const run = async (app: TestApplication) => (await app.call('runDue', {}, SCHEDULER)).notices;

  test('follows absence up once everybody’s attendance is recorded, once', async () => {
    const app = anApplication(held([{}, { memberId: 'R002', status: '缺席' }]));
    app.setNow('2026-03-11T01:00:00Z'); // two days late
    expect(await run(app)).toMatchObject([{ kind: 'absence', sent: 1, refused: null }]);
    expect(await run(app)).toEqual([]);
    expect(app.mailer.mails.map(({ to }) => to.address)).toEqual(['r002@example.org']);
  });

  test('waits, and says so, while marks are missing', async () => {
    const app = anApplication(held([{ memberId: 'R002', status: '缺席' }]));
    app.setNow('2026-03-09T01:00:00Z');
    expect(await run(app)).toMatchObject([
      {
        kind: 'absence',
        sent: 0,
        refused:
          '本期还有 1 人没有考勤记录或记录待核实，未发送任何邮件。 请先登记考勤；待核实的见“校验结果”。',
      },
    ]);
    expect([app.mailer.mails, app.workbook.applied]).toEqual([[], []]);
  });
});

describe('a scheduler’s account', () => {
  test('may run what is due without a role, and nothing else', async () => {
    const app = anApplication(aWorkbook({ roster: [aMember()] }));
    expect(await app.call('runDue', {}, SCHEDULER)).toEqual({ automatic: false, notices: [] });
    await expect(app.call('checkEntries', {}, SCHEDULER)).rejects.toMatchObject({
      refusal: 'roleTooLow',
    });
    await expect(app.call('runDue', {}, 'nobody@example.org')).rejects.toMatchObject({
      refusal: 'roleTooLow',
    });
  });
});

describe('runDue', () => {
  const tables = (
    automatic: '是' | '否',
    part: Parameters<typeof aSession>[0] = {},
    more: ReturnType<typeof aSession>[] = [],
  ) =>
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      settings: [{ name: '自动发送', value: automatic }],
      speakers: [aSpeaker()],
      schedule: [aSession(part), ...more],
      roster: [aMember(), aMember({ id: 'R002', name: '李明', email: 'r002@example.org' })],
      holidays: [aHoliday({ date: toDay('2026-05-01') })],
    });
  const run = (app: TestApplication): Promise<RunDueResponse> => app.call('runDue', {});

  test('sends what is due once, however often and late it runs', async () => {
    const app = anApplication(tables('是'));
    app.setNow('2026-03-02T00:59:00Z'); // 08:59 in Shanghai
    expect(await run(app)).toEqual({ automatic: true, notices: [] });
    app.setNow('2026-03-04T09:00:00Z'); // two days late
    expect((await run(app)).notices).toMatchObject([{ kind: 'weekly', sent: 2, refused: null }]);
    expect((await run(app)).notices).toEqual([]);
    app.setNow('2026-03-05T01:00:00Z');
    expect((await run(app)).notices).toMatchObject([{ kind: 'reminder', sent: 2 }]);
    expect((await run(app)).notices).toEqual([]);
    expect(app.mailer.mails).toHaveLength(4);
  });

  test('says why a notice that is due does not go out: a typing error in its row', async () => {
    const app = anApplication(
      withCellIn(tables('是'), { tab: 'schedule', row: 2, column: 'taughtHours' }, '三'),
    );
    expect((await run(app)).notices).toMatchObject([
      { kind: 'weekly', sent: 0, refused: expect.stringContaining('错误') },
    ]);
    expect(app.mailer.mails).toEqual([]);
  });

  test('sends once when two schedulers run at the same time', async () => {
    const app = anApplication(tables('是'));
    const runs = await Promise.allSettled([run(app), run(app)]);
    expect(app.mailer.mails).toHaveLength(2);
    // The other one is left to its queue.
    expect(
      runs.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
    ).toEqual([expect.objectContaining({ refusal: 'leaseHeld' })]);
  });

  test('sends the other notices before it leaves one to the queue that is refused for the moment', async () => {
    const another = {
      id: 'S02',
      number: 2,
      start: toClockTime('09:00'),
      end: toClockTime('11:00'),
    };
    const app = anApplication(tables('是', {}, [aSession(another)]));
    app.workbook.beforeApply = () => {
      app.workbook.beforeApply = () => undefined;
      throw new AppError('leaseHeld');
    };
    await expect(run(app)).rejects.toMatchObject({ refusal: 'leaseHeld' });
    expect(app.mailer.mails).toHaveLength(2);
    expect((await run(app)).notices).toMatchObject([{ occasionId: 'S01', sent: 2 }]);
    expect(app.mailer.mails).toHaveLength(4);
  });

  test('sends nothing unless the settings say so', async () => {
    const app = anApplication(tables('否'));
    expect(await run(app)).toEqual({ automatic: false, notices: [] });
    expect([app.mailer.mails, app.workbook.applied]).toEqual([[], []]);
  });

  test('says why a notice was not sent', async () => {
    const app = anApplication(tables('是', { end: toClockTime('14:00') })); // ends before it begins
    const { notices } = await run(app);
    expect(notices).toMatchObject([{ kind: 'weekly', sent: 0 }]);
    expect(notices[0]?.refused).toContain('处错误，未发送任何邮件');
  });
});
