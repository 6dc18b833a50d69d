import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { absentWithoutLeave, fullAttendance, streaksOf } from '#core/attendance/absences';
import { personRecords, type PersonRecord } from '#core/attendance/person-record';
import { readAttendance } from '#core/attendance/reading';
import { attendanceReport, type AttendanceReport } from '#core/attendance/report';
import { addDays, dayToSerial, toDay } from '#core/calendar/day';
import { defaultSettings } from '#core/workbook/settings';
import { aLeave, aMark, aMember, aStatus } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { held, YEAR } from './counting';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const FIRST = toDay('2026-03-06');
const sessions = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    held({ id: `S${index}`, title: `第${index + 1}讲`, date: addDays(FIRST, index * 7) }),
  );

/** One person's marks, session by session; null: none. */
function workbook(statuses: readonly (string | null)[], rows: Rows = {}) {
  return aWorkbook({
    roster: [aMember()],
    schedule: sessions(statuses.length),
    attendance: statuses.flatMap((status, index) =>
      status === null ? [] : [aMark({ sessionId: `S${index}`, status })],
    ),
    ...rows,
  });
}

function recordsOf(tables: ReturnType<typeof workbook>): PersonRecord[] {
  return personRecords(readAttendance(tables), YEAR, tables);
}
const outcomes = (records: readonly PersonRecord[]) =>
  records.map(({ sessions: own }) => own.map(({ outcome }) => outcome));

describe('what a mark says', () => {
  test.each([
    ['出勤', 'attended'],
    ['迟到', 'attended'],
    ['缺席', 'absent'],
    ['病假', 'excused'],
    ['公差', 'excused'],
    ['免训', 'excused'],
    ['不明', 'unclear'],
    [null, 'notRecorded'],
  ] as const)('%p: %s', (status, outcome) => {
    expect(outcomes(recordsOf(workbook([status])))).toEqual([[outcome]]);
  });

  test.each([
    [null, 'unclear'],
    ['excused', 'excused'],
    ['absent', 'absent'],
    ['attended', 'attended'],
  ] as const)('of a status whose meaning is %p: %s', (presence, outcome) => {
    const statuses = [aStatus({ code: 'annual', label: '年休假', credit: 0, presence })];
    expect(outcomes(recordsOf(workbook(['年休假'], { statuses })))).toEqual([[outcome]]);
  });

  test.each<[string | null, NonNullable<Parameters<typeof aLeave>[0]>, string]>([
    ['缺席', {}, 'excused'],
    ['缺席', { minutes: 149 }, 'absent'],
    ['缺席', { minutes: 150 }, 'excused'],
    ['缺席', { decision: 'pending' }, 'absent'],
    ['缺席', { decision: 'refused' }, 'absent'],
    ['出勤', {}, 'attended'],
    [null, {}, 'excused'],
    [null, { minutes: 30 }, 'notRecorded'],
    // Marked as leave that the leave tab does not grant.
    ['事假', { decision: 'refused' }, 'unclear'],
    ['事假', { decision: 'cancelled' }, 'unclear'],
    ['事假', { minutes: 30 }, 'unclear'],
    ['事假', { decision: 'pending' }, 'excused'],
    ['事假', {}, 'excused'],
    ['免训', { decision: 'refused' }, 'excused'],
  ])('%p with a leave of %j: %s', (status, part, outcome) => {
    const rows = { leave: [aLeave({ sessionId: 'S0', ...part })] };
    expect(outcomes(recordsOf(workbook([status], rows)))).toEqual([[outcome]]);
  });
});

describe('a record', () => {
  it('has only the sessions on whose day the person was on the roster', () => {
    const roster = [aMember({ from: addDays(FIRST, 7), to: addDays(FIRST, 14) })];
    expect(outcomes(recordsOf(workbook(['出勤', '出勤', '缺席', '出勤'], { roster })))).toEqual([
      ['attended', 'absent'],
    ]);
  });

  it('is one for a person with a row for each of two units', () => {
    const roster = [
      aMember({ unit: '甲', to: FIRST }),
      aMember({ unit: '乙', unitOrder: 5, from: addDays(FIRST, 1) }),
    ];
    const records = recordsOf(workbook(['出勤', '缺席'], { roster }));
    expect(records.map(({ person, sessions: own }) => [person.unit, own.length])).toEqual([['乙', 2]]); // prettier-ignore
  });

  it('keeps the official order, whatever the names', () => {
    const roster = [
      aMember({ id: 'R003', name: '阿', unitOrder: 30 }),
      aMember({ id: 'R001', name: '周', unitOrder: 10 }),
      aMember({ id: 'R002', name: '白', unitOrder: 20 }),
    ];
    const records = recordsOf(workbook([null], { roster }));
    expect(records.map(({ person }) => person.name)).toEqual(['周', '白', '阿']);
  });
});

