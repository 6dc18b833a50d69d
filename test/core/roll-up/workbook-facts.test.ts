import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueCount, ratesOf } from '#core/attendance/tally';
import { budgetExecution } from '#core/budget/execution';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { toCents } from '#core/money/cents';
import type { AttendanceFact, Fact } from '#core/roll-up/facts';
import { FACT_COLUMNS } from '#core/roll-up/facts';
import { workbookFacts } from '#core/roll-up/workbook-facts';
import type { Tables } from '#core/workbook/table';
import {
  drawnTables,
  drawnWorkbook,
  fullyMarkedWorkbook,
} from '#test/support/builders/drawn-workbook';
import { aBudgetLine, aMark, aMember, anExpense, aSession } from '#test/support/builders/rows';
import { sampleTables } from '#test/support/builders/sample-tables';
import { aWorkbook } from '#test/support/builders/tables';
import { count } from '../attendance/counting';

const PLACE = { workbook: 'W1', district: '甲区', region: '某市' };
const TODAY = toDay('2026-12-31');
const bookOf = (tables: Tables) => readBook(tables, TODAY).book;
const factsOf = (tables: Tables): Fact[] =>
  [...workbookFacts(bookOf(tables), PLACE).values()].flat();

const ofAttendance = (facts: readonly Fact[]): AttendanceFact[] =>
  facts.flatMap((fact) => (fact.kind === 'attendance' ? [fact] : []));

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

test('a held session is a line for each category, with counts and no names', () => {
  const tables = aWorkbook({
    roster: [
      aMember({ id: 'R001', name: '周文远', category: 'leadership' }),
      aMember({ id: 'R002', name: '沈国栋', category: 'department' }),
      aMember({ id: 'R003', name: '范立城', category: 'department' }),
    ],
    // 6 March 2026 is a Friday.
    schedule: [
      aSession({ id: 'S01', state: 'held', date: toDay('2026-03-06'), creditedHours: 3.5 }),
      aSession({ id: 'S02', state: 'planned', date: toDay('2026-03-13') }),
    ],
    attendance: [
      aMark({ sessionId: 'S01', memberId: 'R001' }),
      aMark({ sessionId: 'S01', memberId: 'R002' }),
    ],
  });
  const common = {
    kind: 'attendance',
    ...PLACE,
    week: '2026-03-02',
    month: '2026-03',
    day: '2026-03-06',
    session: 'S01',
    attended: 1,
    unclear: 0,
    earnedA: 100,
    dueA: 100,
    earnedB: 100,
    dueB: 100,
    creditedHours: 35000,
  };
  expect(factsOf(tables)).toEqual([
    { ...common, category: 'leadership', invited: 1, due: 1, notRecorded: 0 },
    { ...common, category: 'department', invited: 2, due: 2, notRecorded: 1 },
  ]);
});

test('money is by week, month and head; the budget is in the first week of its year', () => {
  const tables = aWorkbook({
    budget: [
      aBudgetLine({
        year: 2026,
        head: 'lecturer',
        planned: toCents(20_000_00),
        adjusted: toCents(-500_00),
      }),
    ],
    // Tuesday and Wednesday of one week, in two months.
    expenses: [
      anExpense({ date: toDay('2026-03-31'), head: 'lecturer', amount: toCents(3_550_00) }),
      anExpense({ date: toDay('2026-03-30'), head: 'lecturer', amount: toCents(1_50) }),
      anExpense({ date: toDay('2026-04-01'), head: 'lecturer', amount: toCents(875_25) }),
    ],
  });
  const weeks = workbookFacts(bookOf(tables), PLACE);
  expect([...weeks.keys()]).toEqual(['2025-12-29', '2026-03-30']);
  const money = [...weeks.values()].flat();
  expect(money.map(({ kind, week, month }) => [kind, week, month])).toEqual([
    ['budget', '2025-12-29', '2026-01'],
    ['spent', '2026-03-30', '2026-03'],
    ['spent', '2026-03-30', '2026-04'],
  ]);
  expect(money.map((fact) => fact.kind !== 'attendance' && fact.cents)).toEqual([
    19_500_00, 3_551_50, 875_25,
  ]);
});

describe('the facts of any workbook add up to its own report', () => {
  test('attendance, by category', () => {
    fc.assert(
      fc.property(fc.oneof(drawnWorkbook, fullyMarkedWorkbook), (drawn) => {
        const tables = drawnTables(drawn);
        const facts = ofAttendance(factsOf(tables));
        const { categories, statuses, overall } = count(tables);
        const own = categories
          .map(({ key, tally }) => {
            const { a, b } = ratesOf(tally, statuses);
            return {
              key,
              due: dueCount(tally, statuses),
              parts: [a.numerator, a.denominator, b.numerator, b.denominator],
              open: [tally.notRecorded, tally.unclear],
            };
          })
          .filter(({ key }) => facts.some(({ category }) => category === key));
        expect(
          own.map(({ key }) => {
            const lines = facts.filter(({ category }) => category === key);
            return {
              key,
              due: sum(lines, ({ due }) => due),
              parts: [
                sum(lines, ({ earnedA }) => earnedA),
                sum(lines, ({ dueA }) => dueA),
                sum(lines, ({ earnedB }) => earnedB),
                sum(lines, ({ dueB }) => dueB),
              ],
              open: [
                sum(lines, ({ notRecorded }) => notRecorded),
                sum(lines, ({ unclear }) => unclear),
              ],
            };
          }),
        ).toEqual(own);
        expect(sum(facts, ({ due }) => due)).toBe(dueCount(overall, statuses));
      }),
    );
  });

  test('the sample district: both rates, and money by head', () => {
    const tables = sampleTables([]);
    const book = bookOf(tables);
    const facts = [...workbookFacts(book, PLACE).values()].flat();
    const attendance = ofAttendance(facts);
    const { overall, statuses } = count(tables);
    const { a, b } = ratesOf(overall, statuses);
    expect(sum(attendance, ({ earnedA }) => earnedA)).toBe(a.numerator);
    expect(sum(attendance, ({ dueA }) => dueA)).toBe(a.denominator);
    expect(sum(attendance, ({ earnedB }) => earnedB)).toBe(b.numerator);
    expect(sum(attendance, ({ dueB }) => dueB)).toBe(b.denominator);
    for (const { head, spent, total } of budgetExecution(book, 2026).heads) {
      const ofHead = facts.flatMap((fact) =>
        fact.kind !== 'attendance' && fact.head === head ? [fact] : [],
      );
      const [paid, planned] = (['spent', 'budget'] as const).map((kind) =>
        sum(
          ofHead.filter((fact) => fact.kind === kind),
          ({ cents }) => cents,
        ),
      );
      expect([head, paid, planned]).toEqual([head, spent, total]);
    }
    const names = new Set(book.entries.roster.flatMap(({ cells }) => cells.name ?? []));
    const words = JSON.stringify(facts);
    expect([...names].filter((name) => words.includes(name))).toEqual([]);
    expect(attendance.length).toBeGreaterThan(20);
  });
});

test('every fact has columns of the table only', () => {
  const columns = new Set<string>(Object.keys(FACT_COLUMNS));
  const used = factsOf(sampleTables([])).flatMap((fact) => Object.keys(fact));
  expect([...new Set(used)].filter((key) => !columns.has(key))).toEqual([]);
  expect(new Set(used).size).toBe(columns.size);
});
