import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { grossOfNet, taxOnFee } from '#core/fees/lecture-fee-tax';
import { anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

type Level = NonNullable<ReturnType<typeof aSpeaker>['titleLevel']>;
const yuan = (amount: number) => toCents(Math.round(amount * 100));

/** A correctly taxed fee of so much after tax. */
function fee(net: number, part: Parameters<typeof anExpense>[0] = {}) {
  const gross = grossOfNet(yuan(net));
  return anExpense({ net: yuan(net), gross, tax: taxOnFee(gross), amount: gross, ...part });
}

function paid(
  net: number,
  level: Level | null,
  part: { hours?: number | null; approval?: string } = {},
) {
  const { hours = 3, approval = null } = part;
  return aWorkbook({
    speakers: [aSpeaker({ titleLevel: level })],
    schedule: [aSession({ taughtHours: hours })],
    expenses: [fee(net, { approvalNumber: approval })],
  });
}

describe('a fee after tax', () => {
  test.each([
    ['senior', 3, 2999.99, []],
    ['senior', 3, 3000, []],
    ['senior', 3, 3000.01, ['V12 expenses 2 net']],
    ['associate', 3, 1500, []],
    ['associate', 3, 1500.01, ['V12 expenses 2 net']],
    ['associate', 3, 2000, ['V12 expenses 2 net']],
    ['associate', 2.5, 1250, []],
    ['associate', 2.5, 1251, ['V12 expenses 2 net']],
    ['academician', 3, 4500, []],
    ['academician', 3, 4500.01, ['V13 expenses 2 net']],
  ] as const)('of %s for %d hours, %d yuan, gives %j', (level, hours, net, expected) => {
    expect(placesIn(paid(net, level, { hours }), 'V1')).toEqual(expected);
  });

  it('above the usual for a known expert is fine with an approval number', () => {
    expect(placesIn(paid(6000, 'academician', { approval: '区组〔2026〕9号' }), 'V1')).toEqual([]);
  });

  it('is checked against the cap valid on the day of the session, not of the payment', () => {
    const standards = [
      aStandard({ value: 1000, to: toDay('2026-03-06') }),
      aStandard({ value: 800, from: toDay('2026-03-07') }),
    ];
    expect(placesIn({ ...paid(3000, 'senior'), ...aRates(standards) }, 'V12')).toEqual([]);
    const later = [
      aStandard({ value: 800, from: toDay('2026-03-06') }),
      aStandard({ value: 1000, to: toDay('2026-03-05') }),
    ];
    expect(placesIn({ ...paid(3000, 'senior'), ...aRates(later) }, 'V12')).toEqual([
      'V12 expenses 2 net',
    ]);
  });

  it('is checked against the most local of several caps', () => {
    const standards = [
      aStandard({ level: 'central', value: 1000 }),
      aStandard({ level: 'district', value: 900 }),
      aStandard({ level: 'province', value: 950 }),
    ];
    const [found] = findingsIn({ ...paid(3000, 'senior'), ...aRates(standards) }, 'V12');
    expect(found?.facts).toMatchObject({ cap: 900, limit: '2,700.00' });
  });

  it('without a cap in the standards tab is not checked, and the missing standard is reported once', () => {
    const tables = aWorkbook({
      speakers: [aSpeaker({ titleLevel: 'other' })],
      schedule: [aSession(), aSession({ id: 'S02', number: 2, date: toDay('2026-03-13') })],
      expenses: [fee(900, { sessionId: 'S02', id: 'E002' }), fee(900)],
    });
    const found = findingsIn(tables, 'V28');
    expect(found.map(({ facts }) => facts)).toMatchObject([
      { date: '2026-03-06', scope: { 'zh-CN': '中级及以下' } },
    ]);
    expect(placesIn(tables, 'V12')).toEqual([]);
  });

  it('cannot be checked without the hours taught', () => {
    expect(placesIn(paid(100, 'senior', { hours: null }), 'V12')).toEqual(['V12 expenses 2 net']);
  });
});

describe('the fee of a lecturer from out of town', () => {
  const uplift = aRates([aStandard(), aStandard({ item: 'farUplift', scope: null, value: 0.5 })]);
  const noUplift = aRates([aStandard()]);
  const { speakers } = aWorkbook({ speakers: [aSpeaker({ farAway: true })] });
  const far = speakers ? { speakers } : {};
  const approved = { approval: '区组〔2026〕9号' };

  test.each([
    ['within the cap', { net: 3000 }, uplift, []],
    ['raised and approved', { net: 4500, ...approved }, uplift, []],
    ['raised without approval', { net: 4500 }, uplift, ['V21 warning']],
    ['over the percentage, approved', { net: 4500.01, ...approved }, uplift, ['V21 warning']],
    ['over the percentage without approval', { net: 4500.01 }, uplift, ['V12 error']],
    ['approved, no percentage known', { net: 3000.01, ...approved }, noUplift, ['V21 warning']],
    ['neither approved nor a percentage known', { net: 3000.01 }, noUplift, ['V12 error']],
  ])('%s', (_, { net, ...more }, standards, expected) => {
    const tables = { ...paid(net, 'senior', more), ...standards, ...far };
    const found = ['V12', 'V21'].flatMap((code) => findingsIn(tables, code));
    expect(found.map(({ rule }) => `${rule.code} ${rule.severity}`)).toEqual(expected);
  });

  it('is reported with the limit, the percentage and the raised limit', () => {
    const [found] = findingsIn({ ...paid(4800, 'senior', approved), ...uplift, ...far }, 'V21');
    expect(found).toMatchObject({
      row: 2,
      column: 'net',
      value: '4,800.00',
      facts: { limit: '3,000.00', uplift: '50%', raised: '4,500.00' },
    });
  });

  it('shows a percentage with its fraction', () => {
    const eighth = aRates([
      aStandard(),
      aStandard({ item: 'farUplift', scope: null, value: 0.125 }),
    ]);
    const [found] = findingsIn({ ...paid(3375.01, 'senior', approved), ...eighth, ...far }, 'V21');
    expect(found).toMatchObject({ facts: { uplift: '12.5%', raised: '3,375.00' } });
  });

  it('is no excuse for a lecturer who is not marked so', () => {
    const tables = { ...paid(4500, 'senior', approved), ...uplift };
    expect(placesIn(tables, 'V12')).toEqual(['V12 expenses 2 net']);
    expect(placesIn(tables, 'V21')).toEqual([]);
  });
});

function aRates(standards: ReturnType<typeof aStandard>[]) {
  const { standards: table } = aWorkbook({
    standards: [...standards, aStandard({ item: 'halfDayHours', scope: null, value: 4 })],
  });
  return table ? { standards: table } : {};
}

describe('numbers that no fee can have', () => {
  test.each([
    [{ hours: 1e12 }, 1000],
    [{ hours: 1e300 }, 1000],
    [{ hours: 3 }, 1e300],
    [{ hours: 3 }, 1e12],
    [{ hours: -3 }, -1000],
  ])('%j hours at %d are told of or passed over, never a crash', (more, cap) => {
    const standards = aRates([
      aStandard({ value: cap }),
      aStandard({ item: 'farUplift', scope: null, value: 1e300 }),
      aStandard({ item: 'quota', scope: null, value: cap }),
    ]);
    for (const net of [2000, 6000]) {
      const found = findingsIn({ ...paid(net, 'senior', more), ...standards }, 'V12');
      expect(found.every(({ rule }) => rule.severity === 'error')).toBe(true);
    }
  });
});

describe('the title of a paid lecturer', () => {
  it('must be known', () => {
    expect(placesIn(paid(500, null), 'V14')).toEqual(['V14 expenses 2 payee']);
    const nobody = aWorkbook({ schedule: [aSession({ speakerId: null })], expenses: [fee(500)] });
    expect(placesIn(nobody, 'V14')).toEqual(['V14 expenses 2 payee']);
  });

  it('is no further finding while it cannot be read or the speaker’s id is unknown', () => {
    expect(
      placesIn(
        withCellIn(
          paid(500, 'senior'),
          { tab: 'speakers', row: 2, column: 'titleLevel' },
          '教授级',
        ),
        'V14',
      ),
    ).toEqual([]);
    const lost = aWorkbook({ schedule: [aSession({ speakerId: 'T99' })], expenses: [fee(500)] });
    expect(placesIn(lost, 'V14')).toEqual([]);
  });

  it('is the payee’s, when the payee is another speaker than the session’s', () => {
    const speakers = [aSpeaker(), aSpeaker({ id: 'T02', name: '何清', titleLevel: 'associate' })];
    const tables = aWorkbook({
      speakers,
      schedule: [aSession()],
      expenses: [fee(3000, { payee: '何 清' })],
    });
    expect(placesIn(tables, 'V12')).toEqual(['V12 expenses 2 net']);
  });

  it('is not asked for travel and lodging under the same head, with the reason', () => {
    const exceptionReason = '主讲人高铁票';
    const travel = anExpense({
      net: null,
      gross: null,
      tax: null,
      amount: yuan(320),
      exceptionReason,
    });
    const found = findingsIn(aWorkbook({ expenses: [{ ...travel, sessionId: null }] }), 'V1');
    expect(found.map(({ rule, accepted }) => [rule.severity, accepted])).toEqual([
      ['info', exceptionReason],
    ]);
  });
});

describe('a leader of this district', () => {
  test.each([
    [undefined, ['V19 expenses 2 net']],
    ['区财〔2026〕3号', []],
  ])('paid with approval number %s gives %j', (approval, expected) => {
    const found = placesIn(
      paid(500, 'localLeader', approval === undefined ? {} : { approval }),
      'V',
    );
    expect(found).toEqual(expected);
  });
});

describe('the same talk', () => {
  const second = (part: Parameters<typeof aSession>[0]) =>
    aWorkbook({
      speakers: [aSpeaker()],
      schedule: [
        aSession(),
        aSession({ id: 'S02', number: 2, venue: '分会场', audience: null, ...part }),
      ],
      expenses: [
        fee(3000, { date: toDay('2026-03-09') }),
        fee(3000, { id: 'E002', sessionId: 'S02', date: toDay('2026-04-09') }),
      ],
    });

  it('is paid once, however many classes listen', () => {
    expect(placesIn(second({}), 'V18')).toEqual(['V18 expenses 2 net', 'V18 expenses 3 net']);
  });

  it('on another day or another talk on the same day is paid by itself', () => {
    expect(placesIn(second({ date: toDay('2026-03-13') }), 'V18')).toEqual([]);
    expect(placesIn(second({ title: '数字政府建设' }), 'V18')).toEqual([]);
  });
});
