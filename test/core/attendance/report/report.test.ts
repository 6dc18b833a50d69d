import { describe, expect, it, test } from '@jest/globals';
import { dayToSerial, toDay } from '#core/calendar/day';
import { AttendanceReportResponse } from '#core/contract/attendance-report';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';
import { report, row, sheet } from './reporting';

/** Two of three people, two sessions held and one to come. */
const TABLES = aWorkbook({
  roster: [
    aMember({ name: '贺知行' }),
    aMember({
      id: 'R002',
      name: '齐云帆',
      unit: '听松街道',
      post: '党工委书记',
      category: 'subdistrict',
      unitOrder: 70,
    }),
    aMember({
      id: 'R003',
      name: '姚小满',
      unit: '听松街道',
      post: '办事处主任',
      category: 'subdistrict',
      unitOrder: 70,
      personOrder: 20,
    }),
  ],
  schedule: [
    aSession({ state: 'held', title: '第一讲' }),
    aSession({ id: 'S02', number: 2, date: toDay('2026-03-13'), state: 'held', title: '第二讲' }),
    aSession({ id: 'S03', number: 3, date: toDay('2026-04-03') }),
  ],
  attendance: [
    aMark(),
    aMark({ memberId: 'R002', status: '公差' }),
    aMark({ memberId: 'R003', status: '缺席' }),
    aMark({ sessionId: 'S02' }),
    aMark({ sessionId: 'S02', memberId: 'R002', status: '迟到' }),
  ],
});

describe('summary', () => {
  it('has exact fractions in sessions, with their texts', () => {
    expect(report(TABLES).summary).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
      sessions: 2,
      people: 3,
      overall: {
        a: { numerator: 3, denominator: 5, text: '60.0%' },
        b: { numerator: 3, denominator: 4, text: '75.0%' },
      },
      units: [
        {
          unit: '区委',
          rates: {
            a: { numerator: 2, denominator: 2, text: '100.0%' },
            b: { numerator: 2, denominator: 2, text: '100.0%' },
          },
        },
        {
          unit: '听松街道',
          rates: {
            a: { numerator: 1, denominator: 3, text: '33.3%' },
            b: { numerator: 1, denominator: 2, text: '50.0%' },
          },
        },
      ],
      notRecorded: 1,
      unclear: 0,
    });
  });

  it('is what the function may answer', () => {
    const { summary } = report(TABLES);
    expect(AttendanceReportResponse.safeParse({ ...summary, tabs: [] }).success).toBe(true);
  });
});

