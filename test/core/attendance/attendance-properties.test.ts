// Rules that hold for every workbook, tried on random small ones.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Attendance } from '#core/attendance/count-attendance';
import { meetsTarget } from '#core/attendance/rate';
import { ratesOf, type Tally } from '#core/attendance/tally';
import { drawnTables, drawnWorkbook } from '#test/support/builders/drawn-workbook';
import { rowsIn, withRows } from '#test/support/builders/tables';
import { count } from './counting';

const everyTally = (attendance: Attendance): Tally[] => [
  attendance.overall,
  ...[...attendance.people, ...attendance.units, ...attendance.categories].map(
    ({ tally }) => tally,
  ),
  ...[...attendance.sessions, ...attendance.months].map(({ tally }) => tally),
];

/** Numerators and denominators of both rates, and what is in neither. */
const numbers = (tally: Tally, { statuses }: Attendance): number[] => {
  const { a, b } = ratesOf(tally, statuses);
  return [a.numerator, a.denominator, b.numerator, b.denominator, tally.notRecorded, tally.unclear];
};

describe('attendance of any workbook', () => {
  test('every rate is between 0 and 1, in whole hundredths', () => {
    fc.assert(
      fc.property(drawnWorkbook, (drawn) => {
        const attendance = count(drawnTables(drawn));
        for (const tally of everyTally(attendance)) {
          const { a, b } = ratesOf(tally, attendance.statuses);
          for (const rate of [a, b]) {
            expect(Number.isInteger(rate.numerator)).toBe(true);
            expect(rate.numerator).toBeGreaterThanOrEqual(0);
            expect(rate.numerator).toBeLessThanOrEqual(rate.denominator);
          }
        }
      }),
    );
  });

  test('people, units, categories, sessions and months each add up to the whole', () => {
    fc.assert(
      fc.property(drawnWorkbook, (drawn) => {
        const attendance = count(drawnTables(drawn));
        const whole = numbers(attendance.overall, attendance);
        const { people, units, categories, sessions, months } = attendance;
        for (const lines of [people, units, categories, sessions, months]) {
          const sum = [0, 0, 0, 0, 0, 0];
          for (const { tally } of lines)
            numbers(tally, attendance).forEach(
              (part, index) => (sum[index] = (sum[index] ?? 0) + part),
            );
          expect(sum).toEqual(whole);
        }
      }),
    );
  });

  test('two groups without a common person merge by adding numerators and denominators', () => {
    fc.assert(
      fc.property(drawnWorkbook, fc.array(fc.boolean(), { minLength: 6 }), (drawn, isFirst) => {
        const whole = drawnTables(drawn);
        const [header = [], ...rows] = rowsIn(whole.roster);
        const halfOf = (side: boolean): number[] => {
          const half = rows.filter((_, index) => isFirst[index] === side);
          const roster = whole.roster && withRows(whole.roster, [header, ...half]);
          const attendance = count({ ...whole, ...(roster && { roster }) });
          return numbers(attendance.overall, attendance);
        };
        const [one, other] = [halfOf(true), halfOf(false)];
        const all = count(whole);
        expect(one.map((part, index) => part + (other[index] ?? 0))).toEqual(
          numbers(all.overall, all),
        );
      }),
    );
  });

  test('the order of the attendance rows is irrelevant', () => {
    const shuffled = drawnWorkbook.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(drawn.marks, { minLength: drawn.marks.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([drawn, marks]) => {
        const { badCells, ...one } = count(drawnTables(drawn));
        const { badCells: others, ...other } = count(drawnTables({ ...drawn, marks }));
        expect(other).toEqual(one);
        expect(others).toHaveLength(badCells.length);
      }),
    );
  });

  test('a further mark of official duty never lowers rate B', () => {
    fc.assert(
      fc.property(drawnWorkbook, fc.nat(7), fc.nat(5), (drawn, who, at) => {
        const others = drawn.marks.filter((one) => one.member !== who || one.session !== at);
        const excused = [...others, { session: at, member: who, status: '公差' }];
        const [before, after] = [others, excused].map((marks) =>
          count(drawnTables({ ...drawn, marks })),
        );
        if (!before || !after) return;
        const b = ratesOf(before.overall, before.statuses).b;
        expect(ratesOf(after.overall, after.statuses).b).toEqual(b);
      }),
    );
  });

  test('excusing somebody who was absent never lowers rate B', () => {
    fc.assert(
      fc.property(drawnWorkbook, (drawn) => {
        const excused = drawn.marks.map((one) =>
          one.status === '缺席' ? { ...one, status: '公差' } : one,
        );
        const before = count(drawnTables(drawn));
        const after = count(drawnTables({ ...drawn, marks: excused }));
        const { b } = ratesOf(before.overall, before.statuses);
        const later = ratesOf(after.overall, after.statuses).b;
        if (later.denominator === 0 || drawn.marks.some(({ status }) => status === '公差')) return;
        expect(later.numerator * b.denominator).toBeGreaterThanOrEqual(
          b.numerator * later.denominator,
        );
      }),
    );
  });

  test('a target is met exactly when attended is at least that share of due', () => {
    fc.assert(
      fc.property(drawnWorkbook, fc.nat(100), (drawn, percent) => {
        const attendance = count(drawnTables(drawn));
        const { a } = ratesOf(attendance.overall, attendance.statuses);
        const expected = a.denominator === 0 ? null : a.numerator * 100 >= percent * a.denominator;
        expect(meetsTarget(a, percent / 100)).toBe(expected);
      }),
    );
  });
});
