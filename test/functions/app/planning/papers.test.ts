// The year plan's tab and the activity plan as a paper.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { anApplication, type TestApplication } from '#test/support/application';
import { aMember, anExpense, aSession } from '#test/support/builders/rows';
import { planTables, setting, ROWS, type PlanRows } from '#test/core/planning/planning';
import { headerOf } from '#test/support/builders/tables';
import { openDocx } from '#test/support/open-docx';

const SCHEDULE = [
  aSession({ date: toDay('2026-03-06'), state: 'held', speakerId: 'T1', title: '经济形势' }),
  aSession({ id: 'S02', number: 2, date: toDay('2026-03-20'), speakerId: 'T2', title: '法治建设' }),
  aSession({
    id: 'S03',
    number: 3,
    date: toDay('2026-03-27'),
    state: 'cancelled',
    speakerId: 'T3',
  }),
  aSession({ id: 'S04', number: 4, date: toDay('2026-04-10'), speakerId: 'T4', title: '党的建设' }),
];
const ROSTER = [
  aMember(),
  aMember({ id: 'R002', name: '韩雪', category: 'department' }),
  aMember({ id: 'R003', name: '任远', category: 'department' }),
];

const app = (rows: PlanRows = {}): TestApplication => {
  const made = anApplication(
    planTables({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      schedule: SCHEDULE,
      roster: ROSTER,
      expenses: [anExpense({ payee: '甲' })],
      ...rows,
    }),
  );
  made.setNow('2026-03-10T01:00:00Z');
  return made;
};

/** The indent of a paragraph is a format in the file and two spaces in the text. */
const tidied = (lines: readonly string[]): string[] =>
  lines
    .map((line) => line.replace(/^\u3000+/, ''))
    .filter((line) => line !== '')
    .toSorted();

describe('yearPlan', () => {
  test('has every week: its session, the free half-day, or the holidays', async () => {
    const on = app();
    const answer = await on.call('yearPlan', {});
    // 3550 are booked for S01, 1675 expected for S02, and T4 gets nothing.
    expect(answer).toMatchObject({ year: 2026, sessions: 3, fees: { text: '5,225.00' } });
    const rows = on.workbook.rowsOf('report-year-plan');
    const table = rows.slice(rows.findIndex(([first]) => first === '周次') + 1);
    const week = (number: number) => table.find(([first]) => first === String(number)) ?? [];
    // The week of 1 January is the first; 6 March is in the tenth.
    expect(week(10).slice(2, 11)).toEqual([
      '周五',
      '14:30—17:00',
      1,
      '经济形势',
      '甲',
      '区委礼堂',
      3,
      3550,
      '已办',
    ]);
    expect(week(13).slice(2, 4)).toEqual(['周五', '14:30—17:00']);
    expect(week(13)[10]).toBe('空闲');
    expect(week(18)[10]).toBe('2026-05-01 周五 劳动节、2026-05-02 周六 劳动节');
    // Thursday 1 January to Sunday 27 December and the days after it are 53 weeks.
    expect(week(53)[0]).toBe('53');
    expect(week(53)[10]).toBe('没有上课时段');
    // Tuesday 10 March: the weeks before have passed; this one still has its Friday.
    expect(week(9)[10]).toBe('已过，没有安排');
    expect(week(11).slice(2, 11)).toEqual(['周五', '14:30—17:00', '', '', '', '', '', '', '空闲']);
    // Weeks 11 to 52 without 20 March and 10 April, and without four whose Friday and Saturday are off: 1 May, 19 June, 25 September, 2 October.
    expect(answer.free).toBe(36);
    expect(table.filter((row) => row[10] === '空闲')).toHaveLength(36);
  });

  test('has no free week in a year that is over, and of this week the half-day that is left', async () => {
    expect((await app().call('yearPlan', { year: 2025 })).free).toBe(0);
    const rest = [setting('上课时段', '周五 14:30-17:00；周六 09:00-11:30')];
    const on = app({ schedule: [], settings: [...(ROWS.settings ?? []), ...rest] });
    on.setNow('2026-04-18T01:00:00Z'); // Saturday morning of week 16
    await on.call('yearPlan', {});
    const week = on.workbook.rowsOf('report-year-plan').find(([first]) => first === '16') ?? [];
    expect(week.slice(2, 4)).toEqual(['周六', '09:00—11:30']);
  });
});

