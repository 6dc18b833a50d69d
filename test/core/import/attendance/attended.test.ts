// Several rows of one person added up, and what the time makes of the mark.
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  attendedTime,
  completed,
  touches,
  type RowTimes,
} from '#core/import/attendance/attended-time';
import { evaluateAttended } from '#core/import/attendance/evaluate-attended';
import type { StatusWords } from '#core/model/attendance-rows';

/** 14:30 to 17:00. */
const SESSION = { start: 870, end: 1020 };

const row = (from: number | null, out: number | null, minutes: number | null = null): RowTimes => ({
  in: from,
  out,
  minutes,
});

describe('rows of one person', () => {
  test.each<[string, RowTimes[], [number | null, number | null, number | null]]>([
    ['one', [row(860, 1030)], [860, 1030, 150]],
    ['two that follow each other', [row(860, 900), row(910, 1030)], [860, 1030, 140]],
    ['two that overlap', [row(860, 960), row(900, 1030)], [860, 1030, 150]],
    ['one within the other', [row(870, 1020), row(900, 930)], [870, 1020, 150]],
    ['a duration shorter than the span', [row(870, 1020, 100)], [870, 1020, 100]],
    ['a duration longer than the span', [row(870, 900, 200)], [870, 900, 30]],
    ['durations alone', [row(null, null, 80), row(null, null, 40)], [null, null, 120]],
    ['durations alone, longer than the session', [row(null, null, 300)], [null, null, 150]],
    ['an arrival alone', [row(865, null), row(880, null)], [865, null, null]],
    ['a leaving alone', [row(null, 1000), row(null, 1010)], [null, 1010, null]],
    ['a return without a leaving', [row(860, 890), row(895, null)], [860, null, null]],
    ['a return in the minute of leaving', [row(860, 890), row(890, null)], [860, null, null]],
    ['a leaving before the arrival', [row(null, 880), row(890, 1020)], [null, 1020, null]],
    ['a leaving in the minute of arrival', [row(null, 890), row(890, 1020)], [null, 1020, null]],
    ['arrival and leaving in two rows', [row(null, 1020), row(860, null)], [860, 1020, null]],
    ['two rows in one minute', [row(900, null), row(null, 900)], [900, 900, null]],
    [
      'four rows of one time each',
      [row(860, null), row(null, 890), row(895, null), row(null, 1020)],
      [860, 1020, null],
    ],
    [
      'the last of four is missing',
      [row(860, null), row(null, 890), row(895, null)],
      [860, null, null],
    ],
  ])('%s', (_, rows, [from, out, minutes]) => {
    expect(attendedTime(rows, SESSION)).toEqual({ in: from, out, minutes });
  });

  it('have their other time from the duration', () => {
    expect(completed(row(870, null, 90))).toEqual(row(870, 960, 90));
    expect(completed(row(null, 960, 90))).toEqual(row(870, 960, 90));
  });

  it('belong to the session when they share time with it', () => {
    expect(touches(row(500, 869), SESSION)).toBe(false);
    expect(touches(row(500, 870), SESSION)).toBe(false);
    expect(touches(row(500, 871), SESSION)).toBe(true);
    expect(touches(row(1019, null), SESSION)).toBe(true);
    expect(touches(row(1020, null), SESSION)).toBe(false);
    expect(touches(row(null, null, 10), SESSION)).toBe(true);
  });

  it('give the same in any order, and no minute twice', () => {
    const minute = fc.integer({ min: 800, max: 1100 });
    const span = fc.tuple(minute, minute).map(([a, b]) => row(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (rows) => {
        const time = attendedTime(rows, SESSION);
        expect(attendedTime(rows.toReversed(), SESSION)).toEqual(time);
        expect(attendedTime([...rows, ...rows], SESSION)).toEqual(time);
        let minutes = 0;
        for (let at = SESSION.start; at < SESSION.end; at += 1)
          if (rows.some((one) => (one.in ?? 0) <= at && at < (one.out ?? 0))) minutes += 1;
        expect(time.minutes).toBe(minutes);
      }),
    );
  });
});

const STATUSES = { labelOf: (code: string) => code } as unknown as StatusWords;

function mark(
  times: RowTimes,
  { excused = null as number | null, isOver = true, stated = null as 'late' | null } = {},
): string {
  const time = attendedTime([times], SESSION);
  const found = evaluateAttended(
    time,
    { excused, stated },
    { session: SESSION, lateMinutes: 5, earlyMinutes: 10, isOver, statuses: STATUSES },
  );
  return found === null
    ? 'unclear'
    : [found.status, found.in ?? '-', found.out ?? '-', found.minutesMissed ?? '-'].join(' ');
}

describe('the mark', () => {
  test.each([
    ['in time', row(860, 1030), 'present 14:20 17:10 -'],
    ['at the limits', row(875, 1010), 'present 14:35 16:50 -'],
    ['a minute late', row(876, 1020), 'late 14:36 17:00 6'],
    ['a minute early', row(870, 1009), 'leftEarly 14:30 16:49 11'],
    ['late and early', row(890, 1000), 'late 14:50 16:40 40'],
    ['a short break', row(870, 1020, 140), 'present 14:30 17:00 -'],
    ['a long break', row(870, 1020, 139), 'present 14:30 17:00 11'],
    ['arrival alone', row(880, null), 'late 14:40 - 10'],
    ['a whole duration alone', row(null, null, 135), 'present - - -'],
    ['too short a duration alone', row(null, null, 134), 'unclear'],
    ['nothing but a word', row(null, null), 'present - - -'],
  ])('%s', (_, times, expected) => {
    expect(mark(times)).toBe(expected);
  });

  it('excuses the minutes of a leave for a part, which count as missed', () => {
    expect(mark(row(905, 1020), { excused: 30 })).toBe('present 15:05 17:00 30');
    expect(mark(row(906, 1020), { excused: 30 })).toBe('late 15:06 17:00 36');
    expect(mark(row(870, 980), { excused: 30 })).toBe('present 14:30 16:20 30');
    expect(mark(row(870, 979), { excused: 30 })).toBe('leftEarly 14:30 16:19 41');
  });

  it('takes the program’s word where there is no time', () => {
    expect(mark(row(null, null), { stated: 'late' })).toBe('late - - -');
    expect(mark(row(860, 1020), { stated: 'late' })).toBe('present 14:20 17:00 -');
  });

  it('says of nobody that they left before the session is over', () => {
    expect(mark(row(860, 900), { isOver: false })).toBe('present 14:20 - -');
  });
});
