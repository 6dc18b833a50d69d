// Lecture fees entered so that the rules about fees would pass them over.
import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/workbook/finding';
import { toCents } from '#core/money/cents';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

type Part = Parameters<typeof anExpense>[0];
const yuan = (amount: number) => toCents(Math.round(amount * 100));
const amountOnly = (amount: number, part: Part = {}): Part => ({
  net: null,
  gross: null,
  tax: null,
  amount: yuan(amount),
  ...part,
});
const speakers = [
  aSpeaker(),
  aSpeaker({ id: 'T02', name: '何清', unit: '市委党校', titleLevel: 'associate' }),
];
const paid = (part: Part) =>
  aWorkbook({ speakers, schedule: [aSession()], expenses: [anExpense(part)] });
/** Of the fee rules; the year has no budget and keeps no papers. */
const found = (part: Part): string[] =>
  findingsIn(paid(part), '').map(({ rule, tab, row, column }) =>
    [rule.code, rule.severity, tab, row, column].join(' '),
  );

describe('a lecture fee without a session', () => {
  it('V12 violating: is an error, whatever its amount', () => {
    expect(found({ sessionId: null })).toEqual(['V12 error expenses 2 sessionId']);
    const gross = {
      net: yuan(60_000),
      gross: yuan(77_941.18),
      tax: yuan(17_941.18),
      amount: yuan(77_941.18),
    };
    expect(found({ sessionId: null, ...gross })).toEqual(['V12 error expenses 2 sessionId']);
    const [one] = findingsIn(paid({ sessionId: null }), 'V12');
    expect(one && renderFinding(one, 'zh-CN').message).toBe(
      '讲课费3,000.00元没有填写期次编号，学时和上限无从核对。',
    );
  });

  it('V12 inside: with its session is none', () => {
    expect(found({})).toEqual([]);
  });

  it('V12 boundary: an id without a row, or unreadable, is reported alone, once', () => {
    expect(found({ sessionId: 'S99' })).toEqual(['W23 error expenses 2 sessionId']);
    const unreadable = withCellIn(
      paid({}),
      { tab: 'expenses', row: 2, column: 'sessionId' },
      '#REF!',
    );
    expect(placesIn(unreadable)).toEqual(['W09 expenses 2 sessionId']);
  });

  it('V12 is an error for a leader of the district too', () => {
    const tables = aWorkbook({
      speakers: [aSpeaker({ titleLevel: 'localLeader' })],
      schedule: [aSession()],
      expenses: [anExpense({ sessionId: null, approvalNumber: '区财〔2026〕3号' })],
    });
    expect(placesIn(tables)).toEqual(['V12 expenses 2 sessionId']);
  });
});

describe('a payee', () => {
  test.each([
    ['V14 inside: the session’s speaker', '陆明哲', []],
    ['V14 inside: written with a gap, which W31 names', '陆　明哲', ['W31 info expenses 2 payee']],
    [
      'V14 violating: neither the session’s speaker nor in the pool',
      '孟昭然',
      ['V14 error expenses 2 payee'],
    ],
    ['V14 boundary: a title after the name', '陆明哲教授', ['V14 error expenses 2 payee']],
  ])('%s', (_, payee, expected) => {
    expect(found({ payee })).toEqual(expected);
  });

  it('V12: a stranger’s fee is checked against the session’s cap all the same', () => {
    const over = { net: yuan(3360), gross: yuan(4000), tax: yuan(640), amount: yuan(4000) };
    expect(found({ payee: '孟昭然', ...over })).toEqual([
      'V14 error expenses 2 payee',
      'V12 error expenses 2 net',
    ]);
  });

  it('V14 is not asked about while a name in the pool cannot be read', () => {
    const tables = withCellIn(
      paid({ payee: '孟昭然' }),
      { tab: 'speakers', row: 3, column: 'name' },
      '#N/A',
    );
    expect(placesIn(tables, 'V')).toEqual([]);
  });
});

