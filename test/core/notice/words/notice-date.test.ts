import { describe, expect, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { formatNoticeDate, formatNoticeSpan } from '#core/notice/words/notice-date';

const friday = toDay('2026-03-06');

describe('formatNoticeDate', () => {
  test.each([
    ['00:00', '2026年3月6日（星期五）上午0:00'],
    ['09:05', '2026年3月6日（星期五）上午9:05'],
    ['11:59', '2026年3月6日（星期五）上午11:59'],
    ['12:00', '2026年3月6日（星期五）中午12:00'],
    ['13:00', '2026年3月6日（星期五）下午1:00'],
    ['15:00', '2026年3月6日（星期五）下午3:00'],
    ['17:59', '2026年3月6日（星期五）下午5:59'],
    ['18:00', '2026年3月6日（星期五）晚上6:00'],
  ])('writes %s in Chinese without leading zeros', (time, expected) => {
    expect(formatNoticeDate(friday, toClockTime(time), 'zh-CN')).toBe(expected);
  });

  test('names Sunday by its own character', () => {
    expect(formatNoticeDate(toDay('2026-03-08'), toClockTime('09:00'), 'zh-TW')).toBe(
      '2026年3月8日（星期日）上午9:00',
    );
  });

  test('writes English with weekday, day, month and year', () => {
    expect(formatNoticeDate(friday, toClockTime('15:00'), 'en')).toBe(
      'Friday, 6 March 2026, 15:00',
    );
  });
});

describe('formatNoticeSpan', () => {
  test.each([
    ['14:30', '17:00', '2026年3月6日（星期五）下午2:30—5:00'],
    ['09:00', '12:30', '2026年3月6日（星期五）上午9:00—中午12:30'],
  ])('names the part of the day once for %s to %s when it is the same', (start, end, expected) => {
    expect(
      formatNoticeSpan(friday, { start: toClockTime(start), end: toClockTime(end) }, 'zh-CN'),
    ).toBe(expected);
  });

  test('joins clock times in English', () => {
    expect(
      formatNoticeSpan(friday, { start: toClockTime('14:30'), end: toClockTime('17:00') }, 'en'),
    ).toBe('Friday, 6 March 2026, 14:30–17:00');
  });
});
