import { describe, expect, test } from '@jest/globals';
import { ATTENDANCE_REPORTS } from '#core/attendance/report/report';
import { anApplication } from '#test/support/application';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

function application() {
  const app = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      roster: [aMember()],
      schedule: [aSession({ state: 'held' }), aSession({ id: 'S02', number: 2 })],
      attendance: [aMark()],
    }),
  );
  app.setNow('2026-12-31T01:00:00Z');
  return app;
}

const reports = async (app: ReturnType<typeof application>) =>
  (await app.workbook.read(WORKBOOK_ID, [], ATTENDANCE_REPORTS)).ownCells;

describe('the attendance report of a period in which nothing was held', () => {
  test('is refused, and the reports stay as they are', async () => {
    const app = application();
    expect(await app.call('attendanceReport', {})).toMatchObject({ sessions: 1, people: 1 });
    const before = await reports(app);
    expect(Object.keys(before ?? {})).toHaveLength(6);
    const empty = { from: '2026-08-01', to: '2026-08-31' };
    await expect(app.call('attendanceReport', empty)).rejects.toMatchObject({
      refusal: 'noHeldInPeriod',
      facts: empty,
    });
    expect(await reports(app)).toEqual(before);
  });

  test('can still be read: it answers that there is none', async () => {
    const period = { from: '2026-08-01', to: '2026-08-31', action: 'read' } as const;
    expect(await application().call('attendanceReport', period)).toMatchObject({
      sessions: 0,
      tabs: [],
    });
  });
});
