import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook, type Book } from '#core/model/book';
import { toCents } from '#core/money/cents';
import { feeSteps, modelBanner } from '#core/fees/fee-steps';
import { expenseOf, planFee, type FeeChoice, type FeePlan } from '#core/fees/plan-fee';
import { anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const HELD = { state: 'held' as const };
const USUAL: FeeChoice = {
  perHour: null,
  paidOn: toDay('2026-03-09'),
  taxBasis: 'month',
  taxReason: null,
  approvalNumber: null,
};
type Rows = Parameters<typeof aWorkbook>[0];

function bookOf(rows: Rows = {}): Book {
  const usual = { schedule: [aSession(HELD)], speakers: [aSpeaker()] };
  return readBook(aWorkbook({ ...usual, ...rows }), toDay('2026-03-09')).book;
}

function plan(rows: Rows = {}, choice: Partial<FeeChoice> = {}, sessionId = 'S01'): FeePlan {
  const book = bookOf(rows);
  return planFee(book, book.sessions.get(sessionId)!, { ...USUAL, ...choice });
}

const codes = ({ findings }: FeePlan): string[] => findings.map(({ rule }) => rule.code);

describe('planFee', () => {
  test.each([
    [{ titleLevel: 'senior', taughtHours: 3 }, [3000_00, 3550_00, 550_00]],
    [{ titleLevel: 'senior', taughtHours: 4 }, [4000_00, 4761_90, 761_90]],
    [{ titleLevel: 'associate', taughtHours: 1 }, [500_00, 500_00, 0]],
    [{ titleLevel: 'associate', taughtHours: 3 }, [1500_00, 1675_00, 175_00]],
    [{ titleLevel: 'academician', taughtHours: 4 }, [6000_00, 7142_86, 1142_86]],
    [{ titleLevel: 'senior', taughtHours: 2.5 }, [2500_00, 2925_00, 425_00]], // (2500 − 160) ÷ 0.8
  ] as const)('pays for %j net, gross and tax %j', ({ titleLevel, taughtHours }, amounts) => {
    const schedule = [aSession({ ...HELD, taughtHours })];
    const fee = plan({ schedule, speakers: [aSpeaker({ titleLevel })] });
    expect([fee.net, fee.payment.gross, fee.payment.tax]).toEqual(amounts);
    expect(codes(fee)).toEqual([]);
  });

  it('pays for four hours of a half-day at most', () => {
    const fee = plan({ schedule: [aSession({ ...HELD, taughtHours: 5 })] });
    expect(fee.net).toBe(4000_00);
  });

  it('takes the cap that was valid on the day of the session, whatever came later', () => {
    const standards = [
      aStandard({ to: toDay('2026-12-31') }),
      aStandard({ value: 1200, documentNumber: '市财行〔2026〕40号', from: toDay('2027-01-01') }),
      aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
    ];
    const next = aSession({ ...HELD, id: 'S99', number: 99, date: toDay('2027-03-05') });
    const schedule = [aSession(HELD), next];
    expect(plan({ standards, schedule }).net).toBe(3000_00);
    expect(plan({ standards, schedule }, {}, 'S99').net).toBe(3600_00);
  });

  it('pays the district’s own leaders nothing unless somebody gives a rate', () => {
    const speakers = [aSpeaker({ titleLevel: 'localLeader' })];
    const fee = plan({ speakers });
    expect([fee.net, fee.payment.gross, codes(fee)]).toEqual([0, 0, []]);
    expect(expenseOf(fee)).toBeNull();
    expect(plan({ speakers }, { perHour: toCents(200_00) }).net).toBe(600_00);
  });

  test.each([
    ['no speaker', { schedule: [aSession({ ...HELD, speakerId: null })] }, 'V14'],
    ['no title level', { speakers: [aSpeaker({ titleLevel: null })] }, 'V14'],
    ['no hours', { schedule: [aSession({ ...HELD, taughtHours: null })] }, 'V12'],
    ['no cap for the title', { speakers: [aSpeaker({ titleLevel: 'other' })] }, 'V28'],
    ['a session not held yet', { schedule: [aSession()] }, 'W29'],
  ] as const)('says that there is %s', (_, rows, code) => {
    expect(codes(plan(rows))).toEqual([code]);
  });
});

describe('fees of one speaker in one month', () => {
  const schedule = [
    aSession({ ...HELD, taughtHours: 2 }),
    aSession({ ...HELD, id: 'S02', number: 2, date: toDay('2026-03-13'), taughtHours: 2 }),
  ];
  const first = anExpense({
    net: toCents(2000_00),
    gross: toCents(2300_00),
    tax: toCents(300_00),
    amount: toCents(2300_00),
  });
  const second = (choice: Partial<FeeChoice> = {}, expense = first): FeePlan =>
    plan({ schedule, expenses: [expense] }, { paidOn: toDay('2026-03-16'), ...choice }, 'S02');

  it('are taxed together: the second net of 2000.00 is gross 2461.90 with tax 461.90', () => {
    expect(second()).toMatchObject({
      payment: { gross: 2461_90, tax: 461_90 },
      alone: { gross: 2300_00, tax: 300_00 },
      together: { gross: 2461_90, tax: 461_90 },
      before: { paid: { gross: 2300_00, tax: 300_00 } },
    });
  });

  it('are taxed apart with a reason, which the expense keeps', () => {
    const fee = second({ taxBasis: 'separate', taxReason: '不同项目' });
    expect(fee.payment).toEqual({ gross: 2300_00, tax: 300_00 });
    expect(codes(fee)).toEqual([]);
    expect(expenseOf(fee)).toMatchObject({
      sessionId: 'S02',
      head: 'lecturer',
      payee: '陆明哲',
      net: 2000_00,
      gross: 2300_00,
      tax: 300_00,
      amount: 2300_00,
      taxBasis: 'separate',
      taxReason: '不同项目',
    });
  });

  it('V17 booked out of order of their days are taxed together too, and the clerk is warned', () => {
    const fee = second({ paidOn: toDay('2026-03-08') }, { ...first, date: toDay('2026-03-20') });
    expect(fee.payment).toEqual({ gross: 2461_90, tax: 461_90 }); // together 4761.90 and 761.90
    expect(
      fee.findings.map(({ rule, facts }) => [rule.code, rule.severity, facts['rows']]),
    ).toEqual([['V17', 'warning', 'E001 2026-03-20']]);
    expect(codes(second({ paidOn: toDay('2026-03-20') }))).toEqual([]);
    const sameDay = second(
      { paidOn: toDay('2026-03-20') },
      { ...first, date: toDay('2026-03-20') },
    );
    expect(codes(sameDay)).toEqual([]);
  });

  it('may not be taxed apart without a reason', () => {
    expect(codes(second({ taxBasis: 'separate' }))).toEqual(['V17']);
  });

  it('do not join a fee that was taxed apart with a reason', () => {
    const apart = { ...first, taxBasis: 'separate' as const, taxReason: '不同项目' };
    expect(second({}, apart).payment).toEqual({ gross: 2300_00, tax: 300_00 });
  });

  it('of another month or of somebody else do not join', () => {
    expect(second({ paidOn: toDay('2026-04-01') }).before.rows).toEqual([]);
    expect(second({}, { ...first, payee: '别人' }).payment.tax).toBe(461_90); // the session's own speaker is meant
    expect(second({}, { ...first, sessionId: null, payee: '别人' }).payment.tax).toBe(300_00);
  });
});

describe('feeSteps', () => {
  it('shows the whole way from hours to gross and tax', () => {
    expect(feeSteps(plan(), 'zh-CN')).toEqual([
      { label: '学时', working: '授课3学时，半天上限4学时（市财行〔2017〕8号）', result: '3' },
      {
        label: '标准（税后/学时）',
        working: '正高上限1,000.00元，市财行〔2017〕8号，自2017-01-01起',
        result: '1,000.00',
      },
      { label: '税后', working: '3学时 × 1,000.00元', result: '3,000.00' },
      { label: '税前', working: '(3,000.00 − 160.00) ÷ 0.8', result: '3,550.00' },
      { label: '个税', working: '(3,550.00 − 800.00) × 20%', result: '550.00' },
      { label: '大写（税前）', working: '', result: '叁仟伍佰伍拾元整' },
    ]);
  });

  it('shows the month’s total and what of it falls on this payment', () => {
    const schedule = [
      aSession(HELD),
      aSession({ ...HELD, id: 'S02', number: 2, date: toDay('2026-03-13') }),
    ];
    const fee = plan({ schedule, expenses: [anExpense()] }, { paidOn: toDay('2026-03-16') }, 'S02');
    // Net 3000 + 3000 = 6000: gross 6000 ÷ 0.84 = 7142.86, tax 7142.86 × 16% = 1142.86.
    expect(feeSteps(fee, 'en').slice(3)).toEqual([
      {
        label: 'Month to date',
        working: '1 before: net 3,000.00, gross 3,550.00, tax 550.00; with this one net 6,000.00',
        result: '6,000.00',
      },
      { label: 'Gross, month to date', working: '6,000.00 ÷ 0.84', result: '7,142.86' },
      { label: 'Tax, month to date', working: '7,142.86 × 80% × 20%', result: '1,142.86' },
      { label: 'Gross of this payment', working: '7,142.86 − 3,550.00', result: '3,592.86' },
      { label: 'Tax of this payment', working: '1,142.86 − 550.00', result: '592.86' },
      { label: 'In capital numerals (gross)', working: '', result: '叁仟伍佰玖拾贰元捌角陆分' },
    ]);
  });

  it('says that only the central model applies, until somebody confirms it', () => {
    const model = aStandard({
      level: 'central',
      documentNumber: '财行〔2016〕540号',
      confirmedBy: null,
    });
    expect(modelBanner(plan({ standards: [model] }).basis, 'en')).toMatch(
      /^财行〔2016〕540号 is the central model and not confirmed/,
    );
    expect(
      modelBanner(plan({ standards: [{ ...model, confirmedBy: '韩雪' }] }).basis, 'en'),
    ).toBeNull();
    expect(modelBanner(plan().basis, 'en')).toBeNull();
  });
});
