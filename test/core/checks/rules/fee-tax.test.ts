import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

type Part = Parameters<typeof anExpense>[0];
const yuan = (amount: number) => toCents(Math.round(amount * 100));
const money = (net: number, gross: number, tax: number): Part => ({
  net: yuan(net),
  gross: yuan(gross),
  tax: yuan(tax),
  amount: yuan(gross),
});

/** Fees of one speaker for talks a week apart. */
function fees(...parts: Part[]) {
  const days = ['2026-05-08', '2026-05-15', '2026-05-22', '2026-06-05'].map(toDay);
  return aWorkbook({
    speakers: [aSpeaker()],
    schedule: days.map((date, index) =>
      aSession({ id: `S${index}`, number: index + 1, date, title: `第${index}讲`, taughtHours: 4 }),
    ),
    expenses: parts.map((part, index) =>
      anExpense({
        id: `E${index}`,
        sessionId: `S${index}`,
        date: days[index] ?? days[0]!,
        ...part,
      }),
    ),
  });
}
const found = (...parts: Part[]): string[] =>
  placesIn(fees(...parts)).filter((place) => /^V1[567]/.test(place));

describe('one fee', () => {
  test.each([
    [3000, 3550, 550, []],
    [800, 800, 0, []],
    [4000, 4761.9, 761.9, []],
    [2000, 2300, 300, []],
    [3000, 3550, 549, ['V15 expenses 2 net']], // 3550 − 549 = 3001
    [3001, 3550, 549, ['V15 expenses 2 tax']], // adds up, but the tax on 3550 is 550
    [2999, 3550, 551, ['V15 expenses 2 tax']],
    [4000, 4000, 0, ['V16 expenses 2 net']],
    [801, 801, 0, ['V16 expenses 2 net']],
    [800, 800, 0, []],
  ])('net %d, gross %d, tax %d gives %j', (net, gross, tax, expected) => {
    expect(found(money(net, gross, tax))).toEqual(expected);
  });

  it('says what would be right', () => {
    const [wrong] = findingsIn(fees(money(3000, 3550, 549)), 'V15');
    expect(wrong?.facts).toMatchObject({ rightGross: '3,550.00', rightTax: '550.00' });
    const [swapped] = findingsIn(fees(money(4000, 4000, 0)), 'V16');
    expect(swapped?.facts).toMatchObject({ net: '3,360.00', gross: '4,761.90' });
  });

  test.each([
    [{ ...money(3000, 3550, 550), tax: null }, ['V15 expenses 2 tax']],
    [{ ...money(3000, 3550, 550), gross: null }, ['V15 expenses 2 gross']],
    [{ ...money(3000, 3550, 550), net: null }, ['V15 expenses 2 net']],
    [{ ...money(3000, 3550, 550), amount: yuan(3000) }, ['V15 expenses 2 amount']],
    [{ ...money(4000, 4000, 0), tax: null }, ['V16 expenses 2 net']],
  ])('with a cell missing or the wrong amount (%#) gives %j', (part, expected) => {
    expect(found(part)).toEqual(expected);
  });

  it('is not called incomplete for a cell that cannot be read', () => {
    const broken = withCellIn(
      fees(money(3000, 3550, 550)),
      { tab: 'expenses', row: 2, column: 'tax' },
      '五百五',
    );
    expect(placesIn(broken, 'V15')).toEqual([]);
  });
});

describe('two fees of one person in a month', () => {
  const first = money(2000, 2300, 300);

  test.each([
    [money(2000, 2461.9, 461.9), []], // together 4761.90 and 761.90
    [money(2000, 2300, 300), ['V17 expenses 3 tax']],
    [money(2000, 2400, 400), ['V15 expenses 3 tax']],
  ])('%# give %j', (second, expected) => {
    expect(found(first, second)).toEqual(expected);
  });

  it('name what the tax is together', () => {
    const [wrong] = findingsIn(fees(first, first), 'V17');
    expect(wrong?.facts).toMatchObject({ month: '2026-05', count: 2, together: '436.00' });
  }); // the tax on 4600 is 4600 × 0.8 × 20 % = 736; 736 − 300 = 436

  it('are fine in two months, or when a reason is given for taxing them separately', () => {
    expect(found(first, { ...first, date: toDay('2026-06-01') })).toEqual([]);
    expect(found(first, { ...first, taxBasis: 'separate', taxReason: '不同项目' })).toEqual([]);
    expect(found(first, { ...first, taxBasis: 'separate' })).toEqual(['V17 expenses 3 tax']);
  });

  it('count in the order of payment, whatever the order of rows', () => {
    const late = { ...money(2000, 2461.9, 461.9), date: toDay('2026-05-20') };
    const early = { ...first, date: toDay('2026-05-10') };
    expect(found(late, early)).toEqual([]);
  });

  test.each([
    [
      'V17 inside: the booking of an earlier day bears the tax of both',
      money(2000, 2461.9, 461.9),
      [],
    ],
    [
      'V17 violating: it is taxed as if it were alone',
      money(2000, 2300, 300),
      ['V17 expenses 2 tax'],
    ],
    ['V17 boundary: a cent too little', money(2000.01, 2461.9, 461.89), ['V15 expenses 3 tax']],
  ])('%s', (_, second, expected) => {
    const booked = { ...first, id: 'E001', date: toDay('2026-05-20') };
    expect(found(booked, { ...second, id: 'E002', date: toDay('2026-05-10') })).toEqual(expected);
  });

  it('V17: three booked out of order are right when each bears what it adds to those booked before', () => {
    const third = money(2000, 2380.96, 380.96); // net 6000 is gross 7142.86 with tax 1142.86, less 761.90
    const on = (date: string, id: string, part: Part): Part => ({ ...part, id, date: toDay(date) });
    const rows = [
      on('2026-05-20', 'E9', first),
      on('2026-05-10', 'E10', money(2000, 2461.9, 461.9)),
      on('2026-05-15', 'E11', third),
    ] as const;
    expect(found(...rows)).toEqual([]);
    expect(found(rows[2], rows[0], rows[1])).toEqual([]); // the tab was sorted meanwhile
    expect(found(rows[0], rows[1], on('2026-05-15', 'E11', first))).toEqual(['V17 expenses 4 tax']);
  });

  it('may make good what was withheld too low before', () => {
    expect(
      found(money(2000, 2300, 300), money(2000, 2300, 300), money(500, 757.14, 257.14)),
    ).toEqual(['V17 expenses 3 tax']);
  }); // net 4500 in all is gross 5357.14 with tax 857.14; 857.14 − 600 = 257.14
});
