import { describe, expect, test } from '@jest/globals';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { rosterRowsOn } from '#core/attendance/roster-rows';
import { toDay } from '#core/calendar/day';
import { aMember } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const DAY = toDay('2026-06-30');

type Terms = readonly (readonly [unit: string, from: string | null, to: string | null])[];

function unitOf(terms: Terms): string | undefined {
  const roster = terms.map(([unit, from, to], index) =>
    aMember({
      unit,
      unitOrder: index,
      from: from === null ? null : toDay(from),
      to: to === null ? null : toDay(to),
    }),
  );
  const reading = readAttendanceData(aWorkbook({ roster }));
  const [row = -1] = rosterRowsOn(reading, DAY);
  return reading.programme.people[row]?.unit;
}

describe('the row that says who a person is on 30 June', () => {
  test.each<[string, string, Terms]>([
    [
      'is the one valid that day',
      '乙',
      [
        ['甲', null, '2026-06-29'],
        ['乙', '2026-06-30', null],
      ],
    ],
    [
      'is still the old one on its last day',
      '甲',
      [
        ['甲', null, '2026-06-30'],
        ['乙', '2026-07-01', null],
      ],
    ],
    [
      'is the first in official order of two valid ones',
      '甲',
      [
        ['甲', null, null],
        ['乙', '2026-01-01', null],
      ],
    ],
    [
      'is the one that was valid last',
      '乙',
      [
        ['甲', null, '2026-03-31'],
        ['乙', '2026-04-01', '2026-05-31'],
        ['丙', '2026-09-01', null],
      ],
    ],
    [
      'is the last one, wherever it stands',
      '甲',
      [
        ['甲', '2026-04-01', '2026-05-31'],
        ['乙', null, '2026-03-31'],
      ],
    ],
    ['is one to come where there is no other', '甲', [['甲', '2026-09-01', null]]],
  ])('%s', (_, expected, terms) => {
    expect(unitOf(terms)).toBe(expected);
  });

  test('is none for a post that nobody holds', () => {
    const reading = readAttendanceData(aWorkbook({ roster: [aMember({ name: '空缺' })] }));
    expect([...rosterRowsOn(reading, DAY)]).toEqual([-1]);
  });
});
