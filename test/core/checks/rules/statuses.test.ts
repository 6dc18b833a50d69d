import { describe, expect, it, test } from '@jest/globals';
import { findingsIn } from '#test/support/builders/places';
import { aMark, aMember, aSession, aStatus } from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import { toDay } from '#core/calendar/day';
import { headCounts } from '#core/attendance/head-counts';
import { readBook } from '#core/model/book';

const annual = aStatus({ code: 'annual', label: '年休假', credit: 0 });

const told = (status: typeof annual): unknown[] =>
  findingsIn(aWorkbook({ statuses: [status] }), 'W35').map(({ row, column, value }) => [
    row,
    column,
    value,
  ]);

describe('a status that is due and earns nothing', () => {
  test.each([
    [annual, [[2, 'presence', '年休假']]],
    [{ ...annual, presence: 'excused' as const }, []],
    [{ ...annual, treatment: 'excused' as const }, []],
    [{ ...annual, credit: 0.5 }, []],
    [{ ...annual, label: '事假' }, []],
    [{ ...annual, label: '缺席' }, []],
  ])('%j is told as %j', (status, expected) => {
    expect(told(status)).toEqual(expected);
  });

  it('is reported at its label in a workbook without the column', () => {
    const tables = aWorkbook({ statuses: [annual] });
    const rows = rowsIn(tables.statuses).map((row) => row.slice(0, 4));
    const without = { ...tables, statuses: withRows(tables.statuses!, rows) };
    expect(findingsIn(without, 'W35').map(({ column }) => column)).toEqual(['label']);
  });

  it('is never counted as an absence of the year, nor as absent where a session does not balance', () => {
    const tables = aWorkbook({
      settings: [{ name: '年度缺席界限(次)', value: '1' }],
      statuses: [annual, aStatus({ code: 'absent', label: '缺席', credit: 0 })],
      roster: [
        aMember(),
        aMember({ id: 'R002', name: '安宁' }),
        aMember({ id: 'R003', name: '白露' }),
      ],
      schedule: [aSession({ date: toDay('2026-02-27'), state: 'held' })],
      attendance: [aMark({ status: '年休假' }), aMark({ memberId: 'R002', status: '缺席' })],
    });
    expect(findingsIn(tables, 'V33').map(({ value }) => value)).toEqual(['安宁']);
    expect(findingsIn(tables, 'V32')[0]?.facts).toMatchObject({
      due: 3,
      leave: 0,
      absent: 1,
      missing: 1,
    });
  });
});

describe('a word of several statuses', () => {
  const doubledIn = (...statuses: readonly (typeof annual)[]): unknown[] =>
    findingsIn(aWorkbook({ statuses }), 'W').map(({ rule, row, column, value, facts }) => [
      rule.code,
      row,
      column,
      value,
      facts['rows'],
    ]);
  const present = aStatus({ code: 'present', label: '出勤' });

  test.each<[string, readonly (typeof annual)[], unknown[]]>([
    ['different words', [present, aStatus({ code: 'late', label: '迟到' })], []],
    [
      'a label with two credits',
      [present, aStatus({ code: 'half', label: '出勤', credit: 0.5 })],
      [
        ['W36', 2, 'label', '出勤', '2、3'],
        ['W36', 3, 'label', '出勤', '2、3'],
      ],
    ],
    [
      'a code that is the label of another row, whatever its capitals',
      [present, aStatus({ code: 'absent', label: 'PRESENT', credit: 0, presence: 'absent' })],
      [
        ['W36', 2, 'code', 'present', '2、3'],
        ['W36', 3, 'label', 'PRESENT', '2、3'],
      ],
    ],
    [
      'rows that mean the same',
      [present, aStatus({ code: 'came', label: '出勤' })],
      [
        ['W22', 2, 'label', '出勤', '2、3'],
        ['W22', 3, 'label', '出勤', '2、3'],
      ],
    ],
    ['one word for code and label', [aStatus({ code: '出勤', label: '出勤' })], []],
  ])('%s', (_, statuses, expected) => {
    expect(doubledIn(...statuses)).toEqual(expected);
  });

  it('counts as neither in checks and in attendance, and is no unknown status', () => {
    const tables = aWorkbook({
      statuses: [
        aStatus({ code: 'present', label: '出勤' }),
        aStatus({ code: 'absent', label: '出勤', credit: 0, presence: 'absent' }),
      ],
      settings: [{ name: '年度缺席界限(次)', value: '1' }],
      roster: [aMember(), aMember({ id: 'R002', name: '安宁' })],
      schedule: [aSession({ date: toDay('2026-02-27'), state: 'held' })],
      attendance: [aMark({ status: '出勤' })],
    });
    expect(findingsIn(tables, 'V29')).toEqual([]);
    expect(findingsIn(tables, 'V33')).toEqual([]);
    expect(findingsIn(tables, 'V32')[0]?.facts).toMatchObject({ due: 2, present: 0, absent: 0 });
    expect(headCounts(readBook(tables, toDay('2026-03-02')).book).attended('S01')).toBe(0);
  });
});
