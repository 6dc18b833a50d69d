import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { absentWithoutLeave, fullAttendance, streaksOf } from '#core/attendance/absences';
import { personRecords, type PersonRecord } from '#core/attendance/person-record';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { buildAttendanceReport, type AttendanceReport } from '#core/attendance/report/report';
import { addDays, dayToSerial, toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import { defaultSettings } from '#core/workbook/read/settings';
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
  return personRecords(readAttendanceData(tables), YEAR, tables);
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
    expect(records.map(({ person, sessions: own }) => [person.unit, own.length])).toEqual([
      ['乙', 2],
    ]);
  });

  it('is labelled and ordered as of the newest session', () => {
    const moved = addDays(FIRST, 3);
    const roster = [
      aMember({ unit: '区委办', unitOrder: 10, to: moved }),
      aMember({ unit: '听松街道', unitOrder: 60, from: addDays(moved, 1) }),
      aMember({ id: 'R002', unit: '区人大', unitOrder: 20 }),
    ];
    const units = (marks: readonly (string | null)[]) =>
      recordsOf(workbook(marks, { roster })).map(({ person }) => person.unit);
    expect(units(['出勤'])).toEqual(['区委办', '区人大']);
    expect(units(['出勤', '缺席'])).toEqual(['区人大', '听松街道']);
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
    [['出勤', '出勤'], true],
    [['出勤', '迟到'], false],
    [['出勤', '早退'], false],
    [['出勤', '缺席'], false],
    [['出勤', '公差'], false],
    [['出勤', '免训'], true], // not due at the second
    [['免训', '免训'], false],
    [['出勤', null], false],
    [['出勤', '半程'], false],
    [['出勤', '晚到五分钟'], true],
  ])('%p: %p', (statuses, isFull) => {
    const half = aStatus({ code: 'half', label: '半程', credit: 0.5 });
    // What counts as late is for the statuses tab to say.
    const minutes = aStatus({ code: 'minutes', label: '晚到五分钟', presence: 'attended' });
    const known = [
      ['present', '出勤', 1, 'due'],
      ['late', '迟到', 1, 'due'],
      ['leftEarly', '早退', 1, 'due'],
      ['absent', '缺席', 0, 'due'],
      ['official', '公差', 0, 'excused'],
      ['exempt', '免训', 0, 'notCounted'],
    ] as const;
    const rows = known.map(([code, label, credit, treatment]) =>
      aStatus({ code, label, credit, treatment }),
    );
    const records = recordsOf(workbook(statuses, { statuses: [...rows, half, minutes] }));
    expect(fullAttendance(records)).toHaveLength(isFull ? 1 : 0);
  });
});

/** Lengths of the runs, with `+` for one that still goes on. */
const runs = (statuses: readonly (string | null)[], least = 2): string[] =>
  recordsOf(workbook(statuses)).flatMap((record) =>
    streaksOf(record, least).map(
      ({ sessions: missed, isOpen }) => `${missed.length}${isOpen ? '+' : ''}`,
    ),
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
        const inRuns = records.flatMap((record) =>
          streaksOf(record, 1).flatMap((run) => run.sessions),
        );
        expect(inRuns).toEqual(absentWithoutLeave(records).flatMap((one) => one.sessions));
      }),
      { numRuns: 50 },
    );
  });
});

const reportOf = (tables: Tables, period = YEAR): AttendanceReport =>
  buildAttendanceReport({
    tables,
    settings: { ...defaultSettings('zh-CN'), programme: '每周一学' },
    period,
    generatedAt: '2026-03-31 09:00',
  });
const sheetOf = (report: AttendanceReport, key: string) =>
  report.sheets.find((one) => one.key === `report-attendance-${key}`)?.sheet;