describe('activityPlan', () => {
  const YEAR = { from: '2026-03-01', to: '2026-04-30' };

  test('says when, who, what, by whom, at what cost and by which rules', async () => {
    const on = app();
    const { sessions, fees, document } = await on.call('activityPlan', YEAR);
    expect([sessions, fees.text]).toEqual([3, '5,225.00']);
    expect(document.title).toBe('领导干部理论学习活动方案');
    const { text } = document;
    expect(text).toContain('共安排3期，从2026年3月6日开始，到2026年4月10日结束。');
    expect(text).toContain('四套班子1人、区直部门2人，共3人。');
    expect(text).toContain(
      '2\t2026年3月20日 周五 14:30—17:00\t法治建设\t乙，省委党校，副高\t区委礼堂\t3',
    );
    expect(text).toContain('原则上每周安排半天：');
    // 3550 are booked for S01, 1675 are expected for S02, and T4 gets nothing.
    expect(text).toContain(
      '3期讲课费税前合计5,225.00元：已入账的1期按实际，其余按标准测算，列入年度培训经费。',
    );
    // 20 000 less 3550 spent and 1675 bound.
    expect(text).toContain('2026年师资费预算20,000.00元，扣除已支和已安排后余额14,775.00元。');
    expect(text).toContain('须提前1天履行请假手续；一年内请假一般不超过1/7。');
    expect(text).toContain('到课率目标为90%；连续无故缺席2次的列入通报。');
    expect(text).not.toContain('经济协调');
    expect(document.file).toBeNull();
    expect(on.workbook.applied).toEqual([]);
  });

  test('counts a person with two posts once', async () => {
    const second = aMember({ id: 'R002', name: '韩雪', unit: '区科协', category: 'department' });
    const { document } = await app({ roster: [...ROSTER, second] }).call('activityPlan', YEAR);
    expect(document.text).toContain('四套班子1人、区直部门2人，共3人。');
  });

  test('the file, opened by another program, has the same figures as the text', async () => {
    const { document } = await app().call('activityPlan', { ...YEAR, withFile: true });
    const { file } = document;
    expect(file?.name).toBe('领导干部理论学习活动方案.docx');
    const { tables, paragraphs, warnings } = await openDocx(file?.content ?? '');
    expect(warnings).toEqual([]);
    expect(paragraphs[0]).toBe('领导干部理论学习活动方案');
    const said = (words: string) => paragraphs.find((one) => one.includes(words));
    expect(said('3期讲课费')).toBe(
      '3期讲课费税前合计5,225.00元：已入账的1期按实际，其余按标准测算，列入年度培训经费。',
    );
    expect(said('师资费预算')).toBe(
      '2026年师资费预算20,000.00元，扣除已支和已安排后余额14,775.00元。',
    );
    expect(said('共3人')).toBe('四套班子1人、区直部门2人，共3人。');
    expect(tables).toEqual([
      [
        ['期数', '时间', '专题', '主讲人', '地点', '学时'],
        ['1', '2026年3月6日 周五 14:30—17:00', '经济形势', '甲，省委党校，正高', '区委礼堂', '3'],
        ['2', '2026年3月20日 周五 14:30—17:00', '法治建设', '乙，省委党校，副高', '区委礼堂', '3'],
        [
          '4',
          '2026年4月10日 周五 14:30—17:00',
          '党的建设',
          '丁，省委党校，本区领导干部',
          '区委礼堂',
          '3',
        ],
      ],
    ]);
    expect(tidied([...paragraphs, ...tables.flat().map((cells) => cells.join('\t'))])).toEqual(
      tidied(document.text.split('\n')),
    );
  });

  test('says how each fee is known, and what is not', async () => {
    const text = async (rows: PlanRows) =>
      (await app(rows).call('activityPlan', YEAR)).document.text;
    expect(await text({ expenses: [] })).toContain('3期讲课费按标准测算，税前合计5,225.00元');
    const one = SCHEDULE.slice(0, 1);
    expect(await text({ schedule: one })).toContain('1期讲课费均已入账，税前合计3,550.00元');
    const [first = aSession(), second = aSession(), ...rest] = SCHEDULE;
    const schedule = [first, { ...second, speakerId: null }, ...rest];
    const some = await text({ schedule });
    expect(some).toContain('2期讲课费税前合计3,550.00元：已入账的1期按实际，其余按标准测算');
    expect(some).toContain('1期讲课费还不能测算，没有计入：法治建设。');
    // Nothing is said of caps where all that is known is booked, nor of a sum where nothing is known.
    const bookedOnly = await text({ schedule: schedule.slice(0, 2) });
    expect(bookedOnly).toContain('1期讲课费均已入账，税前合计3,550.00元');
    expect(bookedOnly).not.toContain('按标准测算');
    const unknown = await text({ schedule: schedule.slice(1, 2), expenses: [] });
    expect(unknown).toContain('1期讲课费还不能测算，没有计入：法治建设。');
    expect(unknown).not.toContain('税前合计');
  });

  test('says how many half-days a week has, and that a budget cannot be read', async () => {
    const settings = [...(ROWS.settings ?? []), setting('每周期数', '2')];
    const on = app({ settings });
    await on.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: TAB_KEYS.indexOf('budget') + 1,
        firstRow: 1,
        firstColumn: headerOf('budget').indexOf('年初预算'),
        rows: [['两万']],
      },
    ]);
    const { text } = (await on.call('activityPlan', YEAR)).document;
    expect(text).toContain('原则上每周安排2个半天：');
    expect(text).toContain('2026年师资费预算无法识别，见“校验结果”。');
  });

  test('has no identity or bank number', async () => {
    const speakers = (ROWS.speakers ?? []).map((row) => ({
      ...row,
      idNumber: '110101199003074258',
    }));
    const { document } = await app({ speakers }).call('activityPlan', YEAR);
    expect(document.html + document.text).not.toContain('110101199003074258');
  });

  test('is in English for an English workbook', async () => {
    const settings = [setting('language', 'en'), setting('venues', 'Hall')];
    const { document } = await app({ settings }).call('activityPlan', YEAR);
    expect(document.text).toContain('There are 3 sessions, from 6 March 2026 to 10 April 2026.');
    expect(document.text).toContain('The lecturers’ budget of 2026 is 20,000.00 yuan');
  });

  test('says that nothing is planned, and that there is no budget, in an empty period', async () => {
    const { document } = await app({
      budget: [{ year: 2026, head: 'venue', planned: toCents(1) }],
    }).call('activityPlan', { from: '2026-11-01', to: '2026-11-30' });
    expect(document.text).toContain('这一时期还没有安排。');
  });
});