describe('by person', () => {
  const person = sheet(report(TABLES), 'person');

  it('has one row each in official order and the sum below', () => {
    expect(row(person, 0)).toEqual({
      序号: 1,
      姓名: '贺知行',
      单位: '区委',
      职务: '区委书记',
      类别: '四套班子',
      应到: 2,
      计率应到: 2,
      实到: 2,
      出勤: 2,
      迟到: 0,
      公差: 0,
      病假: 0,
      事假: 0,
      缺席: 0,
      免训: 0,
      未登记: 0,
      待核实: 0,
      到课率A: 1,
      出勤率B: 1,
      'A达到80%': '是（2/2）',
      B计率应到: 2,
      B实到: 2,
      全年计率应到: 3,
      全年已到: 2,
      全年已到率: 0.667,
      最好实到: 3,
      最好可达: 1,
      还可缺席: 0,
    });
    expect(row(person, 1)).toMatchObject({
      姓名: '齐云帆',
      应到: 2,
      实到: 1,
      公差: 1,
      到课率A: 0.5,
      出勤率B: 1,
      'A达到80%': '否（1/2）',
      B计率应到: 1,
      B实到: 1,
    });
    expect(row(person, 2)).toMatchObject({
      姓名: '姚小满',
      应到: 2,
      计率应到: 1,
      实到: 0,
      未登记: 1,
      到课率A: 0,
    });
    expect(row(person, 3)).toMatchObject({
      姓名: '合计',
      应到: 6,
      计率应到: 5,
      实到: 3,
      未登记: 1,
      到课率A: 0.6,
      出勤率B: 0.75,
    });
    expect(person.boldRows).toEqual([3]);
  });

  it('says what can still be reached and when it is too late', () => {
    // R002: 1 of 2, one to come: 2 of 3 at best. R003: 0 of 1, one not recorded and one to come: 2 of 3 at best.
    expect(row(person, 1)).toMatchObject({
      全年已到率: 0.333,
      最好可达: 0.667,
      还可缺席: '达不到（2/3）',
    });
    expect(row(person, 2)).toMatchObject({
      全年已到率: 0,
      最好可达: 0.667,
      还可缺席: '达不到（2/3）',
    });
  });

  it('says above the table what is counted, from when to when, from what and how', () => {
    expect(person.heading).toEqual([
      '每周一学出勤统计（按人员）',
      '统计期间：2026-01-01 至 2026-03-31，已办并登记 2 期，涉及 3 人。',
      '生成时间：2026-03-31 09:00。数据来源：花名册、日程、考勤、考勤状态。',
      '到课率A = 实到 ÷ 计率应到，公差计入计率应到：3 ÷ 5 = 60.0%。',
      '出勤率B = 实到 ÷（计率应到 − 公差）：3 ÷ 4 = 75.0%。',
      '应到 6 人次：当日在册、在参加范围内，免训除外。计率应到 = 应到 − 未登记 1 − 待核实 0；后两项另列，不计入任何一种口径。',
      '全年口径按2026-01-01至2026-12-31的全部期次计算；“最好可达”= 最好实到 ÷ 全年计率应到，假定其余各期全部到课；“还可缺席”为不低于目标 80% 尚可缺席的次数，按这两个数的精确值比较，不按显示的百分数。',
    ]);
  });

  it('prints no address and no telephone', () => {
    expect(JSON.stringify(person)).not.toContain('@');
    expect(person.columns.map(({ label }) => label)).not.toContain('电话');
  });
});

describe('by unit', () => {
  const unit = sheet(report(TABLES), 'unit');

  it('has units in official order, their sum, then the categories', () => {
    expect(unit.rows.map((cells) => cells[1] ?? null)).toEqual([
      '区委',
      '听松街道',
      '合计',
      null,
      '类别',
      '四套班子',
      '街道',
    ]);
    // 1 of 3 so far, one not recorded and two to come: 4 of 6 at best, and 80% of 6 would be 4.8.
    expect(row(unit, 1)).toMatchObject({
      应到: 4,
      计率应到: 3,
      实到: 1,
      到课率A: 0.333,
      出勤率B: 0.5,
      最好可达: 0.667,
      还可缺席: '达不到（4/6）',
    });
    expect(row(unit, 6)).toMatchObject({
      应到: 4,
      计率应到: 3,
      实到: 1,
      到课率A: 0.333,
      出勤率B: 0.5,
    });
    expect(unit.boldRows).toEqual([2, 4]);
  });

  it('draws both rates of the units and of the categories as bars', () => {
    const labels = unit.columns.map(({ label }) => label);
    expect(unit.charts).toEqual([
      {
        title: '各单位到课率',
        type: 'BAR',
        labels: 1,
        series: [labels.indexOf('到课率A'), labels.indexOf('出勤率B')],
        firstRow: 0,
        rowCount: 2,
      },
      {
        title: '各类别到课率',
        type: 'BAR',
        labels: 1,
        series: [labels.indexOf('到课率A'), labels.indexOf('出勤率B')],
        firstRow: 5,
        rowCount: 2,
      },
    ]);
  });
});

