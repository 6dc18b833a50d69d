import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/finding';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aRate, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Item = ReturnType<typeof aRate>['item'];

describe('a value of the rates tab', () => {
  test.each<[string, Item, number, string[]]>([
    ['violating: 50 for 50 %', 'farUplift', 50, ['W51 rates 2 value']],
    ['boundary: just too much', 'farUplift', 2.01, ['W51 rates 2 value']],
    ['inside: at the limit', 'farUplift', 2, []],
    ['violating: 5 for 5 %', 'staffRatio', 5, ['W51 rates 2 value']],
    ['inside: all', 'staffRatio', 1, []],
    ['violating: below nothing', 'quota', -1, ['W51 rates 2 value']],
    ['violating: 300 hours in a half-day', 'halfDayHours', 300, ['W51 rates 2 value']],
  ])('W51 %s', (_, item, value, expected) => {
    expect(placesIn(aWorkbook({ rates: [aRate({ item, scope: null, value })] }), 'W51')).toEqual(
      expected,
    );
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

describe('a lecturer booked twice', () => {
  it('V08 is told by name', () => {
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