describe('full attendance', () => {
  test.each([
    [['出勤', '迟到'], true],
    [['出勤', '缺席'], false],
    [['出勤', '公差'], false],
    [['出勤', '免训'], false],
    [['出勤', null], false],
    [['出勤', '半程'], false],
  ])('%p: %p', (statuses, isFull) => {
    const half = aStatus({ code: 'half', label: '半程', credit: 0.5 });
    const known = [
      ['present', '出勤', 1, 'due'], ['late', '迟到', 1, 'due'], ['absent', '缺席', 0, 'due'], ['official', '公差', 0, 'excused'],
      ['exempt', '免训', 0, 'notCounted'],
    ] as const; // prettier-ignore
    const rows = known.map(([code, label, credit, treatment]) =>
      aStatus({ code, label, credit, treatment }),
    );
    const records = recordsOf(workbook(statuses, { statuses: [...rows, half] }));
    expect(fullAttendance(records)).toHaveLength(isFull ? 1 : 0);
  });
});

/** Lengths of the runs, with `+` for one that still goes on. */
const runs = (statuses: readonly (string | null)[], least = 2): string[] =>
  recordsOf(workbook(statuses)).flatMap(
    (record) =>
    streaksOf(record, least).map(({ sessions: missed, isOpen }) => `${missed.length}${isOpen ? '+' : ''}`), // prettier-ignore
  );

describe('absences in a row', () => {
  test.each<[readonly (string | null)[], number, readonly string[]]>([
    [['缺席'], 2, []],
    [['缺席', '缺席'], 2, ['2+']],
    [['缺席', '缺席', '出勤'], 2, ['2']],
    [['缺席', '出勤', '缺席'], 2, []],
    [['缺席', '病假', '缺席'], 2, ['2+']],
    [['缺席', null, '缺席', '缺席'], 3, ['3+']],
    [['缺席', '缺席', '迟到', '缺席', '缺席', '缺席'], 2, ['2', '3+']],
    [['缺席', '缺席', '迟到', '缺席', '缺席', '缺席'], 3, ['3+']],
    [['病假', '病假'], 2, []],
  ])('of %p from %i on: %p', (statuses, least, expected) => {
    expect(runs(statuses, least)).toEqual(expected);
  });

  test('are all the absences when every single one counts', () => {
    const status = fc.constantFrom('出勤', '缺席', '病假', null);
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 12 }), (statuses) => {
        const records = recordsOf(workbook(statuses));
        const inRuns = records.flatMap((record) => streaksOf(record, 1).flatMap((run) => run.sessions)); // prettier-ignore
        expect(inRuns).toEqual(absentWithoutLeave(records).flatMap((one) => one.sessions));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the lists', () => {
  const tables = workbook([], {
    roster: [
      aMember({ id: 'R002', name: '安', unitOrder: 20 }),
      aMember({ name: '周' }),
      aMember({ id: 'R003', name: '白', unitOrder: 30 }),
    ],
    schedule: sessions(3),
    attendance: [0, 1, 2].flatMap((at) => [
      aMark({ sessionId: `S${at}`, status: '缺席' }),
      aMark({ sessionId: `S${at}`, memberId: 'R002', status: at === 1 ? '出勤' : '缺席' }),
      aMark({ sessionId: `S${at}`, memberId: 'R003' }),
    ]),
  });
  const report = (): AttendanceReport =>
    attendanceReport({
      ...{ tables, settings: { ...defaultSettings('zh-CN'), programme: '每周一学' }, period: YEAR },
      generatedAt: '2026-03-31 09:00',
    });
  const sheet = (key: string) =>
    report().sheets.find((one) => one.key === `report-attendance-${key}`)?.sheet;

  it('name who came every time', () => {
    expect(sheet('full')?.rows).toEqual([[1, '白', '区委', '区委书记', '四套班子', 3]]);
    expect(sheet('full')?.heading[3]).toMatch(/3 人中 1 人。$/);
  });

  it('name who was absent without leave, in official order, with the sessions', () => {
    expect(sheet('absent')?.rows).toEqual([
      [1, '周', '区委', '区委书记', '四套班子', 3, 3, '2026-03-06 第1讲；2026-03-13 第2讲；2026-03-20 第3讲'],
      [2, '安', '区委', '区委书记', '四套班子', 3, 2, '2026-03-06 第1讲；2026-03-20 第3讲'],
    ]); // prettier-ignore
    expect(sheet('absent')?.heading[3]).toMatch(/2 人，5 人次。$/);
  });

  it('name who was absent in a row, with how long', () => {
    expect(sheet('in-a-row')?.rows.map((cells) => [cells[1], ...cells.slice(5, 9)])).toEqual([
      ['周', 3, dayToSerial(toDay('2026-03-06')), dayToSerial(toDay('2026-03-20')), '是'],
    ]);
    expect(sheet('in-a-row')?.heading[3]).toMatch(/连续 2 次：0 人次；3 次及以上：1 人次。$/);
  });

  it('say where they come from, leave included', () => {
    expect(sheet('absent')?.heading.slice(0, 3)).toEqual([
      '每周一学无故缺席名单',
      '统计期间：2026-01-01 至 2026-12-31，已办并登记 3 期，涉及 3 人。',
      '生成时间：2026-03-31 09:00。数据来源：花名册、日程、考勤、考勤状态、请假。',
    ]);
  });
});