describe('the list of absences in a row', () => {
  // 20 March, 27 March, 3 April, 10 April
  const tables = (marks: readonly (string | null)[]) =>
    workbook([null, null, ...marks], { schedule: sessions(6) });
  const APRIL = { from: toDay('2026-04-01'), to: toDay('2026-04-30') };
  const rowsOf = (marks: readonly (string | null)[]) =>
    sheetOf(reportOf(tables(marks), APRIL), 'in-a-row')?.rows.map((cells) => cells.slice(5, 9));
  const serial = (day: string) => dayToSerial(toDay(day));

  test.each<[readonly (string | null)[], unknown]>([
    [['缺席', '缺席', '缺席'], [[3, serial('2026-03-20'), serial('2026-04-03'), '是']]],
    [['缺席', '缺席', '缺席', '出勤'], [[3, serial('2026-03-20'), serial('2026-04-03'), '否']]],
    [['出勤', '缺席', '缺席'], [[2, serial('2026-03-27'), serial('2026-04-03'), '是']]],
    [['缺席', '缺席', '出勤', '缺席'], []], // over before the period
  ])('for April, of %p: %p', (marks, expected) => {
    expect(rowsOf(marks)).toEqual(expected);
  });

  it('says from when it counts', () => {
    const heading = sheetOf(reportOf(tables(['缺席', '缺席', '缺席']), APRIL), 'in-a-row')?.heading;
    expect(heading?.[3]).toMatch(/从 2026-01-01 起数.*连续 2 次：0 人次；3 次及以上：1 人次。$/);
  });
});

describe('a person who moved', () => {
  it('is listed with the unit of the newest session that the list is about', () => {
    const moved = addDays(FIRST, 10); // between the second and the third session
    const roster = [
      aMember({ unit: '区委办', to: moved }),
      aMember({ unit: '听松街道', unitOrder: 60, from: addDays(moved, 1) }),
    ];
    const unitIn = (key: string, marks: readonly string[]) =>
      sheetOf(reportOf(workbook(marks, { roster })), key)?.rows.map((cells) => cells[2]);
    expect(unitIn('absent', ['缺席', '缺席', '出勤'])).toEqual(['区委办']);
    expect(unitIn('absent', ['出勤', '缺席', '缺席'])).toEqual(['听松街道']);
    expect(unitIn('in-a-row', ['缺席', '缺席', '出勤'])).toEqual(['区委办']);
    expect(unitIn('in-a-row', ['出勤', '缺席', '缺席'])).toEqual(['听松街道']);
    expect(unitIn('full', ['出勤', '出勤', '出勤'])).toEqual(['听松街道']);
  });
});

describe('the list of absences', () => {
  it('counts people whose marks are unclear without listing them', () => {
    const leave = [aLeave({ sessionId: 'S1', decision: 'refused' })];
    const sheet = sheetOf(reportOf(workbook(['缺席', '事假', '不明'], { leave })), 'absent');
    expect(sheet?.rows.map((cells) => cells.slice(5, 7))).toEqual([[3, 1]]);
    expect(sheet?.heading.slice(3)).toEqual([
      '无故缺席：应到而登记为无故缺席，且没有已批准的整期请假。1 人，1 人次。',
      '待核实 2 人次，不在名单内：考勤互相矛盾、状态含义不明，或登记为请假而申请没有批准整期：周文远（2026-03-13 事假）、周文远（2026-03-20 待核实）。',
    ]);
  });

  it('counts no session as due from which the person was exempt', () => {
    const sheet = sheetOf(reportOf(workbook(['缺席', '免训', '出勤'])), 'absent');
    expect(sheet?.rows.map((cells) => cells.slice(5, 7))).toEqual([[2, 1]]);
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
  const sheet = (key: string) => sheetOf(reportOf(tables), key);

  it('name who came every time', () => {
    expect(sheet('full')?.rows).toEqual([[1, '白', '区委', '区委书记', '四套班子', 3]]);
    expect(sheet('full')?.heading[3]).toMatch(/3 人中 1 人。$/);
  });

  it('name who was absent without leave, in official order, with the sessions', () => {
    expect(sheet('absent')?.rows).toEqual([
      [
        1,
        '周',
        '区委',
        '区委书记',
        '四套班子',
        3,
        3,
        '2026-03-06 第1讲；2026-03-13 第2讲；2026-03-20 第3讲',
      ],
      [2, '安', '区委', '区委书记', '四套班子', 3, 2, '2026-03-06 第1讲；2026-03-20 第3讲'],
    ]);
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
