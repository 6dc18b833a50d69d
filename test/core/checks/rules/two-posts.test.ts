// A person with two posts has two rows that are valid on one day. Due at a session for either unit, and counted once.
import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { headCounts } from '#core/attendance/head-counts';
import { dueProblem } from '#core/leave/due-problem';
import { leaveShares } from '#core/leave/leave-share';
import { readBook } from '#core/model/book';
import { findingsIn } from '#test/support/builders/places';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const roster = [
  aMember({ unit: '区财政局', personOrder: 10 }),
  aMember({ unit: '区发改局', personOrder: 20 }),
  aMember({ id: 'R002', name: '韩雪', unit: '区教育局', personOrder: 30 }),
];

const at = (audience: string) => {
  const schedule = [aSession({ audience, state: 'held' })];
  const leave = aLeave({ memberId: 'R001' });
  const tables = aWorkbook({
    roster,
    schedule,
    leave: [leave],
    attendance: [aMark({ memberId: 'R002' })],
  });
  const { book } = readBook(tables, toDay('2026-03-08'));
  return {
    due: headCounts(book).due('S01'),
    unbalanced: findingsIn(tables, 'V32', toDay('2026-03-08')).map(({ facts }) => facts['names']),
    leave: dueProblem(book, leave),
    share: leaveShares(book)('R001', 2026).due,
  };
};

describe('a person with two posts', () => {
  it.each(['区财政局', '区发改局', '区财政局、区发改局'])(
    'is due at a session for %s',
    (audience) => {
      expect(at(audience)).toEqual({ due: 1, unbalanced: ['周文远'], leave: null, share: 1 });
    },
  );

  it('is not due at a session for a third unit', () => {
    expect(at('区教育局')).toEqual({ due: 1, unbalanced: [], leave: 'notDue', share: 0 });
  });
});
