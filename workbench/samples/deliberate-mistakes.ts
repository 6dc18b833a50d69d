// Entries typed wrongly on purpose; none of them touches the next session, so its notice can be sent.
import { dayToSerial, toDay } from '#core/calendar/day';
import { memberId } from './people';
import type { DeliberateMistake } from './sample';

const serial = (day: string): number => dayToSerial(toDay(day));

export const deliberateMistakes: readonly DeliberateMistake[] = [
  // A day that no calendar has.
  { tab: 'expenses', row: 'E019', column: 'date', cell: '2026.2.30', rule: 'V01' },
  // A week too early, into National Day.
  { tab: 'schedule', row: 'S04', column: 'date', cell: serial('2026-10-02'), rule: 'V02' },
  // 2026-10-16 is a Friday.
  { tab: 'schedule', row: 'S05', column: 'weekday', cell: '周六', rule: 'V06' },
  // Ends before it starts.
  { tab: 'schedule', row: 'S14', column: 'end', cell: '08:30', rule: 'V07' },
  // 3 hours of a full senior: at most 3,000 after tax.
  {
    tab: 'expenses',
    row: 'E005',
    column: 'net',
    cell: 3600,
    also: { gross: 4285.71, tax: 685.71, amount: 4285.71 },
    rule: 'V12',
  },
  // A tick's word instead of a status.
  { tab: 'attendance', row: 'S07/M033', column: 'status', cell: '到', rule: 'V29' },
  // The line above again: M047 is on leave and present, M048 has no mark.
  { tab: 'attendance', row: 'S08/M048', column: 'memberId', cell: 'M047', rule: 'V29' },
  // Approved on the Tuesday after a Saturday session.
  { tab: 'leave', row: 'L013', column: 'decidedOn', cell: serial('2026-09-15'), rule: 'V30' },
  // Nobody has this id.
  { tab: 'attendance', row: 'S02/M061', column: 'memberId', cell: 'M901', rule: 'V34' },
  // With the gap taken out it is the name of the secretary of 长汀桥街道.
  { tab: 'roster', row: memberId('梁书凝'), column: 'name', cell: '梁　书宁', rule: 'V34' },
  // Words in an amount.
  { tab: 'budget', row: 'materials', column: 'adjusted', cell: '约减四千', rule: 'W05' },
  // No @ in the address.
  {
    tab: 'roster',
    row: memberId('游子衿'),
    column: 'email',
    cell: 'youzijin#example.org',
    rule: 'W07',
  },
];
