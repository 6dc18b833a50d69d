import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, toDay } from '#core/calendar/day';
import { PERIOD_LENGTHS, calendarPeriod, nextPeriod } from '#core/calendar/calendar-period';
import { periodWords, spanWords } from '#core/bulletin/period-words';

describe('the period of a bulletin', () => {
  test.each([
    ['month', '2026-11-30', 11, '2026-11-01', '2026-11-30'],
    ['month', '2028-02-01', 2, '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', 12, '2026-12-01', '2026-12-31'],
    ['quarter', '2026-01-01', 1, '2026-01-01', '2026-03-31'],
    ['quarter', '2026-06-30', 2, '2026-04-01', '2026-06-30'],
    ['quarter', '2026-07-01', 3, '2026-07-01', '2026-09-30'],
    ['quarter', '2026-12-05', 4, '2026-10-01', '2026-12-31'],
    ['year', '2026-07-01', 1, '2026-01-01', '2026-12-31'],
  ] as const)('the %s of %s is number %i, %s to %s', (length, day, ...expected) => {
    const year = Number(day.slice(0, 4));
    const [ordinal, from, to] = expected;
    expect(calendarPeriod(length, toDay(day))).toEqual({ length, year, ordinal, from, to });
  });

  test.each([
    ['month', '2026-12-05', '2027-01-01', '2027-01-31'],
    ['quarter', '2026-12-05', '2027-01-01', '2027-03-31'],
    ['quarter', '2026-03-05', '2026-04-01', '2026-06-30'],
    ['year', '2026-12-05', '2027-01-01', '2027-12-31'],
  ] as const)('after the %s of %s comes %s to %s', (length, day, from, to) => {
    expect(nextPeriod(calendarPeriod(length, toDay(day)))).toMatchObject({ length, from, to });
  });

  test('periods follow each other without a gap, and each day lies in its own', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((count) => addDays(toDay('1990-01-01'), count));
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_LENGTHS), days, (length, day) => {
        const period = calendarPeriod(length, day);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(nextPeriod(period).from).toBe(addDays(period.to, 1));
      }),
    );
  });

  test.each([
    ['month', '2026年11月', '2026年11月', 'November 2026'],
    ['quarter', '2026年第四季度', '2026年第四季度', 'quarter 4 of 2026'],
    ['year', '2026年度', '2026年度', '2026'],
  ] as const)('a %s is written %s, %s, %s', (length, ...words) => {
    const period = calendarPeriod(length, toDay('2026-11-15'));
    const languages = ['zh-CN', 'zh-TW', 'en'] as const;
    expect(languages.map((language) => periodWords(period, language))).toEqual(words);
  });

  test('its days are written as official papers write them', () => {
    const period = calendarPeriod('quarter', toDay('2026-03-06'));
    expect(spanWords(period, 'zh-CN')).toBe('（2026年1月1日至2026年3月31日）');
    expect(spanWords(period, 'en')).toBe('1 January 2026 to 31 March 2026');
  });
});
