import { describe, expect, it, test } from '@jest/globals';
import { addDays, toDay } from '#core/calendar/day';
import { toStandards } from '#core/model/standards';
import { toCents } from '#core/money/cents';
import { papersOf } from '#core/budget/papers';
import { quotaLimit } from '#core/budget/quota-limit';
import { headCounts } from '#core/attendance/head-counts';
import { settlementOf } from '#core/budget/settlement';
import { aBudgetLine, anExpense, aStandard, aSession } from '#test/support/builders/rows';
import { aBill, yearBook } from './budgeting';

const settled = (rows: Parameters<typeof yearBook>[0] = {}) => {
  const book = yearBook(rows);
  return settlementOf(book, book.sessions.get('S01')!, headCounts(book))!;
};

describe('planSettlement', () => {
  it('sets each head’s cost against the lecturer at the cap and an even share of the year’s budget', () => {
    const { heads, total, attended, due, hasOwnBudget } = settled();
    expect([due, attended, hasOwnBudget]).toEqual([3, 2, false]);
    expect(heads).toEqual([
      { head: 'lecturer', budget: 3550_00, actual: 3550_00, perPerson: 1775_00, itemLimit: null },
      { head: 'venue', budget: 200_00, actual: 580_00, perPerson: 290_00, itemLimit: null }, // 600 ÷ 3 sessions
      { head: 'materials', budget: 400_00, actual: 320_00, perPerson: 160_00, itemLimit: null }, // 1200 ÷ 3
    ]);
    expect(total).toEqual({ budget: 4150_00, actual: 4450_00, perPerson: 2225_00 });
  });

  it('takes the session’s own budget where there is one', () => {
    const budget = [
      aBudgetLine({ planned: toCents(10_000_00) }),
      aBudgetLine({
        head: 'materials',
        sessionId: 'S01',
        planned: toCents(300_00),
        adjusted: toCents(50_00),
      }),
    ];
    const { heads, hasOwnBudget } = settled({ budget });
    expect(hasOwnBudget).toBe(true);
    expect(heads.map(({ head, budget: planned }) => [head, planned])).toEqual([
      ['lecturer', 0],
      ['venue', 0],
      ['materials', 350_00],
    ]);
  });

  it('compares everything but the lecturer with the quota: 2 people × 0.5 days × 550 yuan', () => {
    const { quota, underQuota } = settled();
    expect(underQuota).toBe(900_00); // 580 + 320
    expect(quota).toMatchObject({ people: 2, limit: 550_00, percent: 100, isDayAssumed: true });
  });

  it('says what a head’s own quota allows: 2 people × 0.5 days × 50 yuan', () => {
    const standards = [
      aStandard(),
      aStandard({ item: 'quota', scope: '培训场地费、培训资料费', value: 50 }),
    ];
    expect(settled({ standards }).heads.map(({ itemLimit }) => itemLimit)).toEqual([
      null,
      50_00,
      50_00,
    ]);
  });

  it('rounds the cost per person half up to the cent', () => {
    const expenses = [aBill({ amount: toCents(320_01) })];
    expect(settled({ expenses }).total.perPerson).toBe(160_01); // 320.01 ÷ 2
  });

  it.each([
    [59, 100],
    [60, 70],
  ])(
    'counts %i half-days held before it, not itself: %i percent of the quota',
    (count, percent) => {
      const before = Array.from({ length: count }, (_, index) =>
        aSession({
          id: `P${index}`,
          number: 100 + index,
          date: addDays(toDay('2026-01-02'), index),
          state: 'held',
        }),
      );
      const schedule = [aSession({ state: 'held', date: toDay('2026-03-06') }), ...before];
      expect(settled({ schedule }).quota?.percent).toBe(percent);
    },
  );

  it('has no cost per person while nobody is marked', () => {
    expect(settled({ attendance: [] }).total.perPerson).toBeNull();
  });
});

describe('quotaLimit', () => {
  const limit = (earlier: number, ...more: ReturnType<typeof aStandard>[]) => {
    const standards = [
      aStandard({ item: 'quota', scope: '三类', value: 550 }),
      aStandard({ item: 'longCourse', scope: null, value: 0.7 }),
      ...more,
    ].map((cells, index) => ({ row: index + 2, cells, whole: cells }));
    return quotaLimit(toStandards(standards), { day: toDay('2026-12-18'), people: 100, earlier });
  };

  it('counts a half-day as the local rule says', () => {
    const whole = aStandard({ item: 'halfDayDays', scope: null, value: 1 });
    expect(limit(0)).toMatchObject({ limit: 27_500_00, isDayAssumed: true });
    expect(limit(0, whole)).toMatchObject({ limit: 55_000_00, isDayAssumed: false });
  });

  test.each([
    [59, 27_500_00], // 29.5 days before it: the 30th day
    [60, 19_250_00], // 30 days before it: 70%
    [61, 19_250_00],
  ])('allows after %i half-days %i cents', (earlier, cents) => {
    expect(limit(earlier)?.limit).toBe(cents);
  });

  it('is none without a quota for that day', () => {
    expect(
      quotaLimit(toStandards([]), { day: toDay('2026-12-18'), people: 1, earlier: 0 }),
    ).toBeNull();
  });
});

describe('papersOf', () => {
  const papers = (
    session: Parameters<typeof aSession>[0],
    expenses: ReturnType<typeof anExpense>[],
  ) => {
    const book = yearBook({ schedule: [aSession(session)], expenses });
    return papersOf(book, book.sessions.get('S01')!).map(({ key, isThere }) => [key, isThere]);
  };

  it('asks for plan, notice, sign-in sheet, fee slip and bills', () => {
    expect(
      papers({ planNumber: null }, [anExpense({ proof: null }), aBill({ id: 'E002' })]),
    ).toEqual([
      ['plan', false],
      ['notice', false],
      ['signIn', false],
      ['slip', false],
      ['bills', false],
    ]);
  });

  it('is content when each payment has its paper', () => {
    const session = { noticeNumber: '云组训〔2026〕8号', signInProof: '档2026-3-1' };
    const expenses = [anExpense({ proof: '签-01' }), aBill({ id: 'E002', proof: '票-17' })];
    expect(papers(session, expenses).every(([, isThere]) => isThere)).toBe(true);
  });

  it('asks for one more bill when one of two has none, and for no slip when no fee was paid', () => {
    const expenses = [aBill({ proof: '票-17' }), aBill({ id: 'E002' })];
    expect(papers({}, expenses).slice(3)).toEqual([
      ['slip', null],
      ['bills', false],
    ]);
  });
});
