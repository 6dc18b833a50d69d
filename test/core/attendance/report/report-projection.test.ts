// What a report says of people and sessions of which not everything is known yet.
import { describe, expect, it } from '@jest/globals';
import { buildAttendanceReport } from '#core/attendance/report/report';
import { toDay } from '#core/calendar/day';
import { defaultSettings } from '#core/workbook/read/settings';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { PERIOD, report, row, sheet } from './reporting';

describe('the outlook', () => {
  /** 60 people, 46 sessions of the year, of which so many marks are absences. */
  const best = (absences: number): Record<string, unknown> => {
    const roster = Array.from({ length: 60 }, (_, at) =>
      aMember({ id: `R${at}`, personOrder: at }),
    );
    const schedule = Array.from({ length: 46 }, (_, at) =>
      aSession({ id: `S${at}`, state: at < 10 ? 'held' : 'planned' }),
    );
    const attendance = schedule.slice(0, 10).flatMap(({ id }, at) =>
      roster.map((member, who) =>
        aMark({
          sessionId: id,
          memberId: member.id,
          status: at * 60 + who < absences ? '缺席' : '出勤',
        }),
      ),
    );
    const tables = aWorkbook({ roster, schedule, attendance });
    const settings = { ...defaultSettings('zh-CN'), attendanceTarget: 0.9 };
    const given = buildAttendanceReport({ tables, settings, period: PERIOD, generatedAt: '' });
    return row(sheet(given, 'unit'), 1);
  };

  it('prints the exact counts that are compared: 90.0% may be too little for 90%', () => {
    // 2483/2760 = 89.96%
    expect(best(277)).toMatchObject({
      单位: '合计',
      全年计率应到: 2760,
      最好实到: 2483,
      最好可达: 0.9,
      还可缺席: '达不到（2483/2760）',
    });
    expect(best(276)).toMatchObject({ 最好实到: 2484, 最好可达: 0.9, 还可缺席: 0 });
    expect(best(275)).toMatchObject({ 最好实到: 2485, 还可缺席: 1 });
  });

  it('keeps a session open whose mark is unclear or missing', () => {
    const tables = (status: string | null) =>
      aWorkbook({
        roster: [aMember()],
        schedule: [aSession({ state: 'held' })],
        attendance: status === null ? [] : [aMark({ status })],
      });
    for (const open of ['不明', null])
      expect(row(sheet(report(tables(open)), 'person'), 0)).toMatchObject({
        全年计率应到: 1,
        最好实到: 1,
        还可缺席: 0,
      });
    expect(row(sheet(report(tables('缺席')), 'person'), 0)).toMatchObject({
      最好实到: 0,
      还可缺席: '达不到（0/1）',
    });
    expect(row(sheet(report(tables('免训')), 'person'), 0)).toMatchObject({
      全年计率应到: 0,
      还可缺席: '—',
    });
  });
});

describe('due', () => {
  it('is everybody invited but the exempt, in the rates, the lists and the heading', () => {
    const statuses = ['出勤', '缺席', '不明', null, '免训'];
    const given = report(
      aWorkbook({
        roster: statuses.map((_, at) => aMember({ id: `R${at}`, personOrder: at })),
        schedule: [
          aSession({ state: 'held' }),
          aSession({ id: 'S03', state: 'held', date: toDay('2026-03-20') }),
        ],
        attendance: [
          ...statuses.flatMap((status, at) =>
            status === null ? [] : [aMark({ memberId: `R${at}`, status })],
          ),
          aMark({ sessionId: 'S03', memberId: 'R1', status: '免训' }),
        ],
      }),
    );
    const expected = { 应到: 4, 计率应到: 2, 未登记: 1, 待核实: 1, 免训: 1 };
    expect(row(sheet(given, 'session'), 0)).toMatchObject(expected);
    const absent = given.sheets.find(({ key }) => key === 'report-attendance-absent');
    expect(absent?.sheet.rows.map((cells) => cells.slice(5, 7))).toEqual([[1, 1]]);
  });
});

describe('at the start of the year', () => {
  const planned = report(
    aWorkbook({
      roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', unit: '区人大', unitOrder: 20 })],
      schedule: [aSession(), aSession({ id: 'S02', date: toDay('2026-04-03'), audience: '区委' })],
    }),
  );

  it('lists everybody due later with what can be reached, and the sum too', () => {
    const [person, unit] = [sheet(planned, 'person'), sheet(planned, 'unit')];
    expect(person.rows.map((_, index) => row(person, index))).toMatchObject([
      { 姓名: '周文远', 到课率A: '—', 最好可达: 1, 还可缺席: 0 },
      { 姓名: '沈国栋', 到课率A: '—', 最好可达: 1, 还可缺席: 0 },
      { 姓名: '合计', 到课率A: '—', 最好可达: 1, 还可缺席: 0 },
    ]);
    expect(unit.rows.map((cells) => cells[1] ?? null)).toEqual([
      '区委',
      '区人大',
      '合计',
      null,
      '类别',
      '四套班子',
    ]);
    expect(row(unit, 2)).toMatchObject({ 单位: '合计', 最好可达: 1 });
  });

  it('counts nobody yet and draws nothing', () => {
    expect(planned.summary).toMatchObject({ sessions: 0, people: 0, units: [] });
    expect(planned.sheets.flatMap(({ sheet: { charts } }) => charts)).toEqual([]);
  });
});

describe('a person who moved', () => {
  it('names a person who moved after the present unit, in the lists as well', () => {
    const moved = report(
      aWorkbook({
        roster: [
          aMember({ unit: '教育局', unitOrder: 10, to: toDay('2026-03-12') }),
          aMember({ unit: '区政府', unitOrder: 20, from: toDay('2026-03-13') }),
        ],
        schedule: [
          aSession({ state: 'held' }),
          aSession({ id: 'S02', state: 'held', date: toDay('2026-03-13') }),
        ],
        attendance: [aMark({ status: '缺席' }), aMark({ sessionId: 'S02', status: '缺席' })],
      }),
    );
    const units = ['person', 'absent', 'in-a-row'].map((key) => {
      const found = moved.sheets.find((one) => one.key === `report-attendance-${key}`);
      return found?.sheet.rows[0]?.[2];
    });
    expect(units).toEqual(['区政府', '区政府', '区政府']);
  });
});
