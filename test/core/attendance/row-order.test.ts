// The order of the rows in a tab means nothing: clerks sort their tabs as they like.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countAttendanceData, type Attendance } from '#core/attendance/count-attendance';
import { buildHoursLedger } from '#core/hours/hours-ledger';
import { hoursTargets } from '#core/hours/hours-target';
import { readOtherHours } from '#core/hours/other-hours';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { invitedCount, ratesOf, type Tally } from '#core/attendance/tally';
import { addDays, toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import {
  aMark,
  aMember,
  aStandard,
  aSession,
  aStatus,
  someOtherHours,
} from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import { YEAR } from './counting';

const FIRST_DAY = toDay('2026-03-06');
const STATUSES = [
  aStatus(),
  aStatus({ code: 'half', label: '半程', credit: 0.37 }),
  aStatus({ code: 'official', label: '公差', credit: 0, treatment: 'excused' }),
  aStatus({ code: 'absent', label: '缺席', credit: 0 }),
  aStatus({ code: 'exempt', label: '免训', credit: 0, treatment: 'notCounted' }),
];
const WORDS = ['出勤', '半程', '公差', '缺席', '免训', '不明'];

const day = fc.nat(60).map((days) => addDays(FIRST_DAY, days));
const workbook = fc.record({
  members: fc.array(
    fc.record({
      // Fewer ids than rows: some people have two.
      id: fc.constantFrom('R0', 'R1', 'R2', 'R3'),
      unit: fc.constantFrom('甲单位', '乙单位', '丙单位'),
      category: fc.constantFrom('leadership' as const, 'department' as const),
      rankClass: fc.constantFrom('county' as const, 'township' as const, null),
      unitOrder: fc.nat(2),
      from: fc.option(day),
      to: fc.option(day),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  sessions: fc.array(
    fc.record({
      date: day,
      state: fc.constantFrom('held' as const, 'planned' as const, 'cancelled' as const),
      audience: fc.constantFrom(null, '甲单位', '区直部门、乙单位'),
      creditedHours: fc.nat(4),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  marks: fc.array(
    fc.record({ session: fc.nat(5), member: fc.nat(4), status: fc.constantFrom(...WORDS) }),
    { maxLength: 30 },
  ),
});
type Drawn = typeof workbook extends fc.Arbitrary<infer Value> ? Value : never;

function tablesOf({ members, sessions, marks }: Drawn): Tables {
  return aWorkbook({
    statuses: STATUSES,
    standards: [
      aStandard({ item: 'hoursYearly', scope: '乡科级', value: 90 }),
      aStandard({ item: 'hoursFiveYears', scope: '县处级', value: 550, from: toDay('2023-01-01') }),
    ],
    // Two people of one order would stand as their rows do.
    roster: members.map((part, index) => aMember({ ...part, personOrder: index })),
    schedule: sessions.map((part, index) => aSession({ id: `S${index}`, ...part })),
    attendance: marks.map(({ session, member, status }) =>
      aMark({ sessionId: `S${session}`, memberId: `R${member}`, status }),
    ),
    otherHours: ['R0', 'R1', 'R0'].map((memberId, index) =>
      someOtherHours({ memberId, hours: index + 1 }),
    ),
  });
}

/** Rates and counts under the names of the statuses, whose order in the tab is the order of the columns. */
function tallyIn({ statuses }: Attendance, tally: Tally): unknown {
  const counts = statuses.map(({ code }, at) => [code, tally.counts[at]] as const);
  return [ratesOf(tally, statuses), invitedCount(tally), tally.unclear, Object.fromEntries(counts)];
}

/** All that is counted; two sessions of one day keep the order of their rows. */
function counted(tables: Tables): unknown {
  const reading = readAttendanceData(tables);
  const attendance = countAttendanceData(reading, { period: YEAR, programme: YEAR });
  const { people, units, categories, sessions, months, overall, whole, notDue } = attendance;
  const line = ({ tally, toDate, planned }: (typeof people)[number] | (typeof units)[number]) => [
    ...[tallyIn(attendance, tally), tallyIn(attendance, toDate), planned],
  ];
  const names = (persons: readonly { readonly id: string }[]) => persons.map(({ id }) => id);
  const bySession = sessions.map(({ session, tally, notRecorded, unclear }) => [
    session.id,
    [tallyIn(attendance, tally), names(notRecorded), names(unclear)],
  ]);
  return {
    notDue,
    overall: tallyIn(attendance, overall),
    planned: whole.planned,
    people: people.map((one) => [one.person, ...line(one)]),
    groups: [...units, ...categories].map((one) => [one.key, ...line(one)]),
    sessions: Object.fromEntries(bySession) as unknown,
    months: months.map(({ key, tally }) => [key, tallyIn(attendance, tally)]),
    toDate: tallyIn(attendance, whole.toDate),
  };
}

function hoursIn(tables: Tables): unknown {
  const reading = readAttendanceData(tables);
  const other = readOtherHours(tables.otherHours, reading);
  return buildHoursLedger(
    { data: reading, other, targets: hoursTargets(tables.standards, 2026) },
    2026,
  );
}

const TABS = ['roster', 'schedule', 'statuses', 'attendance', 'otherHours', 'standards'] as const;

/** The tab with its rows in another order. */
function shuffled(tables: Tables, tab: (typeof TABS)[number], by: readonly number[]): Tables {
  const table = tables[tab];
  const [header = [], ...rows] = rowsIn(table);
  const places = rows.map((_, index) => by[index % by.length] ?? 0);
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || b - a);
  const moved = table && withRows(table, [header, ...order.map((index) => rows[index] ?? [])]);
  return moved ? { ...tables, [tab]: moved } : tables;
}

const places = fc.array(fc.nat(100), { minLength: 7, maxLength: 31 });

describe('the order of rows is irrelevant', () => {
  test.each(TABS)('in the tab %s', (tab) => {
    fc.assert(
      fc.property(workbook, places, (drawn, by) => {
        const tables = tablesOf(drawn);
        const other = shuffled(tables, tab, by);
        expect(counted(other)).toEqual(counted(tables));
        expect(hoursIn(other)).toEqual(hoursIn(tables));
      }),
    );
  });
});
