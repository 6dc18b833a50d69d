import { expect, it } from '@jest/globals';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { personRecords } from '#core/attendance/person-record';
import { toDay } from '#core/calendar/day';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

it('has the held sessions of the period with its first and last day, and no others', () => {
  const sessions = [
    aSession({ id: 'S1', date: toDay('2026-03-05'), state: 'held' }),
    aSession({ id: 'S2', date: toDay('2026-03-06'), state: 'held' }),
    aSession({ id: 'S3', date: toDay('2026-03-13'), state: 'planned' }),
    aSession({ id: 'S4', date: toDay('2026-03-20'), state: 'cancelled' }),
    aSession({ id: 'S5', date: toDay('2026-03-27'), state: 'held' }),
    aSession({ id: 'S6', date: toDay('2026-03-28'), state: 'held' }),
  ];
  const tables = aWorkbook({
    roster: [aMember()],
    schedule: sessions,
    attendance: sessions.map(({ id }) => aMark({ sessionId: id, status: '出勤' })),
  });
  const period = { from: toDay('2026-03-06'), to: toDay('2026-03-27') };
  const records = personRecords(readAttendanceData(tables), period, tables);
  expect(records.map(({ sessions: own }) => own.map(({ session }) => session.id))).toEqual([
    ['S2', 'S5'],
  ]);
});
