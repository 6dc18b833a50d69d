import { describe, expect, it, test } from '@jest/globals';
import { readBook } from '#core/model/book';
import { findStandard, toStandards } from '#core/model/standards';
import { renderFinding } from '#core/workbook/finding';
import { findingsIn, MONDAY, placesIn } from '#test/support/builders/places';
import {
  aLeave,
  aMark,
  aMember,
  anExpense,
  aStandard,
  aSession,
  aSpeaker,
  someOtherHours,
} from '#test/support/builders/rows';
import { toCents } from '#core/money/cents';
import { aWorkbook } from '#test/support/builders/tables';

type Item = ReturnType<typeof aStandard>['item'];

describe('a value of the standards tab', () => {
  test.each<[string, Item, number, string[]]>([
    ['violating: 50 for 50 %', 'farUplift', 50, ['W51 standards 2 value']],
    ['boundary: just too much', 'farUplift', 2.01, ['W51 standards 2 value']],
    ['inside: at the limit', 'farUplift', 2, []],
    ['violating: 5 for 5 %', 'staffRatio', 5, ['W51 standards 2 value']],
    ['inside: all', 'staffRatio', 1, []],
    ['violating: below nothing', 'quota', -1, ['W51 standards 2 value']],
    ['violating: 300 hours in a half-day', 'halfDayHours', 300, ['W51 standards 2 value']],
  ])('W51 %s', (_, item, value, expected) => {
    expect(
      placesIn(aWorkbook({ standards: [aStandard({ item, scope: null, value })] }), 'W51'),
    ).toEqual(expected);
  });
});

describe('the hours of a session', () => {
  test.each([
    [-3, ['W51 schedule 2 taughtHours']],
    [0, []],
    [24, []],
    [24.5, ['W51 schedule 2 taughtHours']],
    [300, ['W51 schedule 2 taughtHours']],
  ])('W51 taught %d gives %j', (taughtHours, expected) => {
    expect(
      placesIn(aWorkbook({ speakers: [aSpeaker()], schedule: [aSession({ taughtHours })] }), 'W51'),
    ).toEqual(expected);
  });

  it('W51 looks at credited hours too', () => {
    expect(
      placesIn(
        aWorkbook({ speakers: [aSpeaker()], schedule: [aSession({ creditedHours: -1 })] }),
        'W51',
      ),
    ).toEqual(['W51 schedule 2 creditedHours']);
  });
});

