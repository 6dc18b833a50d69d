import { describe, expect, it, test } from '@jest/globals';
import type { AttendanceRow } from '#core/model/attendance-rows';
import { parseMemory, renderMemory, type MinutesMemory } from '#core/model/mark-memory';
import { planMinutes, type MinutesOfLeave } from '#core/leave/minutes-plan';

const OURS: MinutesMemory = { before: 0, written: 40 };
const CLERKS: MinutesMemory = { before: 12, written: 12 };
const of = (part: Partial<MinutesOfLeave>): MinutesOfLeave => ({
  total: 0,
  approved: 0,
  ended: 0,
  memory: null,
  ...part,
});
const row = (minutesMissed: number | null): AttendanceRow => ({
  row: 2,
  status: '出勤',
  in: null,
  out: null,
  remark: null,
  hasMore: false,
  minutesMissed,
});
/** `before → after` of the change, or its kind; and what is remembered. */
const told = (leave: Partial<MinutesOfLeave>, stands: number | null) => {
  const { mark, memory } = planMinutes(of(leave), [row(stands)]);
  const change = mark.kind === 'change' ? `${mark.before} → ${mark.after}` : mark.kind;
  return [change, renderMemory({ status: null, minutes: memory })];
};

describe('leave for a part of the session', () => {
  test.each<[string, Partial<MinutesOfLeave>, number | null, [string, string | null]]>([
    ['enters the minutes', { total: 40, approved: 40 }, null, [' → 40′', '0′→40′']],
    ['leaves the minutes a clerk entered', { total: 40, approved: 40 }, 12, ['none', '12′']],
    ['leaves them though they are equal', { total: 12, approved: 12 }, 12, ['none', '12′']],
    ['leaves them when decisions were typed', { total: 40 }, 12, ['none', null]],
    ['says nothing twice', { total: 40, memory: OURS }, 40, ['none', '0′→40′']],
    ['follows a correction', { total: 30, memory: OURS }, 40, ['40′ → 30′', '0′→30′']],
    ['leaves what a clerk changed since', { total: 30, memory: OURS }, 55, ['none', '0′→40′']],
    [
      'adds up with other leave',
      { total: 70, approved: 30, memory: OURS },
      40,
      ['40′ → 70′', '0′→70′'],
    ],
    [
      'adds up with what the sign-in sheet entered',
      { total: 70, approved: 30 },
      40,
      ['40′ → 70′', '0′→70′'],
    ],
    [
      'leaves what other leave leaves',
      { total: 30, ended: 40, memory: { before: 0, written: 70 } },
      70,
      ['70′ → 30′', '0′→30′'],
    ],
  ])('%s', (_, leave, stands, expected) => {
    expect(told(leave, stands)).toEqual(expected);
  });

  test.each<[string, Partial<MinutesOfLeave>, number | null, string]>([
    ['a blank cell', { ended: 40, memory: OURS }, 40, '40′ → '],
    ['a blank cell, where the sign-in sheet entered them', { ended: 40 }, 40, '40′ → '],
    ['nothing when a clerk had entered the same', { ended: 12, memory: CLERKS }, 12, 'none'],
    ['nothing when a clerk changed them since', { ended: 40, memory: OURS }, 55, 'none'],
    ['nothing when they never were the leave’s', { ended: 40 }, 12, 'none'],
    ['nothing when none are there', { ended: 40, memory: OURS }, null, 'none'],
  ])('that no longer counts gives back %s', (_, leave, stands, change) => {
    expect(told(leave, stands)).toEqual([change, null]);
  });
});

describe('what is remembered of a mark', () => {
  it.each(['缺席', '未登记', 'Not recorded', '12′', '0′→40′', '缺席 0′→40′', 'On leave 5′'])(
    'is read from %s as it was written',
    (cell) => {
      expect(renderMemory(parseMemory(cell))).toBe(cell);
    },
  );

  it('is nothing in a blank cell', () => {
    expect([renderMemory(parseMemory('')), renderMemory(parseMemory(null))]).toEqual([null, null]);
  });
});
