import { describe, expect, test } from '@jest/globals';
import type { PlanAccepted, PlanPreview, PlanWritten } from '#core/contract/plan-quarter';
import { toDay } from '#core/calendar/day';
import type { WorkbookPort } from '#functions/ports/workbook';
import { ALL_TAB_KEYS, TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { anApplication, type TestApplication } from '#test/support/application';
import { aSession, planTables, ROWS, type PlanRows } from '#test/core/planning/planning';
import { aMember, anOrder } from '#test/support/builders/rows';
import { headerOf } from '#test/support/builders/tables';

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const PEOPLE = [aMember({ id: 'R1' }), aMember({ id: 'R2' })];
const ORDERS = [
  anOrder({ memberId: 'R1', topicId: 'P1' }),
  anOrder({ memberId: 'R2', topicId: 'P1' }),
  anOrder({ memberId: 'R1', topicId: 'P3' }),
];
const through = (port: WorkbookPort): WorkbookPort => ({
  read: (...asked) => port.read(...asked),
  readAgain: (...asked) => port.readAgain(...asked),
  readCells: (...asked) => port.readCells(...asked),
  findNotes: (...asked) => port.findNotes(...asked),
  readDecorations: (...asked) => port.readDecorations(...asked),
  readLease: (...asked) => port.readLease(...asked),
  apply: (...asked) => port.apply(...asked),
});
const SPRING = { from: '2026-03-01', to: '2026-04-05' };

/** `meanwhile` is done once, right before the first write. */
const app = (
  rows: PlanRows = {},
  meanwhile?: (on: TestApplication) => unknown,
): TestApplication => {
  let isDue = meanwhile !== undefined;
  const tables = planTables({ roles: ROLES, roster: PEOPLE, orders: ORDERS, ...rows });
  const made: TestApplication = anApplication(tables, {
    between: (ports) => ({
      ...ports,
      workbook: {
        ...through(ports.workbook),
        async apply(basis, changes) {
          if (isDue) {
            isDue = false;
            await meanwhile?.(made);
          }
          return ports.workbook.apply(basis, changes);
        },
      },
    }),
  });
  made.setNow('2026-03-04T01:00:00Z');
  return made;
};
const write = async (on: TestApplication) =>
  (await on.call('planQuarter', { action: 'write', ...SPRING })) as PlanWritten;
const accept = async (on: TestApplication) =>
  (await on.call('planQuarter', { action: 'accept' })) as PlanAccepted;
const rowsOf = (on: TestApplication, tab: string) =>
  on.workbook.rowsOf(tab).filter((row) => row.some((cell) => cell !== ''));

/** Types into the column of the row; the first row below the header is 1. */
const type = (
  on: TestApplication,
  tab: TabKey,
  at: { readonly row: number; readonly label: string; readonly cell: string | number },
) =>
  on.workbook.edit([
    {
      kind: 'writeCells',
      sheetId: ALL_TAB_KEYS.indexOf(tab) + 1,
      firstRow: at.row,
      firstColumn: headerOf(tab).indexOf(at.label),
      rows: [[at.cell]],
    },
  ]);
const tick = (on: TestApplication, row: number) =>
  type(on, 'proposals', { row, label: '采用', cell: '是' });
const cellsOf = (on: TestApplication, tab: TabKey, label: string) => {
  const position = headerOf(tab).indexOf(label);
  return rowsOf(on, tab).map((row) => row[position] ?? '');
};

describe('planQuarter', () => {
  test('shows the next quarter without days, and writes nothing', async () => {
    const on = app();
    const answer = (await on.call('planQuarter', { action: 'preview' })) as PlanPreview;
    expect([answer.from, answer.to]).toEqual(['2026-04-01', '2026-06-30']);
    expect(answer.proposals[0]).toMatchObject({
      when: '2026年4月3日（星期五）下午2:30—5:00',
      title: '经济形势',
      speaker: '甲',
      venue: '礼堂',
      fee: { text: '3,550.00' },
    });
    expect(on.workbook.applied).toEqual([]);
  });

  test('ranks topics as the ranking report does, by the points of each place', async () => {
    const orders = [
      anOrder({ memberId: 'R1', topicId: 'P1', priority: 3 }),
      anOrder({ memberId: 'R2', topicId: 'P1', priority: 3 }),
      anOrder({ memberId: 'R1', topicId: 'P3', priority: 1 }),
      anOrder({ memberId: 'R9', topicId: 'P2', priority: 1 }), // on no roster
    ];
    const on = app({ orders });
    const plan = (await on.call('planQuarter', { action: 'preview', ...SPRING })) as PlanPreview;
    const report = await on.call('topicRanking', {});
    expect(report.topics.map(({ title, points, heads }) => [title, points, heads])).toEqual([
      ['基层治理', 3, 1],
      ['经济形势', 2, 2],
      ['法治建设', 0, 0],
      ['天文', 0, 0],
    ]);
    expect(plan.proposals.map(({ title }) => title)).toEqual(['基层治理', '经济形势', '法治建设']);
    expect(plan.proposals[0]?.reason).toContain('点单第1位（3分，1人）');
  });

  test('gives its reasons in the reader’s language, and writes them in the workbook’s', async () => {
    const on = app();
    const request = { action: 'write', ...SPRING, language: 'en' } as const;
    const { proposals, concerns } = (await on.call('planQuarter', request)) as PlanWritten;
    const said = [...proposals.map(({ reason }) => reason), ...concerns].join(' ');
    expect(said).toContain('rank 1 in demand');
    expect(said).not.toMatch(/；|周|点单|级师资/);
    expect(cellsOf(on, 'proposals', '理由')[0]).toContain('点单第1位');
  });

  test('writes proposals with ids, and writes them again in their place', async () => {
    const on = app();
    const first = await write(on);
    // By rank P1, P3, P2: 3550 for T1 and 1675 for T2; T2 must rest then, and T4 teaches without a fee.
    expect(first.fees.text).toBe('5,225.00');
    expect(cellsOf(on, 'proposals', '编号')).toEqual(['R001', 'R002', 'R003']);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P1', 'P3', 'P2']);
    const before = rowsOf(on, 'proposals');
    await write(on);
    expect(rowsOf(on, 'proposals')).toEqual(before);
  });

  test('accepts ticked rows only: session with number, hours and plan number, topic planned, log', async () => {
    const on = app({ schedule: [aSession({ date: toDay('2026-03-06'), speakerId: 'T9' })] });
    await write(on);
    await tick(on, 1);
    const answer = await accept(on);
    expect(answer).toMatchObject({
      ticked: 1,
      sessions: [{ id: 'S02', number: 2, date: '2026-03-20', title: '经济形势', speaker: '甲' }],
      concerns: [],
    });
    const [, session = []] = rowsOf(on, 'schedule');
    const written = Object.fromEntries(
      headerOf('schedule').map((label, at) => [label, session[at]]),
    );
    expect(written).toMatchObject({
      编号: 'S02',
      期数: 2,
      日期: 46_101,
      星期: '周五',
      题目: '经济形势',
      专题编号: 'P1',
      主讲人编号: 'T1',
      地点: '礼堂',
      授课学时: 3,
      认定学时: 3,
      状态: '计划',
      计划文号: '区组培〔2026〕1号',
    });
    expect(cellsOf(on, 'topics', '状态')).toEqual(['已排', '可点', '可点', '可点']);
    expect(cellsOf(on, 'proposals', '期次编号')).toEqual(['S02', '', '']);
    expect(cellsOf(on, 'log', '对象')).toEqual(['R001 → S02']);
  });

  test('adds nothing when a row is accepted again', async () => {
    const on = app();
    await write(on);
    await tick(on, 1);
    await accept(on);
    const [before, writes] = [rowsOf(on, 'schedule'), on.workbook.applied.length];
    expect(await accept(on)).toMatchObject({ ticked: 0, sessions: [] });
    expect(rowsOf(on, 'schedule')).toEqual(before);
    expect(on.workbook.applied).toHaveLength(writes);
  });

  test('keeps accepted rows when it proposes again, and proposes other weeks', async () => {
    const on = app();
    await write(on);
    await tick(on, 1);
    await accept(on);
    await write(on);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P1', 'P3', 'P2']);
    expect(cellsOf(on, 'proposals', '期次编号')).toEqual(['S001', '', '']);
  });

  test('keeps rows that are proposed no longer with the day, until they are proposed again', async () => {
    const on = app();
    await write(on);
    on.setNow('2026-03-05T01:00:00Z');
    await on.call('planQuarter', { action: 'write', from: '2026-03-16', to: '2026-03-22' });
    expect(cellsOf(on, 'proposals', '编号')).toEqual(['R001', 'R002', 'R003']);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P1', 'P3', 'P2']);
    expect(cellsOf(on, 'proposals', '撤下日期')).toEqual(['', 46_086, 46_086]);
    on.setNow('2026-03-06T01:00:00Z');
    await on.call('planQuarter', { action: 'write', from: '2026-03-16', to: '2026-03-22' });
    expect(cellsOf(on, 'proposals', '撤下日期')).toEqual(['', 46_086, 46_086]);
    await write(on);
    expect(cellsOf(on, 'proposals', '撤下日期')).toEqual(['', '', '']);
  });

  test('never gives the id of a row to another topic', async () => {
    const topics = (ROWS.topics ?? []).map((one) =>
      one.id === 'P1' ? { ...one, state: 'planned' as const } : one,
    );
    const on = app({ topics });
    await write(on);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P3', 'P2']);
    await type(on, 'topics', { row: 1, label: '状态', cell: '可点' });
    await type(on, 'topics', { row: 3, label: '状态', cell: '已排' });
    await write(on);
    expect(cellsOf(on, 'proposals', '编号')).toEqual(['R001', 'R002', 'R003']);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P3', 'P2', 'P1']);
  });

  test('leaves ticked rows as they are, plans around them, and names them', async () => {
    const on = app();
    await write(on);
    await tick(on, 2); // P3 with T2 on 27 March
    await type(on, 'proposals', { row: 2, label: '主讲人编号', cell: 'T1' });
    const before = rowsOf(on, 'proposals')[1];
    const answer = await write(on);
    expect(rowsOf(on, 'proposals')[1]).toEqual(before);
    expect(answer.concerns[0]).toBe(
      'R002已填“采用”，没有改动，其时段、专题和主讲人不再另排；请先采用，或清空“采用”再生成。',
    );
    // T1, whom P1 names, must rest now, and nobody else has its field; P2 gets a Friday that is left.
    expect(answer.proposals.map(({ title, when }) => [title, when])).toEqual([
      ['法治建设', '2026年3月20日（星期五）下午2:30—5:00'],
    ]);
    // A place that is still to be found takes nothing from the row's time and speaker.
    await type(on, 'proposals', { row: 2, label: '地点', cell: '' });
    expect((await write(on)).proposals).toEqual(answer.proposals);
    await type(on, 'proposals', { row: 2, label: '采用', cell: '' });
    const again = await write(on);
    expect(again.proposals).toHaveLength(3);
  });

  test('a row that is ticked while proposals are written stays as its clerk saw it', async () => {
    const on = app();
    await write(on);
    const before = rowsOf(on, 'proposals')[1] ?? [];
    const late = app({}, (each) => tick(each, 2));
    // The same proposals, and a plan that moves them: from 23 March on.
    await late.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: TAB_KEYS.indexOf('proposals') + 1,
        firstRow: 1,
        firstColumn: 0,
        rows: rowsOf(on, 'proposals'),
      },
    ]);
    const later = { action: 'write', from: '2026-03-23', to: '2026-04-19' } as const;
    const answer = (await late.call('planQuarter', later)) as PlanWritten;
    const ticked = before.map((cell, at) => (headerOf('proposals')[at] === '采用' ? '是' : cell));
    expect(rowsOf(late, 'proposals')[1]).toEqual(ticked);
    expect(answer.concerns[0]).toMatch(/^R002已填“采用”/);
  });

  test('two clerks who plan at once write every topic once', async () => {
    const on = app({}, (each) => write(each));
    await write(on);
    expect(cellsOf(on, 'proposals', '编号')).toEqual(['R001', 'R002', 'R003']);
    expect(cellsOf(on, 'proposals', '专题编号')).toEqual(['P1', 'P3', 'P2']);
  });

  test.each([
    ['a holiday', '日期', 46_116, '2026-04-04放假（清明节）'],
    ['a speaker nobody knows', '主讲人编号', 'T99', '“师资库”中没有T99'],
    ['blank hours', '授课学时', '', '甲的授课学时未填，无法测算讲课费'],
    ['more hours than a half-day has', '授课学时', 5, '授课学时5超过半天上限4'],
    ['a topic nobody knows', '专题编号', 'P9', '“专题”中没有P9'],
    ['a cell that cannot be read', '日期', '月底', '有空白或无法识别的单元格'],
  ])('refuses a row with %s, and accepts the others', async (_, label, cell, why) => {
    const on = app();
    await write(on);
    await type(on, 'proposals', { row: 1, label: label, cell: cell });
    for (const row of [1, 2]) await tick(on, row);
    const answer = await accept(on);
    expect(answer.sessions.map(({ title }) => title)).toEqual(['基层治理']);
    expect(answer.concerns.find((one) => one.includes('没有采用'))).toBe(
      `R001“经济形势”没有采用：${why}。`,
    );
  });

  test('refuses the second of two ticked rows at one time', async () => {
    const on = app();
    await write(on);
    await type(on, 'proposals', { row: 2, label: '日期', cell: 46_101 });
    for (const row of [1, 2]) await tick(on, row);
    const answer = await accept(on);
    expect(answer.sessions).toHaveLength(1);
    expect(answer.concerns.join()).toContain('2026-03-20 14:30—17:00已');
  });

  test('lets a clerk decide against a rest and an unavailable day, and says so', async () => {
    const on = app({
      schedule: [aSession({ date: toDay('2026-03-06'), speakerId: 'T2' })],
    });
    await write(on);
    await type(on, 'proposals', { row: 1, label: '主讲人编号', cell: 'T2' });
    await tick(on, 1);
    const answer = await accept(on);
    expect(answer.sessions).toHaveLength(1);
    expect(answer.concerns).toEqual([
      'R001“经济形势”已采用，请留意：乙在2026-03-06授课，间隔不足60天。',
    ]);
  });

  test('does not state as a fact what unreadable days may mean', async () => {
    const on = app();
    await write(on);
    await type(on, 'speakers', { row: 1, label: '不便日期', cell: '月底' });
    await tick(on, 1);
    expect((await accept(on)).concerns).toContain(
      'R001“经济形势”已采用，请留意：甲的不便日期“月底”无法识别，2026-03-20未核对。',
    );
  });

  test('refuses a topic that has a session already, though it is still open', async () => {
    const on = app();
    await write(on);
    await tick(on, 1);
    await on.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: TAB_KEYS.indexOf('schedule') + 1,
        firstRow: 1,
        firstColumn: 0,
        rows: [['S01', 1, 46_185]],
      },
    ]);
    await type(on, 'schedule', { row: 1, label: '专题编号', cell: 'P1' });
    const answer = await accept(on);
    expect(answer.sessions).toEqual([]);
    expect(answer.concerns).toEqual(['R001“经济形势”没有采用：“日程”中已有专题P1。']);
  });

  test('refuses a fee that the budget no longer has', async () => {
    const on = app();
    await write(on);
    await type(on, 'budget', { row: 1, label: '年初预算', cell: 100 });
    await tick(on, 1);
    const answer = await accept(on);
    expect(answer.sessions).toEqual([]);
    expect(answer.concerns.join()).toContain('甲的讲课费3,550.00元超过师资费余额100.00元');
  });

  test('says that the numbers are out of order when a later session is there', async () => {
    const on = app({
      schedule: [aSession({ date: toDay('2026-06-05'), speakerId: 'T9' })],
    });
    await write(on);
    await tick(on, 1);
    expect((await accept(on)).concerns.join()).toContain('与日期顺序不一致');
  });

  test.each([
    ['2026-05-01', '2026-04-01'],
    ['2026-01-01', '2027-06-01'],
    ['2026-02-30', '2026-04-01'],
  ])('refuses the period from %s to %s', async (from, to) => {
    await expect(app().call('planQuarter', { action: 'preview', from, to })).rejects.toMatchObject({
      refusal: 'badPeriod',
    });
  });

  test('needs the tab of proposals, which Set up makes', async () => {
    const { proposals, ...tables } = planTables({ roles: ROLES });
    expect(proposals).toBeDefined();
    await expect(
      anApplication(tables).call('planQuarter', { action: 'preview' }),
    ).rejects.toMatchObject({ refusal: 'tabMissing' });
  });
});
