// Moments and durations as meeting and sign-in programs write them.
import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { durationUnit, readDuration } from '#core/import/attendance/read-duration';
import { readMoment } from '#core/import/attendance/read-moment';
import type { Cell } from '#core/workbook/table';

const CONTEXT = {
  expected: toDay('2026-03-06'),
  year: 2026,
  dayOrder: 'monthFirst',
  timeZone: 'Asia/Shanghai',
} as const;

const moment = (cell: Cell): string => {
  const read = readMoment(cell, CONTEXT);
  return read === undefined ? '?' : `${read.day ?? '—'} ${read.minutes}`;
};

describe('a moment', () => {
  test.each<[Cell, string]>([
    ['2026-03-06 14:25:31', '2026-03-06 865'],
    ['2026/3/6 14:25', '2026-03-06 865'],
    ['2026.03.06 14:25', '2026-03-06 865'],
    ['2026年3月6日 14时25分', '2026-03-06 865'],
    ['2026年3月6日14:25', '2026-03-06 865'],
    ['2026-03-06T14:25:31', '2026-03-06 865'],
    ['2026-03-06T06:25:31Z', '2026-03-06 865'],
    ['2026-03-06T14:25:31.000+08:00', '2026-03-06 865'],
    ['2026-03-06 下午2:25:31', '2026-03-06 865'],
    ['2026/3/6 下午 02:25:31', '2026-03-06 865'],
    ['03/06/2026 02:25:31 PM', '2026-03-06 865'],
    ['06/03/2026 14:25', '2026-03-06 865'],
    ['Mar 6, 2026 02:25 PM', '2026-03-06 865'],
    ['March 6, 2026 14:25:31', '2026-03-06 865'],
    ['03-06 14:25', '2026-03-06 865'],
    ['2026-03-13 14:25', '2026-03-13 865'],
    ['12:05 AM', '— 5'],
    ['12:05 PM', '— 725'],
    ['１４：２５', '— 865'],
    ['上午9:05', '— 545'],
    // 46087 is 6 March 2026.
    [46087 + 865.5 / 1440, '2026-03-06 865'],
    [865 / 1440, '— 865'],
    ['昨天', '?'],
    ['25:10', '?'],
    ['14:75', '?'],
    [865, '?'],
    [true, '?'],
  ])('%s', (cell, expected) => {
    expect(moment(cell)).toBe(expected);
  });
});

describe('a duration', () => {
  test.each<[Cell, number | undefined]>([
    ['1小时20分', 80],
    ['1小时20分30秒', 80],
    ['1 小时 20 分钟', 80],
    ['80分钟', 80],
    ['2小时', 120],
    ['1.5小时', 90],
    ['45秒', 0],
    ['2:05:12', 125],
    ['02:05', 125],
    ['95:30', 95],
    ['1 h 20 min', 80],
    ['1hr 20mins', 80],
    ['125', 125],
    [125, 125],
    [125 / 1440, 125],
    [0, 0],
    ['很久', undefined],
    ['-5', undefined],
    [-5, undefined],
  ])('%s without a unit in the heading', (cell, expected) => {
    expect(readDuration(cell, null)).toBe(expected);
  });

  it('counts a bare number in the unit of the heading', () => {
    expect(durationUnit('参会时长(分钟)')).toBe(60);
    expect(durationUnit('Duration (Minutes)')).toBe(60);
    expect(durationUnit('在线时长（小时）')).toBe(3600);
    expect(durationUnit('时长（秒）')).toBe(1);
    expect(durationUnit('累计参会时长')).toBeNull();
    expect(readDuration(2.5, 3600)).toBe(150);
    expect(readDuration('7500', 1)).toBe(125);
    expect(readDuration(0.5, 60)).toBe(0);
    expect(readDuration('05:30', 60)).toBe(5);
  });
});
