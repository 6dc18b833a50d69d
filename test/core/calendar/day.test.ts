import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  clockTimeOf,
  daysBetween,
  dayToSerial,
  isClockTime,
  isDay,
  minutesOf,
  monthOf,
  serialToDay,
  toClockTime,
  toDay,
  weekdayOf,
  yearOf,
} from '#core/calendar/day';
import { parseHalfDay, parseWeekday, weekdayName } from '#core/calendar/weekday-text';
import { isTimeZone, toInstant, toLocalTime } from '#core/calendar/zone';

describe('a day', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-3-6', false],
    ['2026-03-06T00:00', false],
    ['', false],
  ])('%j: %s', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });

  test.each([
    [18_264, '1950-01-01'],
    [18_263, null],
    [46023, '2026-01-01'],
    [46087, '2026-03-06'],
    [46087.999, '2026-03-06'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [1, null],
    [Number.NaN, null],
  ])('has the serial number %d: %s', (serial, day) => {
    expect(serialToDay(serial)).toBe(day);
  });

  it('and its serial number lead to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_264, max: 2_958_465 }), (serial) => {
        const day = serialToDay(serial);
        expect(day && dayToSerial(day)).toBe(serial);
      }),
    );
  });

  it('is reckoned over months, years and leap days', () => {
    expect(addDays(toDay('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(toDay('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(toDay('2026-03-06'), toDay('2026-04-05'))).toBe(30);
    expect([monthOf(toDay('2026-03-06')), yearOf(toDay('2026-03-06'))]).toEqual(['2026-03', 2026]);
    expect(() => toDay('2026-02-30')).toThrow('not a day');
  });
});

describe('a weekday', () => {
  test.each([
    ['2026-03-02', 1, '周一'],
    ['2026-03-06', 5, '周五'],
    ['2026-03-07', 6, '周六'],
    ['2026-03-08', 7, '周日'],
  ])('of %s is %d, %s', (day, weekday, name) => {
    expect(weekdayOf(toDay(day))).toBe(weekday);
    expect(weekdayName(weekday)['zh-CN']).toBe(name);
  });

  test.each([
    ['周六', 6],
    ['週日', 7],
    ['星期天', 7],
    ['禮拜五下午', 5],
    ['三', 3],
    ['7', 7],
    ['sunday', 7],
    ['Wed.', 3],
    ['', null],
    ['明天', null],
    ['8', null],
  ])('written %j is %p', (words, weekday) => {
    expect(parseWeekday(words)).toBe(weekday);
  });

  test.each([
    ['周五下午', 'afternoon'],
    ['周六上午', 'morning'],
    ['Fri pm', 'afternoon'],
    ['Sat AM', 'morning'],
    ['周五', null],
    ['team', null],
  ])('%s names the half-day %p', (words, half) => {
    expect(parseHalfDay(words)).toBe(half);
  });
});

describe('a clock time', () => {
  it('counts the minutes of a day', () => {
    expect(minutesOf(toClockTime('14:30'))).toBe(870);
    expect(clockTimeOf(870)).toBe('14:30');
    expect([isClockTime('23:59'), isClockTime('24:00'), isClockTime('9:00')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => clockTimeOf(1440)).toThrow();
    expect(() => toClockTime('9:00')).toThrow('not a clock time');
  });
});

describe('a time zone', () => {
  it('turns an instant into the wall clock there, and back', () => {
    const instant = new Date('2026-03-06T16:30:00Z');
    expect(toLocalTime(instant, 'Asia/Shanghai')).toEqual({ day: '2026-03-07', time: '00:30' });
    expect(toLocalTime(instant, 'America/Los_Angeles')).toEqual({
      day: '2026-03-06',
      time: '08:30',
    });
    const local = { day: toDay('2026-03-07'), time: toClockTime('00:30') };
    expect(toInstant(local, 'Asia/Shanghai').toISOString()).toBe('2026-03-06T16:30:00.000Z');
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
