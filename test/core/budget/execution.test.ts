import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { budgetExecution, executionRate, type CostHead } from '#core/budget/execution';
import { expectedFees } from '#core/budget/expected-fees';
import { aBudgetLine, aStandard, aSession } from '#test/support/builders/rows';
import { withCellIn } from '#test/support/builders/tables';
import { readBook } from '#core/model/book';
import { aBill, SCHEDULE, yearBook, yearTables } from './budgeting';

type Rows = Parameters<typeof yearBook>[0];
const headOf = (head: CostHead, rows: Rows = {}) =>
  budgetExecution(yearBook(rows), 2026).heads.find((line) => line.head === head);

describe('expectedFees', () => {
  it('are those of held and planned sessions not booked yet, at the cap, taxed with the month', () => {
    const fees = expectedFees(yearBook(), 2026).map(({ session, month, gross }) => [
      session.cells.id,
      month,
      gross,
    ]);
    expect(fees).toEqual([
      ['S02', '2026-03', 3592_86], // net 3000 + 3000 in March: gross 7142.86 less 3550.00
      ['S03', '2026-04', 1675_00], // an associate, net 1500
    ]);
  });

  it('add up within a month before any is paid', () => {
    const gross = expectedFees(yearBook({ expenses: [] }), 2026).map((fee) => fee.gross);
    expect(gross).toEqual([3550_00, 3592_86, 1675_00]);
  });

  it('use the cap of each session’s own day', () => {
    const standards = [
      aStandard({ to: toDay('2026-03-31') }),
      aStandard({ scope: 'associate', value: 500, to: toDay('2026-03-31') }),
      aStandard({ scope: 'associate', value: 400, from: toDay('2026-04-01') }),
    ];
    expect(expectedFees(yearBook({ standards }), 2026).at(-1)?.gross).toBe(1300_00); // net 1200
  });
});

describe('budgetExecution', () => {
  it('says of each head what is planned, spent, committed, left and to be expected', () => {
    expect(headOf('lecturer')).toEqual({
      head: 'lecturer',
      planned: 9000_00,
      adjusted: 1000_00,
      total: 10_000_00,
      spent: 3550_00,
      committed: 5267_86, // 3592.86 + 1675.00
      left: 1182_14,
      forecast: 8817_86,
      state: 'ok',
    });
    expect(headOf('materials')).toMatchObject({ spent: 320_00, forecast: 480_00, state: 'ok' }); // 320 for 2 held, 1 open
  });

  it('sums the heads of the year and nothing of another year', () => {
    const { overall, held, open } = budgetExecution(yearBook(), 2026);
    expect([held, open]).toEqual([2, 1]);
    expect(overall).toEqual({
      planned: 10_800_00,
      adjusted: 1000_00,
      total: 11_800_00,
      spent: 4495_00, // 3550 + 320 + 580 + 45
      committed: 5267_86,
      left: 2037_14,
      forecast: 10_235_36, // 8817.86 + 480 + 870 + 67.50
    });
  });

  it('goes month by month', () => {
    expect(budgetExecution(yearBook(), 2026).months).toEqual([
      { month: '2026-03', spent: 3870_00, committed: 3592_86 },
      { month: '2026-04', spent: 625_00, committed: 1675_00 },
    ]);
  });

  test.each([
    ['ok', 644_45], // 580 of 644.45 is just below 90%
    ['near', 644_44], // 580 of 644.44 is 90.0%
    ['near', 580_00],
    ['over', 579_99],
  ] as const)('calls a head %s when 580.00 of %i cents are spent', (state, planned) => {
    const budget = [aBudgetLine({ head: 'venue', planned: toCents(planned) })];
    expect(headOf('venue', { budget })?.state).toBe(state);
  });

  it.each([
    ['near', 1000_00],
    ['ok', 1000_01],
  ] as const)('calls a head %s when 900.00 of %i cents are spent', (state, planned) => {
    const budget = [aBudgetLine({ head: 'venue', planned: toCents(planned) })];
    const expenses = [aBill({ head: 'venue', amount: toCents(900_00) })];
    expect(headOf('venue', { budget, expenses })?.state).toBe(state);
  });

  it('rounds what is still to come half up to the cent', () => {
    const expenses = [aBill({ amount: toCents(100_01) })];
    expect(headOf('materials', { expenses })?.forecast).toBe(150_02); // 100.01 for 2 held, 50.005 for 1 open
  });

  it('reports a head whose commitments no longer fit, and one that has no budget', () => {
    const budget = [aBudgetLine({ planned: toCents(8000_00) })];
    expect(headOf('lecturer', { budget })?.state).toBe('bound');
    expect(headOf('transport')?.state).toBe('noBudget');
  });

  it('leaves a session’s own budget out of the year', () => {
    const own = aBudgetLine({ head: 'venue', sessionId: 'S01', planned: toCents(99_00) });
    const budget = [aBudgetLine({ head: 'venue', planned: toCents(700_00) }), own];
    expect(headOf('venue', { budget })?.total).toBe(700_00);
  });

  it('calls a head unclear when its budget cannot be read, and counts unreadable expenses', () => {
    const tables = withCellIn(
      withCellIn(yearTables(), { tab: 'budget', row: 2, column: 'adjusted' }, '约一千'),
      { tab: 'expenses', row: 3, column: 'amount' },
      '三百二',
    );
    const { heads, leftOut } = budgetExecution(readBook(tables, toDay('2026-04-08')).book, 2026);
    expect(heads.find(({ head }) => head === 'lecturer')?.state).toBe('unclear');
    expect(heads.find(({ head }) => head === 'materials')?.spent).toBe(0);
    expect(leftOut).toBe(1);
  });

  it('expects nothing more of other heads as long as no session was held', () => {
    const schedule = SCHEDULE.map((session) => aSession({ ...session, state: 'planned' }));
    const expenses = [aBill({ amount: toCents(100_00) })];
    expect(headOf('materials', { schedule, expenses })?.forecast).toBe(100_00);
  });
});

describe('executionRate', () => {
  it.each([
    [1000_00, 1000_00],
    [0, 0],
    [-50_00, 0], // adjustments that take away more than there is
  ])('divides by a total of %i as by %i', (total, denominator) => {
    const rate = executionRate({ spent: toCents(100_00), total: toCents(total) });
    expect(rate).toEqual({ numerator: 100_00, denominator });
  });
});
