import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import {
  aBudgetLine,
  aMark,
  aMember,
  anExpense,
  aStandard,
  aSession,
} from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook } from '#test/support/builders/tables';

const yuan = (amount: number) => toCents(Math.round(amount * 100));
const bill = (part: Parameters<typeof anExpense>[0] = {}) =>
  anExpense({
    head: 'materials',
    payee: '云溪印务社',
    sessionId: null,
    net: null,
    gross: null,
    tax: null,
    amount: yuan(800),
    ...part,
  });

describe('what training money may not buy', () => {
  test.each([
    ['茶叶礼盒', ['V23 expenses 2 payee']],
    ['某某烟酒行', ['V23 expenses 2 payee']],
    ['星光旅行社', ['V23 expenses 2 payee']],
    ['联想电脑专卖', ['V23 expenses 2 payee']],
    ['区宾馆接待费', ['V23 expenses 2 payee']],
    ['烟台路印务社', []],
    ['云溪大酒店', []],
    ['云溪印务社', []],
  ])('%s gives %j', (payee, expected) => {
    expect(placesIn(aWorkbook({ expenses: [bill({ payee })] }), 'V23')).toEqual(expected);
  });
});

describe('the year’s budget', () => {
  const lines = [aBudgetLine({ head: 'materials', planned: yuan(1000), adjusted: yuan(-200) })];

  test.each([
    [799.99, []],
    [800, []],
    [800.01, ['W27 budget 2 planned']],
  ])('of 800 with %d spent gives %j', (amount, expected) => {
    expect(
      placesIn(aWorkbook({ budget: lines, expenses: [bill({ amount: yuan(amount) })] }), 'W27'),
    ).toEqual(expected);
  });

  it('must have the head and the year of each expense', () => {
    expect(
      placesIn(aWorkbook({ budget: lines, expenses: [bill({ head: 'venue' })] }), 'W26'),
    ).toEqual(['W26 expenses 2 head']);
    expect(
      placesIn(
        aWorkbook({ budget: lines, expenses: [bill({ date: toDay('2025-12-31') })] }),
        'W26',
      ),
    ).toEqual(['W26 expenses 2 head']);
    expect(placesIn(aWorkbook({ expenses: [bill()] }), 'W26')).toEqual([]); // no budget is kept at all
  });

  it('cannot fall below zero, nor can a payment', () => {
    expect(
      placesIn(
        aWorkbook({ budget: [aBudgetLine({ planned: yuan(100), adjusted: yuan(-100.01) })] }),
        'W28',
      ),
    ).toEqual(['W28 budget 2 planned']);
    expect(
      placesIn(
        aWorkbook({ budget: [aBudgetLine({ planned: yuan(100), adjusted: yuan(-100) })] }),
        'W28',
      ),
    ).toEqual([]);
    expect(placesIn(aWorkbook({ expenses: [bill({ amount: yuan(-1) })] }), 'W28')).toEqual([
      'W28 expenses 2 amount',
    ]);
  });

  it('leaves out what is planned for one session only', () => {
    const budget = [
      ...lines,
      aBudgetLine({ head: 'materials', planned: yuan(1), sessionId: 'S01' }),
    ];
    const tables = aWorkbook({
      schedule: [aSession({ speakerId: null })],
      budget,
      expenses: [bill()],
    });
    expect(placesIn(tables, 'W2')).toEqual([]);
  });
});

