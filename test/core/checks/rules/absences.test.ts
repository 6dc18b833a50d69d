import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { findingsIn } from '#test/support/builders/places';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { aTable, aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import type { Tables } from '#core/workbook/table';

const DAYS = ['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27', '2026-04-03', '2025-03-07'];

/** One member at as many sessions as there are statuses; the sixth was a year before. */
function marked(
  statuses: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Tables {
  return aWorkbook({
    settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    roster: [aMember()],
    schedule: DAYS.map((date, index) =>
      aSession({ id: `S0${index + 1}`, date: toDay(date), state: 'held' }),
    ),
    attendance: statuses.map((status, index) => aMark({ sessionId: `S0${index + 1}`, status })),
  });
}

const told = (tables: Tables): unknown[] =>
  findingsIn(tables, 'V33').map(({ tab, row, column, facts }) => [
    `${tab} ${row} ${column}`,
    facts['count'],
    facts['limit'],
  ]);

describe('absences and late arrivals', () => {
  test.each([
    [['缺席', '缺席'], []],
    [['缺席', '缺席', '缺席'], [['roster 2 name', 3, 3]]],
    [['缺席', 'absent', '缺席', '出勤', '缺席'], [['roster 2 name', 4, 3]]],
    [['缺席', '缺席', '事假', '公差', '免训'], []], // leave is no absence
    [['缺席', '缺席', '出勤', '出勤', '出勤', '缺席'], []], // another year
    [['迟到', '迟到', '迟到', '迟到'], []],
    [['迟到', '迟到', '迟到', '迟到', '迟到'], [['roster 2 name', 5, 5]]],
  ])('marks %j are told as %j', (statuses, expected) => {
    expect(told(marked(statuses))).toEqual(expected);
  });

  it('are reported from the limits in the settings on, and 0 means never', () => {
    const three = ['缺席', '缺席', '缺席', '迟到', '迟到'];
    expect(told(marked(three, { '年度缺席界限(次)': '4', '年度迟到早退界限(次)': '2' }))).toEqual([
      ['roster 2 name', 2, 2],
    ]);
    expect(told(marked(three, { '年度缺席界限(次)': '0' }))).toEqual([]);
  });

  test.each([
    [{}, []],
    [{ minutes: 30 }, [['roster 2 name', 3, 3]]],
    [{ decision: 'refused' as const }, [['roster 2 name', 3, 3]]],
  ])('beside a leave of %j are told as %j', (part, expected) => {
    const leave = aTable('leave', [aLeave({ sessionId: 'S02', ...part })]);
    expect(told({ ...marked(['缺席', '缺席', '缺席']), leave })).toEqual(expected);
  });

  it('are counted as in the attendance reports: a doubled row once, and nobody who was not due', () => {
    const tables = marked(['缺席', '缺席', '缺席']);
    const [first = [], ...others] = rowsIn(tables.attendance);
    const doubled = withRows(tables.attendance!, [first, first, ...others.slice(1)]);
    expect(told({ ...tables, attendance: doubled })).toEqual([]);
    const left = aTable('roster', [aMember({ to: toDay('2026-03-13') })]);
    expect(told({ ...tables, roster: left })).toEqual([]);
  });

  it('do not count for a cancelled session', () => {
    const tables = marked(['缺席', '缺席', '缺席']);
    const rows = rowsIn(tables.schedule).map((row) =>
      row.map((cell) => (cell === '已办' ? '取消' : cell)),
    );
    expect(told({ ...tables, schedule: withRows(tables.schedule!, rows) })).toEqual([]);
  });
});
