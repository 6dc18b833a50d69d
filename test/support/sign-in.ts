// A hall with four due people, one of them on leave and one for a part of it; its sheet is made, filled in and closed.
import { toDay } from '#core/calendar/day';
import type { SignInClosed, SignInMade } from '#core/contract/sign-in-sheet';
import type { Cell } from '#core/workbook/table';
import { anApplication, type TestApplication, type TestParts } from './application';
import { aLeave, aMember, aSession, aSpeaker } from './builders/rows';
import { aWorkbook } from './builders/tables';

type Rows = Parameters<typeof aWorkbook>[0];
const PEOPLE = [
  aMember({ phone: '000-0000-0001' }),
  aMember({
    id: 'R002',
    name: '沈国栋',
    unit: '区发展改革局',
    post: '局长',
    category: 'department',
    unitOrder: 30,
  }),
  aMember({ id: 'R003', name: '范立城', personOrder: 20 }),
  aMember({
    id: 'R004',
    name: '柳叶青',
    unit: '区法院',
    post: null,
    category: 'justice',
    unitOrder: 20,
  }),
  aMember({ id: 'R005', name: '空缺', personOrder: 30 }),
  aMember({ id: 'R006', name: '甄若谷', to: toDay('2026-03-05') }),
];

/** Friday 6 March 2026, 14:30, when the session begins: 范立城 has leave for the session, 柳叶青 for 40 minutes of it. */
export const app = (rows: Rows = {}, parts: TestParts = {}): TestApplication => {
  const made = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      roster: PEOPLE,
      speakers: [aSpeaker()],
      schedule: [aSession()],
      leave: [aLeave({ memberId: 'R003' }), aLeave({ id: 'L002', memberId: 'R004', minutes: 40 })],
      ...rows,
    }),
    parts,
  );
  made.setNow('2026-03-06T06:30:00Z');
  return made;
};
export const make = async (on: TestApplication) =>
  (await on.call('signInSheet', { action: 'make' })) as SignInMade; // a sheet was asked for
export const close = async (on: TestApplication, answers: object = {}) =>
  (await on.call('signInSheet', { action: 'close', sessionId: 'S01', ...answers })) as SignInClosed; // closing was asked for
export const rows = (on: TestApplication): Cell[][] => on.workbook.rowsOf('sign-in-S01').slice(6);
export const fill = (
  on: TestApplication,
  values: Readonly<Record<string, readonly (Cell | undefined)[]>>,
) => {
  const sheetId = 2001;
  const changes = Object.entries(values).map(([id, cells]) => {
    const firstRow = on.workbook.rowsOf('sign-in-S01').findIndex((row) => row[8] === id) + 1;
    return { kind: 'writeCells' as const, sheetId, firstRow, firstColumn: 5, rows: [[...cells]] };
  });
  return on.workbook.edit(changes);
};
export const names = (people: SignInClosed['attended']): string[] => people.map(({ name }) => name);
export const attendance = (on: TestApplication) =>
  on.workbook.rowsOf('attendance').map((row) => row.slice(1));
export const ALL = { R001: ['出勤'], R002: ['缺席'], R003: ['事假'], R004: [undefined, '14:40'] };
