import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { countAttendanceData } from '#core/attendance/count-attendance';
import { personRecords } from '#core/attendance/person-record';
import { dueCount } from '#core/attendance/tally';
import { unitLines } from '#core/bulletin/unit-lines';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const NAMES = ['甲', '乙', '丙', '丁', '戊'];

/** Units with so many people, in official order, all absent from the one session: unit, people due, how many units. */
function linesOf(sizes: readonly number[], least: number) {
  const roster = sizes.flatMap((size, order) =>
    Array.from({ length: size }, (_, at) =>
      aMember({ id: `R${order}${at}`, unit: NAMES[order] ?? '', unitOrder: order }),
    ),
  );
  const tables = aWorkbook({
    schedule: [aSession({ state: 'held' })],
    roster,
    attendance: roster.map(({ id }) => aMark({ memberId: id, status: '缺席' })),
  });
  const period = { from: toDay('2026-01-01'), to: toDay('2026-12-31') };
  const data = readAttendanceData(tables);
  const attendance = countAttendanceData(data, { period, programme: period });
  return unitLines(attendance, personRecords(data, period, tables), least).map((line) => ({
    unit: line.unit,
    due: dueCount(line.tally, attendance.statuses),
    absent: line.absent,
    units: line.units,
  }));
}

const shown = (sizes: readonly number[], least: number): string[] =>
  linesOf(sizes, least).map(({ unit, due, units }) => `${unit ?? '*'} ${due} ${units}`);

describe('the units of a bulletin', () => {
  test.each([
    ['are listed apart when all are large enough', [3, 4], 3, ['甲 3 1', '乙 4 1']],
    ['share a line when two are small', [2, 4, 1], 3, ['乙 4 1', '* 3 2']],
    [
      'join the next smallest when one is small alone',
      [5, 2, 4, 6],
      3,
      ['甲 5 1', '丁 6 1', '* 6 2'],
    ],
    ['join it when the small ones together are too few', [1, 1, 4, 5], 3, ['丁 5 1', '* 6 3']],
    ['join no more than they need', [2, 3, 3], 3, ['丙 3 1', '* 5 2']],
    ['are not listed when none is left apart', [2, 3], 3, []],
    ['are not listed when the only one is small', [2], 3, []],
    ['are listed when the only one is large enough', [3], 3, ['甲 3 1']],
    ['are all listed with the limit 1', [1, 2], 1, ['甲 1 1', '乙 2 1']],
  ])('%s', (_, sizes, least, wanted) => {
    expect(shown(sizes, least)).toEqual(wanted);
  });

  test('never show fewer people than the limit, alone or as what the total leaves over', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 6 }), (units, least) => {
        const lines = linesOf(units, least);
        const sum = (key: 'due' | 'absent') => lines.reduce((total, line) => total + line[key], 0);
        const everybody = units.reduce((total, size) => total + size, 0);
        expect(lines.filter(({ due }) => due < least)).toEqual([]);
        expect(lines.filter(({ unit, units: joined }) => unit === null && joined < 2)).toEqual([]);
        expect([0, everybody]).toContain(sum('due'));
        expect(sum('absent')).toBe(sum('due'));
      }),
      { numRuns: 40 },
    );
  });
});