describe('a held session', () => {
  const roster = [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区人大' })];
  const held = (part: Parameters<typeof aSession>[0] = {}) => [
    aSession({ speakerId: null, state: 'held', date: toDay('2026-02-27'), ...part }),
  ];
  const attendance = [aMark(), aMark({ memberId: 'R002', status: '缺席' })];
  const quota = aStandard({ item: 'quota', scope: '三类', value: 550, unit: '元/人天' });
  const halfDay = aStandard({ item: 'halfDayDays', scope: null, value: 0.5, unit: '天' });

  test.each([
    [[quota], 550, []],
    [[quota], 550.01, ['V22 schedule 2 id']],
    [[quota, halfDay], 275, []],
    [[quota, halfDay], 275.01, ['V22 schedule 2 id']],
    [[], 9999, []],
  ])('with %j may cost, for one person who came, %d: %j', (standards, amount, expected) => {
    const expenses = [bill({ sessionId: 'S01', amount: yuan(amount) })];
    expect(
      placesIn(aWorkbook({ roster, schedule: held(), attendance, expenses, standards }), 'V22'),
    ).toEqual(expected);
  });

  test.each([
    [1, []],
    [2, ['V27 expenses 2 headCount']],
  ])('to which one person came is not paid for %d: %j', (headCount, expected) => {
    const expenses = [bill({ sessionId: 'S01', headCount })];
    expect(placesIn(aWorkbook({ roster, schedule: held(), attendance, expenses }), 'V27')).toEqual(
      expected,
    );
  });

  test.each([
    ['nobody came', [aMark({ status: '缺席' })], 1, ['V27 expenses 2 headCount']],
    ['nobody is marked, two were due', [], 2, []],
    ['nobody is marked, two were due', [], 3, ['V27 expenses 2 headCount']],
  ])('to which %s: %j is paid for %d people: %j', (_, marks, headCount, expected) => {
    const expenses = [bill({ sessionId: 'S01', headCount })];
    const tables = aWorkbook({ roster, schedule: held(), attendance: marks, expenses });
    expect(placesIn(tables, 'V27')).toEqual(expected);
  });

  test.each([
    ['nobody came', [aMark({ status: '缺席' })], 0.01, ['V22 schedule 2 id']],
    ['nobody is marked, two were due', [], 1100, []],
    ['nobody is marked, two were due', [], 1100.01, ['V22 schedule 2 id']],
  ])('to which %s: %j costs %d: %j', (_, marks, amount, expected) => {
    const expenses = [bill({ sessionId: 'S01', amount: yuan(amount) })];
    const tables = aWorkbook({
      roster,
      schedule: held(),
      attendance: marks,
      expenses,
      standards: [quota],
    });
    expect(placesIn(tables, 'V22')).toEqual(expected);
  });

  it('has its papers, whatever is filed for other sessions', () => {
    const expenses = [bill({ sessionId: 'S01', proof: '票-01' })];
    const full = { noticeNumber: '区组通〔2026〕1号', signInProof: '档-01' };
    const other = aSession({ id: 'S02', speakerId: null, number: 2, ...full });
    const papers = (...schedule: ReturnType<typeof aSession>[]): string[] =>
      placesIn(aWorkbook({ roster, schedule, attendance, expenses }), 'V26');
    const lacking = ['V26 schedule 2 noticeNumber', 'V26 schedule 2 signInProof'];
    expect(papers(...held())).toEqual(lacking);
    expect(papers(...held(), other)).toEqual(lacking);
    expect(papers(...held(full))).toEqual([]);
    expect(papers(...held({ ...full, state: 'planned', signInProof: null }))).toEqual([]);
  });

  test.each([
    [
      '2026-02-26',
      ['V26 schedule 2 noticeNumber', 'V26 schedule 2 signInProof', 'V26 expenses 2 proof'],
    ],
    [
      '2026-02-27',
      ['V26 schedule 2 noticeNumber', 'V26 schedule 2 signInProof', 'V26 expenses 2 proof'],
    ],
    ['2026-02-28', ['V26 expenses 2 proof']],
    ['2026-03-09', ['V26 expenses 2 proof']],
    ['46090', ['V26 expenses 2 proof']],
    ['2026-03-10', []],
    ['否', []],
  ])('of 27 February, paid on 9 March, with papers kept from %s: %j', (value, expected) => {
    const expenses = [bill({ sessionId: 'S01', date: toDay('2026-03-09'), proof: null })];
    const settings = [{ name: '报销材料起始日', value }];
    const tables = aWorkbook({ roster, schedule: held(), attendance, expenses, settings });
    expect(placesIn(tables, 'V26')).toEqual(expected);
  });

  it('gets no finding from a notice that is sent for another', () => {
    const settings = [{ name: '报销材料起始日', value: '2026-03-06' }];
    const notices = [
      {
        key: 'k',
        sessionId: 'S02',
        kind: 'weekly' as const,
        memberId: 'R001',
        state: 'sent' as const,
      },
    ];
    const expenses = [bill({ sessionId: 'S01', date: toDay('2026-03-02') })];
    const schedule = [...held(), aSession({ id: 'S02', number: 2, speakerId: null })];
    const tables = aWorkbook({ roster, schedule, attendance, expenses, settings, notices });
    expect(placesIn(tables, 'V26')).toEqual([]);
  });

  it('needs no paper notice when the notice was mailed', () => {
    const notices = [
      {
        key: 'k',
        sessionId: 'S01',
        kind: 'weekly' as const,
        memberId: 'R001',
        state: 'sent' as const,
      },
    ];
    const tables = aWorkbook({
      roster,
      schedule: held({ signInProof: '档-01' }),
      attendance,
      expenses: [bill({ sessionId: 'S01', proof: '票-01' })],
      notices,
    });
    expect(placesIn(tables, 'V26')).toEqual([]);
  });

  it('has a bill for each payment', () => {
    const expenses = [bill({ proof: '票-01' }), bill({ id: 'E002', proof: null })];
    expect(placesIn(aWorkbook({ expenses }), 'V26')).toEqual(['V26 expenses 3 proof']);
  });
});

describe('the staff of a session', () => {
  const roster = Array.from({ length: 20 }, (_, index) =>
    aMember({ id: `R${index}`, name: `人员${index}`, unit: `单位${index}` }),
  );
  const ratio = aStandard({ item: 'staffRatio', scope: null, value: 0.1 });
  const limit = aStandard({ item: 'staffLimit', scope: null, value: 1 });
  const staff = (staffCount: number, standards: ReturnType<typeof aStandard>[]) =>
    aWorkbook({ roster, schedule: [aSession({ speakerId: null, staffCount })], standards });

  test.each([
    [2, [ratio], []],
    [3, [ratio], ['V24 schedule 2 staffCount']],
    [1, [ratio, limit], []],
    [2, [ratio, limit], ['V24 schedule 2 staffCount']],
  ])('%d for 20 people under %j gives %j', (count, standards, expected) => {
    expect(placesIn(staff(count, standards), 'V24')).toEqual(expected);
  });

  it('cannot be checked without a standard, which is reported', () => {
    const items = findingsIn(staff(15, []), 'V28').map(({ facts }) => facts['item']);
    expect(items).toContainEqual(expect.objectContaining({ en: 'Staff ratio' }));
  });
});
