import { describe, expect, test } from '@jest/globals';
import type { RunDueResponse } from '#core/contract/run-due';
import { toClockTime, toDay } from '#core/calendar/day';
import { dueNotices } from '#core/notice/due-notices';
import { aHoliday, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { anApplication, type TestApplication } from '#test/support/application';

const settings = { noticeLeadDays: 4, noticeTime: toClockTime('09:00'), reminderLeadDays: 1 };
const due = (day: string, time: string, part: Parameters<typeof aSession>[0] = {}, off: string[] = []): string[] => {
  const now = { day: toDay(day), time: toClockTime(time) };
  const holidays = new Map(off.map((one) => [toDay(one), { kind: 'off' as const, name: null }]));
  return dueNotices([aSession(part)], now, { settings, holidays }).map(({ kind }) => kind);
}; // prettier-ignore

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

describe('runDue', () => {
  const tables = (automatic: '是' | '否', part: Parameters<typeof aSession>[0] = {}) =>
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      settings: [{ name: '自动发送', value: automatic }],
      speakers: [aSpeaker()],
      schedule: [aSession(part)],
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

  test('sends once when two schedulers run at the same time', async () => {
    const app = anApplication(tables('是'));
    await Promise.all([run(app), run(app)]);
    expect(app.mailer.mails).toHaveLength(2);
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
