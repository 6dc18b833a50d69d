import { describe, expect, test } from '@jest/globals';
import type { DashboardResponse } from '#core/contract/dashboard';
import type { WriteReport } from '#core/workbook/write/change';
import { dashboardPage } from '#functions/app/dashboard/dashboard-page';
import { runPage } from '#functions/app/runtime/page-case';
import { anApplication, CLERK, LINKS, type TestApplication } from '#test/support/application';
import { sampleTables } from '#test/support/builders/sample-tables';
import { aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

type Action = DashboardResponse['action'];
type AnswerTo<Name extends Action> = Extract<DashboardResponse, { action: Name }>;

const ask = async <Name extends Action>(
  app: TestApplication,
  action: Name,
): Promise<AnswerTo<Name>> => (await app.call('dashboard', { action })) as AnswerTo<Name>; // the answer to this action

/** The sample district without its deliberate mistakes, on Monday 23 November 2026. */
function district(): TestApplication {
  const app = anApplication(sampleTables([]));
  app.setNow('2026-11-23T01:00:00Z');
  return app;
}

const small = (settings: Readonly<Record<string, string>> = {}): TestApplication =>
  anApplication(
    aWorkbook({
      roles: [{ email: CLERK.email, role: 'clerk' }],
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
      roster: [aMember()],
      speakers: [aSpeaker()],
      schedule: [aSession()],
    }),
  );

/** A unit of four and one of a single person, whose attendance could be worked out from the total and the other's. */
function withheldUnit(): TestApplication {
  const ids = ['R001', 'R002', 'R003', 'R004', 'R005'];
  const app = anApplication(
    aWorkbook({
      roles: [{ email: CLERK.email, role: 'clerk' }],
      settings: [
        { name: 'dashboardLinkDays', value: '7' },
        { name: 'dashboardLeastPeople', value: '3' },
      ],
      roster: ids.map((id, at) =>
        aMember({ id, name: `某${id}`, personOrder: at, unit: at < 4 ? '区委' : '区政协' }),
      ),
      speakers: [aSpeaker()],
      schedule: [aSession({ state: 'held' })],
      attendance: ids.map((memberId) => aMark({ memberId })),
    }),
  );
  app.setNow('2026-03-09T01:00:00Z');
  return app;
}

describe('the figures of the dashboard', () => {
  test('are those of the reports', async () => {
    const app = district();
    const shown = await ask(app, 'figures');
    const attendance = await app.call('attendanceReport', { action: 'read' });
    const budget = await app.call('budgetReport', { report: 'execution', action: 'read' });
    const hours = await app.call('hoursLedger', { action: 'read' });
    if (budget.report !== 'execution') throw new Error('the execution was asked for');
    expect(shown).toEqual({
      action: 'figures',
      year: budget.year,
      from: attendance.from,
      to: attendance.to,
      overall: attendance.overall,
      budget: {
        total: budget.overall.total,
        spent: budget.overall.spent,
        left: budget.overall.left,
        rate: budget.overall.rate,
      },
      hours: { reached: hours.reached, withTarget: hours.withTarget },
    });
    expect([shown.overall.a.text, shown.budget.total.text]).toEqual(['89.4%', '188,000.00']);
    expect(app.workbook.applied).toEqual([]);
  });
});

describe('the dashboard’s tab', () => {
  const written = (app: TestApplication): WriteReport => {
    const change = app.workbook.applied.flat().find(({ kind }) => kind === 'writeReport');
    if (change?.kind !== 'writeReport') throw new Error('no report was written');
    return change;
  };

  test('says so where no unit is listed because of its size', async () => {
    const app = withheldUnit();
    await ask(app, 'write');
    const { sheet } = written(app);
    const lines = sheet.rows.filter((cells) => cells.includes('单位到课率（最高和最低）'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('另有 1 个单位未列，以免从合计推出人数太少的单位');
  });

  test('has the week first, each step with a link to its place', async () => {
    const app = district();
    const { tab } = await ask(app, 'write');
    const { sheet, sheetId } = written(app);
    expect(tab).toEqual({ title: '工作台', sheetId });
    expect(sheet.rows.slice(0, 8).map(([label, state]) => [label, state])).toEqual([
      ['本期', '完成'],
      ['校验', '完成'],
      ['通知', '待办'],
      ['回执', '未到'],
      ['请假', '待办'],
      ['签到', '完成'],
      ['讲课费', '完成'],
      ['缺席跟进', '待办'],
    ]);
    expect(sheet.links?.map(({ row, column }) => [row, column])).toEqual(
      Array.from({ length: 8 }, (_, row) => [row, 0]),
    );
    expect(sheet.links?.[0]?.target).toBe('#gid=1&range=G12');
  });

  test('has native charts of the sessions, the units and the budget', async () => {
    const app = district();
    await ask(app, 'write');
    const { sheet } = written(app);
    const drawn = sheet.charts.map(({ type, labels, firstRow, rowCount, series }) => ({
      type,
      names: series.map((column) => sheet.rows[firstRow - 1]?.[column]),
      first: sheet.rows[firstRow]?.[labels],
      rowCount,
    }));
    expect(drawn).toEqual([
      { type: 'LINE', names: ['到课率A', '出勤率B'], first: '2026-09-04', rowCount: 10 },
      { type: 'BAR', names: ['到课率A', '出勤率B'], first: expect.any(String), rowCount: 4 },
      { type: 'BAR', names: ['预算合计', '已支', '在途'], first: '师资费', rowCount: 6 },
    ]);
  });

  test('is written again in place', async () => {
    const app = district();
    const first = await ask(app, 'write');
    expect((await ask(app, 'write')).tab).toEqual(first.tab);
  });
});

describe('the link for leaders', () => {
  const PAGE = dashboardPage();
  const tokenOf = (address: string): string => new URL(address).searchParams.get('t') ?? '';
  const open = async (app: TestApplication, token: string) => {
    const answer = await runPage(PAGE, { token, form: null }, app.application);
    if ('refused' in answer) throw answer.refused;
    return answer.view;
  };

  test('is valid until the end of its last day, and no longer', async () => {
    const app = small({ dashboardLinkDays: '7' });
    const { address, until } = await ask(app, 'link');
    expect(until).toBe('2026-03-09');
    app.setNow('2026-03-09T23:59:59+08:00');
    expect((await open(app, tokenOf(address))).heading).toBe('领导干部理论学习工作台');
    app.setNow('2026-03-10T00:00:00+08:00');
    await expect(open(app, tokenOf(address))).rejects.toMatchObject({ refusal: 'linkExpired' });
  });

  test('is made no more, and opens nothing, once the setting is 0', async () => {
    const { address } = await ask(small(), 'link');
    const off = small({ dashboardLinkDays: '0' });
    await expect(ask(off, 'link')).rejects.toMatchObject({ refusal: 'dashboardLinksOff' });
    const fresh = runPage(
      dashboardPage(),
      { token: tokenOf(address), form: null },
      off.application,
    );
    expect(await fresh).toMatchObject({ refused: { refusal: 'dashboardLinksOff' } });
  });

  test('of another purpose opens nothing', async () => {
    const reply = LINKS.token('reply', {
      spreadsheetId: WORKBOOK_ID,
      occasionId: 'S01',
      memberId: 'R001',
      expires: new Date('2026-12-31T00:00:00Z'),
    });
    await expect(open(small(), reply)).rejects.toMatchObject({ refusal: 'badLink' });
  });

  test('takes no form', async () => {
    const { address } = await ask(small(), 'link');
    const form = new URLSearchParams({ t: tokenOf(address) });
    const answer = runPage(PAGE, { token: tokenOf(address), form }, small().application);
    expect(await answer).toMatchObject({ refused: { refusal: 'readOnlyPage' } });
  });

  test('says so where no unit is listed because of its size', async () => {
    const app = withheldUnit();
    const { address } = await ask(app, 'link');
    const { sections = [] } = await open(app, tokenOf(address));
    expect(sections.filter(({ heading }) => heading === '单位到课率（最高和最低）')).toEqual([
      {
        heading: '单位到课率（最高和最低）',
        lines: ['另有 1 个单位未列，以免从合计推出人数太少的单位'],
      },
    ]);
  });

  test('shows nobody’s name, address or telephone number', async () => {
    const app = district();
    const { address } = await ask(app, 'link');
    const shown = JSON.stringify(await open(app, tokenOf(address)));
    const { tables } = await app.workbook.read(WORKBOOK_ID, ['roster', 'speakers', 'contacts']);
    const people = [...app.workbook.rowsOf('roster'), ...app.workbook.rowsOf('speakers')];
    expect(people.length).toBeGreaterThan(110);
    expect(tables.roster).toBeDefined();
    for (const [id, name] of people) {
      expect(shown).not.toContain(String(name));
      expect(shown).not.toContain(`"${id}"`);
    }
    expect(shown).not.toContain('@');
  });
});