describe('a count', () => {
  const rows = { roster: [aMember()], schedule: [aSession({ speakerId: null })] };
  test.each([
    [
      'W51 violating: paid for fewer than nobody',
      { expenses: [anExpense({ headCount: -1 })] },
      ['W51 expenses 2 headCount'],
    ],
    [
      'W51 violating: paid for a town',
      { expenses: [anExpense({ headCount: 5001 })] },
      ['W51 expenses 2 headCount'],
    ],
    ['W51 boundary: paid for the most', { expenses: [anExpense({ headCount: 5000 })] }, []],
    [
      'W51 violating: staff below nothing',
      { schedule: [aSession({ speakerId: null, staffCount: -3 })] },
      ['W51 schedule 2 staffCount'],
    ],
    [
      'W51 violating: staff of a town',
      { schedule: [aSession({ speakerId: null, staffCount: 1001 })] },
      ['W51 schedule 2 staffCount'],
    ],
    ['W51 boundary: no staff', { schedule: [aSession({ speakerId: null, staffCount: 0 })] }, []],
    [
      'W51 violating: minutes missed below nothing',
      { attendance: [aMark(), aMark({ memberId: 'R002', minutesMissed: -5 })] },
      ['W51 attendance 3 minutesMissed'],
    ],
    ['W51 boundary: a whole day missed', { attendance: [aMark({ minutesMissed: 1440 })] }, []],
    [
      'W51 violating: minutes of leave below nothing',
      { leave: [aLeave({ minutes: -30 })] },
      ['W51 leave 2 minutes'],
    ],
    [
      'W51 violating: hours from elsewhere',
      { otherHours: [someOtherHours({ hours: 2000.5 })] },
      ['W51 otherHours 2 hours'],
    ],
    ['W51 boundary: hours from elsewhere', { otherHours: [someOtherHours({ hours: 2000 })] }, []],
    [
      'W51 inside: no hours from elsewhere are told by themselves',
      { otherHours: [someOtherHours({ hours: -3 })] },
      [],
    ],
  ])('%s', (_, part, expected) => {
    expect(placesIn(aWorkbook({ ...rows, ...part }), 'W51')).toEqual(expected);
  });

  it('W51 is reported once: implausible hours are no ground for V10, V11 or V12', () => {
    const tables = aWorkbook({
      speakers: [aSpeaker()],
      schedule: [aSession({ taughtHours: 300 })],
      expenses: [anExpense()],
    });
    expect(placesIn(tables, 'V1')).toEqual([]);
    expect(placesIn(tables, 'W51')).toEqual(['W51 schedule 2 taughtHours']);
  });

  it('W51 is reported once: nor are they for the other session of the half-day', () => {
    const tables = aWorkbook({
      speakers: [aSpeaker()],
      schedule: [
        aSession({ taughtHours: 2 }),
        aSession({ id: 'S02', number: 2, title: '基层治理', taughtHours: 300 }),
      ],
    });
    expect(placesIn(tables, 'V10')).toEqual([]);
    expect(placesIn(tables, 'W51')).toEqual(['W51 schedule 3 taughtHours']);
  });
});

describe('a rate without sense', () => {
  const fee = (uplift: number) =>
    placesIn(
      aWorkbook({
        speakers: [aSpeaker({ farAway: true })],
        schedule: [aSession()],
        expenses: [
          anExpense({
            net: toCents(60_000_00),
            approvalNumber: '区财〔2026〕9号',
            gross: toCents(60_000_00),
            amount: toCents(60_000_00),
          }),
        ],
        standards: [
          ...[aStandard(), aStandard({ item: 'halfDayHours', scope: null, value: 4 })],
          aStandard({ item: 'farUplift', scope: null, value: uplift }),
        ],
      }),
    ).filter((place) => /^(W51|V21)/.test(place));

  it('W51 is not used: V21 waits until it is corrected', () => {
    expect(fee(50)).toEqual(['W51 standards 4 value']);
    expect(fee(0.5)).toEqual(['V21 expenses 2 net']);
  });

  it('W51 lets a row before it hold', () => {
    const caps = [aStandard({ value: 500 }), aStandard({ value: 1_000_000, level: 'district' })];
    const tables = aWorkbook({
      speakers: [aSpeaker()],
      schedule: [aSession()],
      expenses: [anExpense()],
      standards: [...caps, aStandard({ item: 'halfDayHours', scope: null, value: 4 })],
    });
    expect(placesIn(tables, 'W51')).toEqual(['W51 standards 3 value']);
    const book = toStandards(readBook(tables, MONDAY).book.entries.standards);
    expect(findStandard(book, { item: 'feeCap', scope: 'senior', day: MONDAY })?.value).toBe(500);
  });
});

describe('a lecturer booked twice', () => {
  it('V08 is reported by name', () => {
    const schedule = [aSession(), aSession({ id: 'S02', number: 2, venue: '分会场' })];
    const found = findingsIn(aWorkbook({ speakers: [aSpeaker()], schedule }), 'V08').filter(
      ({ column }) => column === 'speakerId',
    );
    expect(found.map((one) => renderFinding(one, 'zh-CN').message)).toEqual([
      '主讲人“陆明哲”在2026-03-06与S02（14:30—17:00）时间冲突。',
      '主讲人“陆明哲”在2026-03-06与S01（14:30—17:00）时间冲突。',
    ]);
  });
});
