import { describe, expect, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { comingWeeks } from '#core/dashboard/coming-weeks';
import { describeWeek } from '#core/dashboard/describe-week';
import { readBook } from '#core/model/book';
import { aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];
const weeksFrom = (today: string, rows: Rows = {}) =>
  comingWeeks(readBook(aWorkbook(rows), toDay(today)).book);

describe('the next eight weeks', () => {
  test.each([
    ['2026-09-21', 'a Monday'],
    ['2026-09-27', 'its Sunday'],
  ])('begin with the week of %s, %s', (today) => {
    const weeks = weeksFrom(today);
    expect([weeks.length, weeks[0]?.from, weeks[0]?.to, weeks[7]?.to]).toEqual([
      8,
      '2026-09-21',
      '2026-09-27',
      '2026-11-15',
    ]);
  });

  test('have their sessions by day and beginning, without cancelled ones', () => {
    const at = (id: string, day: string, start: string, part = {}) =>
      aSession({ id, date: toDay(day), start: toClockTime(start), title: id, ...part });
    const [week] = weeksFrom('2026-03-02', {
      schedule: [
        at('later', '2026-03-06', '14:30'),
        at('earlier', '2026-03-06', '09:00'),
        at('gone', '2026-03-05', '09:00', { state: 'cancelled' }),
        at('next week', '2026-03-09', '09:00'),
      ],
    });
    expect(week?.sessions.map(({ cells }) => cells.id)).toEqual(['earlier', 'later']);
  });

  test('name holidays as one stretch, and days that are worked instead', () => {
    const words = weeksFrom('2026-09-28').map((week) => describeWeek(week, 'zh-CN'));
    expect(words.slice(0, 2)).toEqual([
      '没有安排；10-01—10-04放假（国庆节）',
      '没有安排；10-05—10-07放假（国庆节）；10-10上班（国庆节）',
    ]);
  });

  test('follow the workbook’s own days', () => {
    const holidays = [{ date: toDay('2026-12-11'), kind: 'off' as const, name: '建区纪念日' }];
    const [week] = weeksFrom('2026-12-07', { holidays });
    expect(week && describeWeek(week, 'en')).toBe('Nothing planned; 12-11 off (建区纪念日)');
  });

  test('say when nobody has published the holidays yet', () => {
    const last = weeksFrom('2026-12-14').at(-1);
    expect(last && describeWeek(last, 'zh-CN')).toBe('没有安排；节假日安排尚未公布');
  });
});
