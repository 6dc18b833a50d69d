import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTimeOf, toClockTime, toDay } from '#core/calendar/day';
import { arrivalAt, openingOf } from '#core/sign-in/arrival';

const START = toClockTime('14:30');

describe('the time of arrival', () => {
  test.each([
    ['13:00', [5, null], 'present', null],
    ['14:30', [5, null], 'present', null],
    ['14:35', [5, null], 'present', null],
    ['14:36', [5, null], 'late', 6],
    ['14:30', [0, null], 'present', null],
    ['14:31', [0, null], 'late', 1],
    ['16:59', [5, null], 'late', 149],
    ['14:20', [5, 30], 'present', 30],
    ['14:44', [5, 30], 'present', 30],
    ['15:05', [5, 30], 'present', 30],
    ['15:06', [5, 30], 'late', 36],
    ['15:00', [0, 30], 'present', 30],
    ['15:01', [0, 30], 'late', 31],
  ] as const)(
    '%s, late after minutes and excused for minutes %p, is %s',
    (time, [lateMinutes, excused], ...expected) => {
      const { code, minutesMissed } = arrivalAt(toClockTime(time), START, { lateMinutes, excused });
      expect([code, minutesMissed]).toEqual(expected);
    },
  );

  it('never gets better by coming later', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 240 }), (one, other, lateMinutes) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(
          (at) => arrivalAt(clockTimeOf(at), START, { lateMinutes, excused: null }).code,
        );
        expect([early, late]).not.toEqual(['late', 'present']);
      }),
    );
  });
});

describe('checking in by code', () => {
  const session = { date: toDay('2026-03-06'), start: START, state: 'planned' } as const;
  const settings = { checkInOpens: 60, checkInCloses: 30, timeZone: 'Asia/Shanghai' };
  test.each([
    ['13:29:59', 'early'],
    ['13:30:00', 'open'],
    ['15:00:00', 'open'],
    ['15:00:01', 'closed'],
  ])('at %s is %s', (time, doors) => {
    const now = new Date(`2026-03-06T${time}+08:00`);
    expect(openingOf(session, settings, now).doors).toBe(doors);
  });

  test.each(['held', 'cancelled'] as const)('is closed once the session is %s', (state) => {
    const now = new Date('2026-03-06T14:00:00+08:00');
    expect(openingOf({ ...session, state }, settings, now).doors).toBe('closed');
  });
});