describe('by session', () => {
  it('has held sessions by date, their sum, then the months', () => {
    const session = sheet(report(TABLES), 'session');
    expect(session.rows.map(([, date]) => date ?? null)).toEqual([
      dayToSerial(toDay('2026-03-06')),
      dayToSerial(toDay('2026-03-13')),
      null,
      null,
      '月份',
      '2026-03',
    ]);
    expect(row(session, 0)).toMatchObject({
      期数: 1,
      题目: '第一讲',
      应到: 3,
      实到: 1,
      到课率A: 0.333,
      出勤率B: 0.5,
    });
    expect(row(session, 1)).toMatchObject({ 期数: 2, 未登记: 1, '未登记、待核实人员': '姚小满' });
    expect(row(session, 2)).toMatchObject({ 期数: '合计', 到课率A: 0.6 });
  });

  it('draws a line over the sessions, and over the months when there is more than one', () => {
    const april = aWorkbook({
      roster: [aMember()],
      schedule: [
        aSession({ state: 'held', date: toDay('2026-02-06') }),
        aSession({ id: 'S02', state: 'held' }),
      ],
      attendance: [aMark(), aMark({ sessionId: 'S02' })],
    });
    const [one, two] = [TABLES, april].map((tables) => sheet(report(tables), 'session').charts);
    expect(one?.map(({ type, firstRow, rowCount }) => [type, firstRow, rowCount])).toEqual([
      ['LINE', 0, 2],
    ]);
    expect(two?.map(({ type, firstRow, rowCount }) => [type, firstRow, rowCount])).toEqual([
      ['LINE', 0, 2],
      ['LINE', 5, 2],
    ]);
  });

  it('shortens a long list of names and says how many there are', () => {
    const roster = Array.from({ length: 23 }, (_, index) =>
      aMember({ id: `R${index}`, name: `人${index}` }),
    );
    const session = sheet(
      report(aWorkbook({ roster, schedule: [aSession({ state: 'held' })] })),
      'session',
    );
    expect(row(session, 0)['未登记、待核实人员']).toMatch(/^人0、人1、.*、人19等23人$/);
  });
});

describe('every report', () => {
  it('prints a dash and draws nothing when there is no basis', () => {
    const none = report(
      aWorkbook({ roster: [aMember()], schedule: [aSession({ state: 'held' })] }),
    );
    expect(none.summary).toMatchObject({ sessions: 0, people: 1, notRecorded: 1 });
    expect(none.summary.overall.a).toEqual({ numerator: 0, denominator: 0, text: '—' });
    expect(row(sheet(none, 'person'), 0)).toMatchObject({
      应到: 1,
      计率应到: 0,
      到课率A: '—',
      出勤率B: '—',
      'A达到80%': '—',
    });
    const empty = report(aWorkbook());
    expect(empty.sheets.flatMap(({ sheet: { charts } }) => charts)).toEqual([]);
  });

  it('says what was left out', () => {
    const wrong = withCellIn(TABLES, { tab: 'attendance', row: 2, column: 'memberId' }, 'R999');
    expect(sheet(report(wrong), 'unit').heading[6]).toBe(
      '未计入：花名册和日程 0 行、考勤编号 1 处无法识别，另有 0 条不在应到范围；见“校验结果”。',
    );
    expect(sheet(report(TABLES), 'unit').heading).toHaveLength(7);
  });

  test.each([
    ['zh-CN', '报表-出勤-按人员', '计率应到', '四套班子'],
    ['zh-TW', '報表-出勤-按人員', '計率應到', '四套班子'],
    ['en', 'Report - attendance by person', 'Counted', 'District leadership'],
  ] as const)('is written in %s', (language, title, counted, category) => {
    const person = sheet(report(TABLES, language), 'person');
    expect(person.title).toBe(title);
    expect(person.columns.map(({ label }) => label)).toContain(counted);
    expect(person.rows[0]).toContain(category);
  });

  it('has as many cells in each row as there are columns, or fewer', () => {
    for (const { sheet: given } of report(TABLES).sheets)
      for (const cells of given.rows)
        expect(cells.length).toBeLessThanOrEqual(given.columns.length);
  });
});
