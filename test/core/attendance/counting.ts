import { countAttendance, type Attendance } from '#core/attendance/count-attendance';
import { ratesOf, type Tally } from '#core/attendance/tally';
import { toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import { aMark, aMember, aSession } from '#test/support/builders/rows';

export const YEAR = { from: toDay('2026-01-01'), to: toDay('2026-12-31') };
export const count = (tables: Tables, period = YEAR): Attendance =>
  countAttendance(tables, { period, programme: YEAR });

/** Both rates as `attended/due`, in sessions. */
export function fractions(attendance: Attendance, tally: Tally = attendance.overall): string {
  const { a, b } = ratesOf(tally, attendance.statuses);
  return [a, b].map((rate) => `${rate.numerator / 100}/${rate.denominator / 100}`).join(' ');
}

export const held = (part: Parameters<typeof aSession>[0] = {}) =>
  aSession({ state: 'held', ...part });
export const people = ['R001', 'R002', 'R003', 'R004'].map((id, index) =>
  aMember({ id, name: `某${index + 1}`, personOrder: (index + 1) * 10 }),
);
export const marks = (...statuses: readonly string[]) =>
  statuses.map((status, index) => aMark({ memberId: `R00${index + 1}`, status }));
