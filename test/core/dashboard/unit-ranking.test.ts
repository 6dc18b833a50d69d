import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countAttendance } from '#core/attendance/count-attendance';
import { rankUnits } from '#core/dashboard/unit-ranking';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

/** Each unit with so many people, of whom so many came to the one session. */
function attendanceOf(units: Readonly<Record<string, readonly [people: number, came: number]>>) {
  const people = Object.entries(units).flatMap(([unit, [count, came]], order) =>
    Array.from({ length: count }, (_, index) => ({
      member: aMember({ id: `${unit}${index}`, unit, unitOrder: order, personOrder: index }),
      came: index < came,
    })),
  );
  const year = { from: toDay('2026-01-01'), to: toDay('2026-12-31') };
  return countAttendance(
    aWorkbook({
      schedule: [aSession({ state: 'held' })],
      roster: people.map(({ member }) => member),
      attendance: people.map(({ member, came }) =>
        aMark({ memberId: member.id, status: came ? '出勤' : '缺席' }),
      ),
    }),
    { period: year, programme: year },
  );
}

const ranked = (
  units: Parameters<typeof attendanceOf>[0],
  settings: { readonly most: number; readonly least: number },
) => {
  const { units: shown, notShown } = rankUnits(attendanceOf(units), settings);
  return { shown: shown.map(({ rank, unit, people }) => `${rank} ${unit} ${people}`), notShown };
};

const FIVE = { 甲: [4, 4], 乙: [4, 2], 丙: [3, 3], 丁: [4, 3], 戊: [4, 1] } as const;

describe('a unit that is too small', () => {
  const shown = (units: Parameters<typeof attendanceOf>[0]) => {
    const settings = { most: 5, least: 3 };
    const { units: listed, withheld } = rankUnits(attendanceOf(units), settings);
    return [listed.map(({ unit }) => unit), withheld];
  };

  test.each([
    // With all others listed, the total less the others would be the small unit's own.
    ['one of one person', { 甲: [4, 4], 乙: [5, 2], 丁: [1, 0] }, ['乙'], 1],
    ['two that are one person each', { 甲: [4, 4], 乙: [5, 2], 丁: [1, 0], 戊: [1, 1] }, ['乙'], 1],
    [
      'enough people in small units',
      { 甲: [4, 4], 乙: [5, 2], 丁: [1, 0], 戊: [2, 1] },

      ['甲', '乙'],
      0,
    ],
    ['no small unit', { 甲: [4, 4], 乙: [5, 2] }, ['甲', '乙'], 0],
    ['the only other one', { 甲: [4, 4], 丁: [1, 0] }, [], 1],
    ['two of equal size: the lower is left out', { 甲: [4, 4], 乙: [4, 2], 丁: [1, 0] }, ['甲'], 1],
  ] as const)('cannot be worked out from the total: %s', (_, units, names, withheld) => {
    expect(shown(units)).toEqual([names, withheld]);
  });

  test('of any units: those not listed are nobody or enough people, and nothing is left out in vain', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (count, least, most) => {
          const units = Object.fromEntries(
            count.map((people, at) => [`单位${at}`, [people, at % (people + 1)]] as const),
          );
          const { units: listed, withheld } = rankUnits(attendanceOf(units), { most, least });
          const all = count.reduce((sum, people) => sum + people, 0);
          const others = all - listed.reduce((sum, { people }) => sum + people, 0);
          expect(others === 0 || others >= least || listed.length === 0).toBe(true);
          if (count.every((people) => people >= least)) expect(withheld).toBe(0);
        },
      ),
    );
  });
});

describe('the units with the highest and the lowest rate', () => {
  test('are the first and the last few; units with the same rate share a rank', () => {
    expect(ranked(FIVE, { most: 2, least: 1 })).toEqual({
      shown: ['1 甲 4', '1 丙 3', '4 乙 4', '5 戊 4'],
      notShown: 1,
    });
  });

  test('are all units when there are no more', () => {
    const all = ['1 甲 4', '1 丙 3', '3 丁 4', '4 乙 4', '5 戊 4'];
    expect(ranked(FIVE, { most: 3, least: 1 })).toEqual({ shown: all, notShown: 0 });
  });

  test.each([
    [3, ['1 甲 4', '1 丙 3']],
    [4, ['1 甲 4', '2 丁 4']],
  ])('leave out units of fewer than %i people', (least, first) => {
    expect(ranked(FIVE, { most: 5, least }).shown.slice(0, 2)).toEqual(first);
  });

  test('are none when the setting is 0', () => {
    expect(ranked(FIVE, { most: 0, least: 1 })).toEqual({ shown: [], notShown: 0 });
  });

  test('are compared as exact fractions: 2/3 is above 666/1000', () => {
    const units = { 百: [1000, 666], 三: [3, 2] } as const;
    expect(ranked(units, { most: 2, least: 1 }).shown).toEqual(['1 三 3', '2 百 1000']);
  });
});
