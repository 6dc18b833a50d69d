import { describe, expect, it, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { aStandard, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { placesIn } from '#test/support/builders/places';

type Part = Parameters<typeof aSession>[0];
const codes = (part: Part, only: string): string[] =>
  placesIn(aWorkbook({ schedule: [aSession({ speakerId: null, ...part })] }), only);

describe('start and end', () => {
  test.each([
    ['17:00', []],
    ['14:31', []],
    ['14:30', ['V07 schedule 2 end']],
    ['14:29', ['V07 schedule 2 end']],
  ])('from 14:30 to %s gives %j', (end, expected) => {
    expect(codes({ end: toClockTime(end), taughtHours: null }, 'V07')).toEqual(expected);
  });

  test.each([
    ['周五上午', '09:00', []],
    ['周五下午', '11:59', ['V07 schedule 2 weekday']],
    ['周五下午', '12:00', []],
    ['周五上午', '12:00', ['V07 schedule 2 weekday']],
    ['Fri morning', '14:30', ['V07 schedule 2 weekday']],
    ['周五', '09:00', []],
  ])('%s with a start at %s gives %j', (weekday, start, expected) => {
    expect(codes({ weekday, start: toClockTime(start) }, 'V07')).toEqual(expected);
  });
});

describe('taught hours', () => {
  const long = { start: toClockTime('13:00'), end: toClockTime('18:00') };

  test.each([
    [3.5, []],
    [4, []],
    [4.5, ['V10 schedule 2 taughtHours']],
  ])('%d in a half-day, where the standards tab allows 4, gives %j', (taughtHours, expected) => {
    expect(codes({ ...long, taughtHours }, 'V10')).toEqual(expected);
  });

  it('are checked against the standard valid on the session’s day', () => {
    const limit = aStandard({
      item: 'halfDayHours',
      scope: null,
      value: 4,
      to: toDay('2026-03-05'),
    });
    const next = aStandard({
      item: 'halfDayHours',
      scope: null,
      value: 3,
      from: toDay('2026-03-06'),
    });
    const schedule = [aSession({ speakerId: null, ...long, taughtHours: 4 })];
    expect(placesIn(aWorkbook({ schedule, standards: [limit, next] }), 'V10')).toEqual([
      'V10 schedule 2 taughtHours',
    ]);
    expect(placesIn(aWorkbook({ schedule, standards: [limit] }), 'V')).toEqual(
      ['V28 standards', 'V05 schedule 2 start'].toReversed(),
    );
  });

  test.each([
    ['16:44', ['V11 schedule 2 taughtHours']],
    ['16:45', []],
    ['16:46', []],
  ])('3 of 45 minutes from 14:30 to %s give %j', (end, expected) => {
    expect(codes({ end: toClockTime(end), taughtHours: 3 }, 'V11')).toEqual(expected); // 3 × 45 = 135 minutes
  });

  it('are reckoned with the minutes of the settings', () => {
    const schedule = [aSession({ speakerId: null, end: toClockTime('16:45'), taughtHours: 3 })];
    const settings = [{ name: '每学时分钟', value: '50' }];
    expect(placesIn(aWorkbook({ schedule, settings }), 'V11')).toEqual([
      'V11 schedule 2 taughtHours',
    ]);
  });
});
