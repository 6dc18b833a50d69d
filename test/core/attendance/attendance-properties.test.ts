// Rules that hold for every workbook, tried on random small ones.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Attendance } from '#core/attendance/count-attendance';
import { meetsTarget } from '#core/attendance/rate';
import { ratesOf, type Tally } from '#core/attendance/tally';
import { addDays, toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import { aMark, aMember, aSession, aStatus } from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import { count } from './counting';

const FIRST_DAY = toDay('2026-03-06');
const STATUSES = [
  aStatus(),
  aStatus({ code: 'half', label: '半程', credit: 0.37 }),
  aStatus({ code: 'official', label: '公差', credit: 0, treatment: 'excused' }),
  aStatus({ code: 'paid', label: '公差在场', credit: 1, treatment: 'excused' }),
  aStatus({ code: 'absent', label: '缺席', credit: 0 }),
  aStatus({ code: 'exempt', label: '免训', credit: 0, treatment: 'notCounted' }),
];
const CATEGORIES = ['leadership', 'subdistrict', 'department'] as const;
const WORDS = ['出勤', '半程', '公差', '公差在场', '缺席', '免训', '不明'];

const day = fc.nat(60).map((days) => addDays(FIRST_DAY, days));
const member = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  unit: fc.constantFrom('甲单位', '乙单位', '丙单位'),
  unitOrder: fc.nat(3),
  personOrder: fc.nat(9),
  from: fc.option(day),
  to: fc.option(day),
});
const session = fc.record({
  date: day,
  state: fc.constantFrom(
    'held' as const,
    'held' as const,
    'planned' as const,
    'cancelled' as const,
  ),
  audience: fc.constantFrom(null, '甲单位', '区直部门、乙单位'),
});
const mark = fc.record({
  session: fc.nat(5),
  member: fc.nat(7),
  status: fc.constantFrom(...WORDS),
});
const workbook = fc.record({
  members: fc.array(member, { minLength: 1, maxLength: 6 }),
  sessions: fc.array(session, { minLength: 1, maxLength: 5 }),
  marks: fc.array(mark, { maxLength: 40 }),
});
type Drawn = typeof workbook extends fc.Arbitrary<infer Value> ? Value : never;
type Mark = Drawn['marks'][number];

const toRow = ({ session: at, member: who, status }: Mark) =>
  aMark({ sessionId: `S${at}`, memberId: `R${who}`, status });

function tablesOf({ members, sessions, marks }: Drawn): Tables {
  return aWorkbook({
    statuses: STATUSES,
    roster: members.map((part, index) =>
      aMember({ id: `R${index}`, name: `人员${index}`, ...part }),
    ),
    schedule: sessions.map((part, index) => aSession({ id: `S${index}`, ...part })),
    attendance: marks.map(toRow),
  });
}

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
      fc.property(workbook, (drawn) => {
        const attendance = count(tablesOf(drawn));
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
      fc.property(workbook, (drawn) => {
        const attendance = count(tablesOf(drawn));
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
      fc.property(workbook, fc.array(fc.boolean(), { minLength: 6 }), (drawn, isFirst) => {
        const whole = tablesOf(drawn);
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
    const shuffled = workbook.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(drawn.marks, { minLength: drawn.marks.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([drawn, marks]) => {
        const { badCells, ...one } = count(tablesOf(drawn));
        const { badCells: others, ...other } = count(tablesOf({ ...drawn, marks }));
        expect(other).toEqual(one);
        expect(others).toHaveLength(badCells.length);
      }),
    );
  });

  test('a further mark of official duty never lowers rate B', () => {
    fc.assert(
      fc.property(workbook, fc.nat(7), fc.nat(5), (drawn, who, at) => {
        const others = drawn.marks.filter((one) => one.member !== who || one.session !== at);
        const excused = [...others, { session: at, member: who, status: '公差' }];
        const [before, after] = [others, excused].map((marks) =>
          count(tablesOf({ ...drawn, marks })),
        );
        if (!before || !after) return;
        const b = ratesOf(before.overall, before.statuses).b;
        expect(ratesOf(after.overall, after.statuses).b).toEqual(b);
      }),
    );
  });

  test('excusing somebody who was absent never lowers rate B', () => {
    fc.assert(
      fc.property(workbook, (drawn) => {
        const excused = drawn.marks.map((one) =>
          one.status === '缺席' ? { ...one, status: '公差' } : one,
        );
        const before = count(tablesOf(drawn));
        const after = count(tablesOf({ ...drawn, marks: excused }));
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
      fc.property(workbook, fc.nat(100), (drawn, percent) => {
        const attendance = count(tablesOf(drawn));
        const { a } = ratesOf(attendance.overall, attendance.statuses);
        const expected = a.denominator === 0 ? null : a.numerator * 100 >= percent * a.denominator;
        expect(meetsTarget(a, percent / 100)).toBe(expected);
      }),
    );
  });
});
