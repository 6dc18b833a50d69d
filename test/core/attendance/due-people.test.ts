import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { count, fractions, held } from './counting';

describe('who is due', () => {
  it('counts a joiner from the first day and a leaver to the last', () => {
    const tables = aWorkbook({
      roster: [
        aMember({ to: toDay('2026-03-06') }),
        aMember({ id: 'R002', from: toDay('2026-03-13') }),
      ],
      schedule: [held(), held({ id: 'S02', date: toDay('2026-03-13') })],
      attendance: [
        aMark(),
        aMark({ sessionId: 'S02', memberId: 'R002', status: '缺席' }),
        aMark({ sessionId: 'S02', memberId: 'R001' }),
      ],
    });
    const attendance = count(tables);
    expect(
      attendance.people.map(({ person, tally }) => [person.id, fractions(attendance, tally)]),
    ).toEqual([
      ['R001', '1/1 1/1'],
      ['R002', '0/1 0/1'],
    ]);
    expect(attendance.notDue).toBe(1);
  });

  it('counts a person in two groups of the audience once', () => {
    const tables = aWorkbook({
      roster: [aMember()],
      schedule: [held({ audience: '四套班子、区委' })],
      attendance: [aMark()],
    });
    expect(fractions(count(tables))).toBe('1/1 1/1');
  });

  it('counts a person with two rows on one day once, in the unit that comes first', () => {
    const tables = aWorkbook({
      roster: [aMember({ unit: '区委党校', unitOrder: 90 }), aMember()],
      schedule: [held()],
      attendance: [aMark()],
    });
    const attendance = count(tables);
    expect(fractions(attendance)).toBe('1/1 1/1');
    expect(attendance.units.map(({ key }) => key)).toEqual(['区委']);
    expect(attendance.people).toHaveLength(1);
  });

  it('counts a person who changed units for the unit of the day', () => {
    const tables = aWorkbook({
      roster: [
        aMember({ to: toDay('2026-03-06') }),
        aMember({ unit: '区政协', unitOrder: 40, from: toDay('2026-03-07') }),
      ],
      schedule: [held(), held({ id: 'S02', date: toDay('2026-03-13') })],
      attendance: [aMark(), aMark({ sessionId: 'S02', status: '缺席' })],
    });
    const attendance = count(tables);
    expect(attendance.units.map(({ key, tally }) => [key, fractions(attendance, tally)])).toEqual([
      ['区委', '1/1 1/1'],
      ['区政协', '0/1 0/1'],
    ]);
    expect(attendance.people.map(({ tally }) => fractions(attendance, tally))).toEqual(['1/2 1/2']);
  });

  it.each([
    ['2026-03-06', '教育局'],
    ['2026-12-31', '区政府'],
  ])('names a person of two units, in the sessions to %s, after %s', (to, unit) => {
    const tables = aWorkbook({
      roster: [
        aMember({ unit: '教育局', unitOrder: 10, to: toDay('2026-03-12') }),
        aMember({ id: 'R002', unit: '区委', unitOrder: 15 }),
        aMember({ unit: '区政府', unitOrder: 20, from: toDay('2026-03-13') }),
      ],
      schedule: [held(), held({ id: 'S02', date: toDay('2026-03-13') })],
      attendance: [aMark(), aMark({ sessionId: 'S02', status: '缺席' })],
    });
    const period = { from: toDay('2026-01-01'), to: toDay(to) };
    const { people, units } = count(tables, period);
    const other = unit === '教育局' ? [unit, '区委'] : ['区委', unit];
    expect(people.map(({ person }) => person.unit)).toEqual(other);
    // Each session stays with the unit of its day.
    expect(units.map(({ key }) => key)).toEqual(['教育局', '区委', '区政府']);
  });

  it('lists who is due only later, without a rate to date', () => {
    const tables = aWorkbook({
      roster: [
        aMember(),
        aMember({ id: 'R002', unit: '区教育局', category: 'department', unitOrder: 200 }),
        aMember({
          id: 'R003',
          unit: '区教育局',
          category: 'department',
          unitOrder: 200,
          to: toDay('2026-04-02'),
        }),
      ],
      schedule: [
        held({ audience: '四套班子' }),
        aSession({ id: 'S02', date: toDay('2026-04-03'), audience: '区直部门' }),
      ],
      attendance: [aMark()],
    });
    const attendance = count(tables);
    expect(
      attendance.people.map(({ person, tally, planned }) => [
        person.id,
        fractions(attendance, tally),
        planned,
      ]),
    ).toEqual([
      ['R001', '1/1 1/1', 0],
      ['R002', '0/0 0/0', 1],
    ]);
    expect(attendance.units.map(({ key, planned }) => [key, planned])).toEqual([
      ['区委', 0],
      ['区教育局', 1],
    ]);
    expect(attendance.whole.planned).toBe(1);
    expect(fractions(attendance, attendance.whole.toDate)).toBe('1/1 1/1');
  });

  it('expects nobody in a vacant post', () => {
    const tables = aWorkbook({
      roster: [aMember(), aMember({ id: 'R002', name: '空缺' })],
      schedule: [held()],
      attendance: [aMark()],
    });
    expect(count(tables).overall.notRecorded).toBe(0);
  });
});