describe('the lecturers’ head with an amount only', () => {
  test.each([
    ['V15 violating: to the session’s speaker', amountOnly(9000), ['V15 warning expenses 2 net']],
    [
      'V15 violating: to another speaker, without a session',
      amountOnly(9000, { payee: '何清', sessionId: null }),
      ['V15 warning expenses 2 net'],
    ],
    [
      'V15 violating: with noughts for the rest',
      { ...amountOnly(9000), net: yuan(0), gross: yuan(0), tax: yuan(0) },
      ['V15 warning expenses 2 net'],
    ],
    [
      'V14 violating: to somebody in no list',
      amountOnly(9000, { payee: '孟昭然' }),
      ['V14 warning expenses 2 payee'],
    ],
    [
      'V14 violating: to somebody in no list, without a session',
      amountOnly(9000, { payee: '孟昭然', sessionId: null }),
      ['V14 warning expenses 2 payee'],
    ],
    [
      'V14 inside: to a hotel, with the reason',
      amountOnly(420, { payee: '云溪宾馆', exceptionReason: '主讲人住宿' }),
      ['V14 info expenses 2 payee'],
    ],
    [
      'V15 inside: to the speaker, with the reason',
      amountOnly(318.5, { exceptionReason: '高铁票' }),
      ['V15 info expenses 2 net'],
    ],
    [
      'V14 boundary: a hotel under its own head',
      amountOnly(420, { payee: '云溪宾馆', head: 'lodging' }),
      [],
    ],
    ['V15 boundary: nothing was paid', amountOnly(0), []],
  ])('%s', (_, part, expected) => {
    expect(found(part)).toEqual(expected);
  });

  it('V14 is not reported while the pool cannot be read', () => {
    const tables = withCellIn(
      paid(amountOnly(420, { payee: '云溪宾馆' })),
      { tab: 'speakers', row: 3, column: 'name' },
      '#N/A',
    );
    expect(placesIn(tables, 'V')).toEqual([]);
  });

  it('V15 is a note once the checks tab gives the reason', () => {
    const expenses = [anExpense(amountOnly(318.5))];
    const checks = [
      {
        rule: 'V15',
        tab: '支出',
        cell: 'F2',
        entry: 'E001',
        value: '318.50',
        severity: 'warning' as const,
        message: '',
        suggestion: '',
        ignoreReason: '高铁票',
      },
    ];
    const tables = aWorkbook({ speakers, schedule: [aSession()], expenses, checks });
    expect(
      findingsIn(tables, 'V15').map(({ rule, accepted }) => [rule.severity, accepted]),
    ).toEqual([['info', '高铁票']]);
  });
});

describe('a lecture fee under another head', () => {
  const under = (head: 'other' | 'transport', part: Part = {}): Part => ({ head, ...part });
  test.each([
    ['W50 violating: taxed, to a speaker', under('other'), ['W50 error expenses 2 head']],
    [
      'W50 violating: taxed, to a speaker, as transport',
      under('transport'),
      ['W50 error expenses 2 head'],
    ],
    [
      'W50 violating: an amount only, to a speaker',
      under('other', amountOnly(3000)),
      ['W50 warning expenses 2 head'],
    ],
    [
      'W50 violating: taxed, to somebody else',
      under('other', { payee: '孟昭然' }),
      ['W50 warning expenses 2 head'],
    ],
    ['W50 inside: a lecturer’s ticket', under('transport', amountOnly(318.5)), []],
    ['W50 inside: a printer’s bill', under('other', amountOnly(3000, { payee: '云溪印务社' })), []],
    [
      'W50 boundary: noughts for net, gross and tax',
      under('other', {
        ...amountOnly(300, { payee: '云溪印务社' }),
        net: yuan(0),
        gross: yuan(0),
        tax: yuan(0),
      }),
      [],
    ],
  ])('%s', (_, part, expected) => {
    expect(found(part)).toEqual(expected);
  });

  it('V12: the fee is checked against the cap all the same', () => {
    const over = {
      net: yuan(4500),
      gross: yuan(5357.14),
      tax: yuan(857.14),
      amount: yuan(5357.14),
    };
    expect(found(under('other', over))).toEqual([
      'W50 error expenses 2 head',
      'V12 error expenses 2 net',
    ]);
  });
});

describe('a lecturer from out of town over the cap without approval', () => {
  const far = (net: number, standards: ReturnType<typeof aStandard>[]) =>
    findingsIn(
      aWorkbook({
        speakers: [aSpeaker({ farAway: true })],
        schedule: [aSession()],
        expenses: [anExpense({ net: yuan(net) })],
        standards: [
          aStandard(),
          aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
          ...standards,
        ],
      }),
      'V12',
    ).map((one) => renderFinding(one, 'zh-CN').suggestion);
  const uplift = aStandard({ item: 'farUplift', scope: null, value: 0.5 });

  it('V12 is not advised to be marked as from out of town, but what approval allows', () => {
    expect(far(4500.01, [uplift])).toEqual([
      '请按3,000.00元以内发放；经单位负责人书面批准并填写审批号的，最高4,500.00元。',
    ]);
    expect(far(3000.01, [])).toEqual([
      '请按3,000.00元以内发放；本地文件允许上浮的，在“标准”补充“异地上浮”，取得单位负责人书面批准并填写审批号。',
    ]);
  });
});
