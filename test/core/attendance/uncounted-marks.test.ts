import { describe, expect, it } from '@jest/globals';
import { formatRate } from '#core/attendance/rate';
import { ratesOf } from '#core/attendance/tally';
import { toDay } from '#core/calendar/day';
import { aMark, aMember } from '#test/support/builders/rows';
import { aRawTable, aWorkbook, headerOf, withCellIn } from '#test/support/builders/tables';
import { count, fractions, held, marks, people } from './counting';

describe('not recorded, unclear and left out', () => {
  it('does not take a missing mark for an absence, but lists who has none', () => {
    const attendance = count(
      aWorkbook({ roster: people, schedule: [held()], attendance: marks('出勤', '出勤') }),
    );
    expect(fractions(attendance)).toBe('2/2 2/2');
    expect(attendance.overall.notRecorded).toBe(2);
    expect(attendance.sessions[0]?.notRecorded.map(({ name }) => name)).toEqual(['某3', '某4']);
  });

  it('has no rate for a held session without any mark', () => {
    const attendance = count(aWorkbook({ roster: people, schedule: [held()] }));
    const { a, b } = ratesOf(attendance.overall, attendance.statuses);
    expect([formatRate(a), formatRate(b)]).toEqual(['—', '—']);
    expect(attendance.overall.notRecorded).toBe(4);
  });

  it('counts two marks that agree once', () => {
    const attendance = count(
      aWorkbook({
        roster: people,
        schedule: [held()],
        attendance: [...marks('出勤', '缺席', '出勤', '出勤'), aMark({ status: 'present' })],
      }),
    );
    expect(fractions(attendance)).toBe('3/4 3/4');
  });

  it.each([
    ['出勤', '事假'],
    ['事假', '出勤'],
    ['出勤', '到'],
    ['到', '出勤'],
    ['到', '到'],
  ])('counts neither of %s and %s, and lists the person', (first, second) => {
    const doubled = [aMark({ status: first }), aMark({ status: second })];
    const attendance = count(
      aWorkbook({ roster: people.slice(0, 1), schedule: [held()], attendance: doubled }),
    );
    expect(fractions(attendance)).toBe('0/0 0/0');
    expect(attendance.sessions[0]?.unclear.map(({ name }) => name)).toEqual(['某1']);
    expect(attendance.sessions[0]?.notRecorded).toEqual([]);
  });

  it('reports row and column of marks that name nobody, no session or no status', () => {
    const attendance = count(
      aWorkbook({
        roster: people,
        schedule: [held()],
        attendance: [
          aMark(),
          aMark({ memberId: 'R999' }),
          aMark({ sessionId: 'S99', memberId: 'R002' }),
          aMark({ memberId: 'R003', status: '到' }),
        ],
      }),
    );
    expect(attendance.badCells).toEqual([
      { row: 3, column: 'memberId', reason: 'unknown' },
      { row: 4, column: 'sessionId', reason: 'unknown' },
      { row: 5, column: 'status', reason: 'unknown' },
    ]);
    expect(fractions(attendance)).toBe('1/1 1/1');
  });

  it('reports blank cells and cells that cannot be read', () => {
    const tables = aWorkbook({
      roster: people,
      schedule: [held()],
      attendance: [aMark({ status: '' }), aMark({ memberId: 'R002' })],
    });
    const attendance = count(
      withCellIn(tables, { tab: 'attendance', row: 3, column: 'status' }, '#REF!'),
    );
    expect(attendance.badCells).toEqual([
      { row: 2, column: 'status', reason: 'blank' },
      { row: 3, column: 'status', reason: 'unreadable' },
    ]);
    expect(attendance.overall).toMatchObject({ unclear: 2, notRecorded: 2 });
  });

  it('reports wrong times too, though they change no rate', () => {
    const tables = aWorkbook({
      roster: people.slice(0, 1),
      schedule: [held()],
      attendance: [aMark()],
    });
    const attendance = count(
      withCellIn(tables, { tab: 'attendance', row: 2, column: 'in' }, '25:61'),
    );
    expect(attendance.badCells).toEqual([{ row: 2, column: 'in', reason: 'unreadable' }]);
    expect(fractions(attendance)).toBe('1/1 1/1');
  });

  it('leaves out marks of people who were not due, and says how many', () => {
    const tables = aWorkbook({
      roster: [aMember(), aMember({ id: 'R002', category: 'department', unit: '区教育局' })],
      schedule: [held({ audience: '区直部门' })],
      attendance: marks('出勤', '缺席'),
    });
    const attendance = count(tables);
    expect(fractions(attendance)).toBe('0/1 0/1');
    expect(attendance.notDue).toBe(1);
  });

  it('leaves out people and sessions whose row cannot be relied on', () => {
    const tables = aWorkbook({
      roster: people,
      schedule: [held(), held({ id: 'S02' })],
      attendance: marks('出勤', '出勤', '缺席', '缺席'),
    });
    const wrong = withCellIn(
      withCellIn(tables, { tab: 'roster', row: 5, column: 'to' }, '2026.2.30'),
      { tab: 'schedule', row: 3, column: 'date' },
      '2026.2.30',
    );
    const attendance = count(wrong);
    expect(attendance.leftOut).toEqual([
      { tab: 'roster', row: 5, column: null },
      { tab: 'schedule', row: 3, column: null },
    ]);
    expect(fractions(attendance)).toBe('2/3 2/3');
  });

  it('minds no mistake that has nothing to do with being due', () => {
    const tables = aWorkbook({
      roster: people,
      schedule: [held()],
      attendance: marks('出勤', '出勤', '缺席', '缺席'),
    });
    const wrong = withCellIn(
      withCellIn(tables, { tab: 'roster', row: 2, column: 'email' }, 'nobody'),
      { tab: 'schedule', row: 2, column: 'end' },
      '25:00',
    );
    expect(fractions(count(wrong))).toBe('2/4 2/4');
  });

  it('counts nothing for a session id that two rows have', () => {
    const tables = aWorkbook({
      roster: people,
      schedule: [held(), held({ date: toDay('2026-03-13') })],
      attendance: marks('出勤', '出勤', '缺席', '缺席'),
    });
    const attendance = count(tables);
    expect(attendance.leftOut).toHaveLength(2);
    expect(attendance.sessions).toEqual([]);
    expect(attendance.badCells).toHaveLength(4);
  });

  it('counts nothing while a needed column is missing', () => {
    const header = headerOf('attendance').filter((label) => label !== '状态');
    const tables = {
      ...aWorkbook({ roster: people, schedule: [held()] }),
      attendance: aRawTable('attendance', [header, ['S01', 'R001']]),
    };
    expect(count(tables).badCells).toEqual([]);
    expect(count(tables).overall.notRecorded).toBe(4);
  });
});
