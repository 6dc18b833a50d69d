// A programme with one held session and one leave, for the tests of the leave register.
import type { LeaveDecided, LeaveListed } from '#core/contract/leave-register';
import { anApplication, type TestApplication } from './application';
import { aLeave, aMark, aMember, anApprover, aSession } from './builders/rows';
import { aWorkbook, columnsOf } from './builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];
export const PENDING = { decision: 'pending', approver: null, decidedOn: null } as const;

/** Monday 9 March 2026, three days after the held session, at which 沈国栋 is marked absent and has asked for leave. */
export const app = (rows: Rows = {}): TestApplication => {
  const made = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', personOrder: 20 })],
      schedule: [aSession({ state: 'held' })],
      attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
      leave: [aLeave({ memberId: 'R002', ...PENDING })],
      approvers: [anApprover({ approver: '区委书记' })],
      ...rows,
    }),
  );
  made.setNow('2026-03-09T01:00:00Z');
  return made;
};
export const decide = async (
  on: TestApplication,
  event: LeaveDecided['event'],
  more: object = {},
) =>
  (await on.call('leaveRegister', {
    action: 'decide',
    leaveId: 'L001',
    event,
    ...more,
  })) as LeaveDecided; // a decision was asked for
export const list = async (on: TestApplication) =>
  (await on.call('leaveRegister', { action: 'list' })) as LeaveListed; // the list was asked for
export const cell = (
  on: TestApplication,
  tab: 'leave' | 'attendance',
  row: number,
  column: string,
) => on.workbook.rowsOf(tab)[row]?.[columnsOf(tab).indexOf(column)] ?? '';
export const log = (on: TestApplication) => on.workbook.rowsOf('log').map((row) => row.slice(2, 7));
export const APPROVED = { approver: '周文远' };
