import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const people = [
  aMember(),
  aMember({
    id: 'R002',
    name: '沈国栋',
    unit: '区教育局',
    category: 'department',
    personOrder: 20,
  }),
];
const workbook = (audience: string | null, roster = people) =>
  aWorkbook({
    roster,
    schedule: [aSession({ speakerId: null, audience })],
    attendance: [aMark(), aMark({ memberId: 'R002' })],
  });
const NOT_INVITED = 'V34 attendance 3 memberId';

describe('a mark of somebody at a session', () => {
  test.each([
    [null, []],
    ['全体', []],
    ['四套班子、区直部门', []],
    ['区委、区教育局', []],
    ['四套班子', [NOT_INVITED]],
    ['区委', [NOT_INVITED]],
  ])('for %p gives %j', (audience, expected) => {
    expect(placesIn(workbook(audience), 'V34')).toEqual(expected);
  });

  it('names the person, the unit, the day and whom the session was for', () => {
    const [found] = findingsIn(workbook('四套班子'), 'V34');
    expect(found).toMatchObject({
      rule: { severity: 'warning' },
      value: 'R002',
      facts: { name: '沈国栋', unit: '区教育局', date: '2026-03-06', audience: '四套班子' },
    });
  });

  it('goes by the unit of the day for a person who moved', () => {
    const moved = (day: string) => [
      aMember(),
      aMember({
        id: 'R002',
        name: '沈国栋',
        unit: '区教育局',
        category: 'department',
        to: toDay(day),
      }),
      aMember({ id: 'R002', name: '沈国栋', from: toDay('2026-03-07') }),
    ];
    expect(placesIn(workbook('四套班子', moved('2026-03-06')), 'V34')).toEqual([NOT_INVITED]);
    expect(placesIn(workbook('区直部门', moved('2026-03-06')), 'V34')).toEqual([
      'V34 attendance 2 memberId',
    ]);
  });

  it('is one finding when the person was not on the roster at all', () => {
    const gone = people.map((one) =>
      one.id === 'R002' ? { ...one, to: toDay('2026-03-05') } : one,
    );
    const found = findingsIn(workbook('四套班子', gone), 'V34');
    expect(found.map(({ rule }) => rule.severity)).toEqual(['error']);
  });

  it.each([
    ['schedule', 2, 'audience', '#REF!'],
    ['schedule', 2, 'date', '?'],
    ['roster', 3, 'category', '?'],
    ['roster', 3, 'unit', '#N/A'],
    ['roster', 3, 'to', '?'],
  ] as const)('is not checked while %s %i %s cannot be read', (tab, row, column, cell) => {
    const wrong = withCellIn(workbook('四套班子'), { tab, row, column }, cell);
    expect(placesIn(wrong, 'V34')).toEqual([]);
  });
});
