import { describe, expect, it, test } from '@jest/globals';
import { addDays, toDay } from '#core/calendar/day';
import { aSession } from '#test/support/builders/rows';
import { aTable, aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import { findingsIn, placesIn } from '#test/support/builders/places';

/** Sessions a week apart with these numbers. */
const numbered = (...numbers: (number | null)[]): string[] =>
  placesIn(
    aWorkbook({
      schedule: numbers.map((number, index) =>
        aSession({
          id: `S${index}`,
          speakerId: null,
          number,
          date: addDays(toDay('2026-03-06'), index * 7),
        }),
      ),
    }),
    'V09',
  );
const at = (...rows: number[]): string[] => rows.map((row) => `V09 schedule ${row} number`);

describe('session numbers', () => {
  test.each([
    [[1, 2, 3], []],
    [[7, 8, 9], []],
    [[1, 2, 2], at(3, 4)],
    [[1, 3, 2], at(3, 4)], // one skipped, one out of order
    [[1, 2, 4], at(4)],
    [[1, null, 2], at(3)],
    [[null, null], []],
  ])('%j are found at %j', (numbers, expected) => {
    expect(numbered(...numbers)).toEqual(expected);
  });

  it('start again in another year', () => {
    const schedule = [
      aSession({ speakerId: null, number: 40, date: toDay('2025-12-26') }),
      aSession({ id: 'S02', speakerId: null, number: 1, date: toDay('2026-03-06') }),
    ];
    expect(placesIn(aWorkbook({ schedule }), 'V09')).toEqual([]);
  });

  it('of cancelled sessions are free', () => {
    const schedule = [
      aSession({ speakerId: null, state: 'cancelled' }),
      aSession({ id: 'S02', speakerId: null, date: toDay('2026-03-13') }),
    ];
    expect(placesIn(aWorkbook({ schedule }), 'V09')).toEqual([]);
  });
});

describe('the plan number', () => {
  test.each([
    [{}, []],
    [{ planNumber: null }, ['V25 schedule 2 planNumber']],
    [{ planNumber: null, exceptionReason: '部长批准增加' }, []],
    [{ planNumber: null, state: 'cancelled' as const }, []],
  ])('of %j gives %j', (part, expected) => {
    expect(
      placesIn(aWorkbook({ schedule: [aSession({ speakerId: null, ...part })] }), 'V25'),
    ).toEqual(expected);
  });

  it('is not asked for in a workbook without that column', () => {
    const schedule = aTable('schedule', [aSession({ speakerId: null, planNumber: null })]);
    const rows = rowsIn(schedule).map((cells, index) =>
      cells.map((cell) => (index === 0 && cell === '计划文号' ? '自用' : cell)),
    );
    expect(placesIn({ ...aWorkbook(), schedule: withRows(schedule, rows) }, 'V25')).toEqual([]);
  });
});

describe('the state', () => {
  test.each([
    ['held', '2026-03-05', []],
    ['held', '2026-03-06', []],
    ['planned', '2026-03-05', ['W21 schedule 2 state']],
    ['planned', '2026-03-06', []],
    ['held', '2026-03-07', ['W20 schedule 2 state']],
    ['planned', '2026-03-07', []],
  ] as const)('%s on %s, today being 2026-03-06, gives %j', (state, date, expected) => {
    const tables = aWorkbook({
      schedule: [aSession({ speakerId: null, state, date: toDay(date) })],
    });
    const found = findingsIn(tables, 'W2', toDay('2026-03-06')).map(
      ({ rule, row, column }) => `${rule.code} schedule ${row ?? ''} ${column ?? ''}`,
    );
    expect(found).toEqual(expected);
  });
});
