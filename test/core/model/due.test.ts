import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import { inOfficialOrder, isDue, isOnRoster, isVacant } from '#core/model/due';
import { dueFinder } from '#core/model/due-finder';
import { aMember, aSession } from '#test/support/builders/rows';

describe('isOnRoster', () => {
  const member = aMember({ from: toDay('2026-03-06'), to: toDay('2026-06-30') });
  test.each([
    ['2026-03-05', false],
    ['2026-03-06', true],
    ['2026-03-07', true],
    ['2026-06-29', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('on %s: %s', (day, expected) => {
    expect(isOnRoster(member, toDay(day))).toBe(expected);
  });

  it('has no limit where a date is blank', () => {
    expect(isOnRoster(aMember(), toDay('1999-01-01'))).toBe(true);
    expect(isOnRoster(aMember({ to: toDay('2026-03-05') }), toDay('2026-03-06'))).toBe(false);
  });

  it('never holds for a vacant post', () => {
    expect(isVacant(aMember({ name: '空 缺' }))).toBe(true);
    expect(isOnRoster(aMember({ name: '空缺' }), toDay('2026-03-06'))).toBe(false);
  });
});

describe('isDue', () => {
  const head = aMember({ category: 'subdistrict', unit: '清河街道办事处' });
  test.each([
    [null, true],
    ['', true],
    [' 、 ', true],
    ['全体', true],
    ['四套班子、街道', true],
    ['街道；区直部门', true],
    ['Department, Sub-district', true],
    ['subdistrict', true],
    ['区直部门，清河街道 办事处', true],
    ['四套班子', false],
    ['清河街道', false],
    ['不存在的单位', false],
  ])('with the audience %j a sub-district head is due: %s', (audience, expected) => {
    expect(isDue(head, aSession({ audience }))).toBe(expected);
  });

  it('needs the person on the roster that day', () => {
    expect(isDue(aMember({ from: toDay('2026-03-07') }), aSession())).toBe(false);
  });

  it('is the rule by which the due finder chooses', () => {
    const members = [
      head,
      aMember({ id: 'R002' }),
      aMember({ id: 'R003', to: toDay('2026-01-01') }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(null, '街道', '四套班子', '区委、街道'), (audience) => {
        const session = aSession({ audience });
        const findDue = dueFinder(members, Int32Array.from(members.keys()));
        expect(findDue(session).map((index) => members[index])).toEqual(
          members.filter((member) => isDue(member, session)),
        );
      }),
    );
  });
});

describe('dueFinder', () => {
  const both = [
    aMember({ unit: '区财政局', personOrder: 10 }),
    aMember({ unit: '区发改局', personOrder: 20 }),
  ];
  const findDue = dueFinder(both, Int32Array.from([0, 0]));

  it.each([
    [null, [0]],
    ['区财政局', [0]],
    ['区发改局', [1]],
    ['区教育局', []],
  ])('counts a person with two posts once: %p', (audience, expected) => {
    expect(findDue(aSession({ audience }))).toEqual(expected);
  });
});

describe('inOfficialOrder', () => {
  it('goes by unit, then by person, and leaves equal rows in their order', () => {
    const rows = [
      aMember({ id: 'C', unitOrder: 20, personOrder: 10 }),
      aMember({ id: 'B', unitOrder: 10, personOrder: 20 }),
      aMember({ id: 'A', unitOrder: 10, personOrder: 10 }),
      aMember({ id: 'D', unitOrder: 20, personOrder: 10 }),
    ];
    expect(rows.toSorted(inOfficialOrder).map((row) => row.id)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('puts a missing order last', () => {
    const rows = [
      { id: 'B', unitOrder: null, personOrder: 10 },
      { id: 'A', unitOrder: 900, personOrder: undefined },
      { id: 'C' },
    ];
    expect(rows.toSorted(inOfficialOrder).map((row) => row.id)).toEqual(['A', 'B', 'C']);
  });
});
