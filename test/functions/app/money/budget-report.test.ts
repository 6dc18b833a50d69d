import { describe, expect, it } from '@jest/globals';
import type { ExecutionAnswer, SettlementAnswer } from '#core/contract/budget-report';
import { anApplication, type TestApplication } from '#test/support/application';
import { yearTables } from '#test/core/budget/budgeting';

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const app = (rows: Parameters<typeof yearTables>[0] = {}): TestApplication => {
  const made = anApplication(yearTables({ roles: ROLES, ...rows }));
  made.setNow('2026-04-08T01:00:00Z');
  return made;
};
/** The rows of a report from its header row on. */
const tableOf = (on: TestApplication, key: string, firstLabel: string): unknown[][] => {
  const rows = on.workbook.rowsOf(key);
  return rows.slice(rows.findIndex((row) => row[0] === firstLabel));
};

describe('budgetReport execution', () => {
  it('answers by head and writes one tab with two charts', async () => {
    const on = app();
    const answer = (await on.call('budgetReport', { report: 'execution' })) as ExecutionAnswer;
    expect(answer).toMatchObject({
      year: 2026,
      leftOut: 0,
      overall: {
        total: { text: '11,800.00' },
        spent: { text: '4,495.00' },
        committed: { text: '5,267.86' },
        rate: '38.1%',
      },
      tab: { title: '报表-预算执行' },
    });
    expect(answer.heads.map(({ label, rate, stateLabel }) => [label, rate, stateLabel])).toEqual([
      ['师资费', '35.5%', '正常'],
      ['培训场地费', '96.7%', '接近预算'],
      ['培训资料费', '26.7%', '正常'],
      ['交通费', '—', '无预算'],
    ]);
    const written = on.workbook.applied[0]?.[0];
    expect(
      written?.kind === 'writeReport' && written.sheet.charts.map(({ title }) => title),
    ).toEqual(['各科目预算执行', '各月支出']);
    expect(tableOf(on, 'report-budget-execution', '科目')).toEqual([
      [
        '科目',
        '年初预算',
        '调整',
        '预算合计',
        '已支',
        '在途',
        '余额',
        '执行率',
        '预计全年',
        '预计结余',
        '状态',
      ],
      ['师资费', 9000, 1000, 10000, 3550, 5267.86, 1182.14, 0.355, 8817.86, 1182.14, '正常'],
      ['培训场地费', 600, 0, 600, 580, 0, 20, 0.967, 870, -270, '接近预算'],
      ['培训资料费', 1200, 0, 1200, 320, 0, 880, 0.267, 480, 720, '正常'],
      ['交通费', 0, 0, 0, 45, 0, -45, '—', 67.5, -67.5, '无预算'],
      ['合计', 10800, 1000, 11800, 4495, 5267.86, 2037.14, 0.381, 10235.36, 1564.64],
      [],
      ['月份', '', '', '', '已支', '在途'],
      ['2026-03', '', '', '', 3870, 3592.86],
      ['2026-04', '', '', '', 625, 1675],
    ]);
  });

  it('reports any year, in the words of the workbook', async () => {
    const on = app();
    const answer = (await on.call('budgetReport', {
      report: 'execution',
      year: 2025,
      language: 'en',
    })) as ExecutionAnswer;
    expect(answer.heads.map(({ label, spent }) => [label, spent.text])).toEqual([
      ['Lecturers', '0.00'],
      ['Materials', '999.00'],
    ]);
    expect(answer.tab?.title).toBe('报表-预算执行');
  });
});

describe('budgetReport settlement', () => {
  it('writes the settlement of the last held session, or of the requested one, with its papers', async () => {
    const on = app();
    const last = (await on.call('budgetReport', { report: 'settlement' })) as SettlementAnswer;
    expect(last.session.id).toBe('S02');
    const answer = (await on.call('budgetReport', {
      report: 'settlement',
      sessionId: 'S01',
    })) as SettlementAnswer;
    expect(answer).toMatchObject({
      due: 3,
      attended: 2,
      budget: { text: '4,150.00' },
      actual: { text: '4,450.00' },
      perPerson: { text: '2,225.00' },
      quota: { limit: { text: '550.00' }, actual: { text: '900.00' }, isOver: true },
    });
    expect(
      answer.papers.filter(({ isThere }) => isThere === false).map(({ label }) => label),
    ).toEqual(['培训通知', '签到表', '讲课费签收单', '票据']);
    const heading = on.workbook.rowsOf('report-budget-settlement').flat().join('\n');
    expect(heading).toContain(
      '综合定额（不含师资费）：2人 × 0.5天 × 550元 = 550.00元；实支900.00元，超出350.00元（市财行〔2017〕8号）',
    );
    expect(heading).toContain('半天按0.5天折算，本地尚未确认');
    expect(tableOf(on, 'report-budget-settlement', '科目')).toEqual([
      ['科目', '预算', '决算', '差异', '人均', '说明'],
      ['师资费', 3550, 3550, 0, 1775],
      ['培训场地费', 200, 580, -380, 290],
      ['培训资料费', 400, 320, 80, 160],
      ['合计', 4150, 4450, -300, 2225],
      [],
      ['报销材料', '状态', '金额', '', '', '编号或情况'],
      ['培训计划', '✓', '', '', '', '区组培〔2026〕1号'],
      ['培训通知', '缺'],
      ['签到表', '缺'],
      ['讲课费签收单', '缺', 3550, '', '', '陆明哲（师资费）未登记单据'],
      [
        '票据',
        '缺',
        900,
        '',
        '',
        '云溪印务社（培训资料费）未登记单据、云溪印务社（培训场地费）未登记单据',
      ],
    ]);
  });

  it('says in words how many notices went out by mail', async () => {
    const sent = (memberId: string) => ({
      key: `k|${memberId}`,
      sessionId: 'S01',
      kind: 'weekly' as const,
      memberId,
      state: 'sent' as const,
    });
    const on = app({ notices: [sent('R001'), { ...sent('R002'), state: 'failed' }, sent('R003')] });
    await on.call('budgetReport', { report: 'settlement', sessionId: 'S01' });
    expect(tableOf(on, 'report-budget-settlement', '报销材料')[2]).toEqual([
      '培训通知',
      '✓',
      '',
      '',
      '',
      '邮件通知2封',
    ]);
  });

  it('refuses a session that nobody entered, and a programme that never met', async () => {
    const unknown = app().call('budgetReport', { report: 'settlement', sessionId: 'S77' });
    await expect(unknown).rejects.toMatchObject({ refusal: 'noSettlement' });
    const none = app({ schedule: [] }).call('budgetReport', { report: 'settlement' });
    await expect(none).rejects.toMatchObject({ refusal: 'noSettlement' });
  });
});

describe('budgetReport year', () => {
  it('lists the held sessions with the columns that finance asks for', async () => {
    const on = app();
    expect(await on.call('budgetReport', { report: 'year' })).toMatchObject({
      sessions: 2,
      cost: { text: '4,450.00' },
      tab: { title: '报表-年度培训' },
    });
    expect(tableOf(on, 'report-budget-year', '期次')).toEqual([
      [
        '期次',
        '名称',
        '内容',
        '时间',
        '地点',
        '对象',
        '应到',
        '实到',
        '工作人员数',
        '经费',
        '其中师资费',
        '列支渠道',
        '成效（到课率A）',
      ],
      [
        '1',
        '区域经济协调发展',
        '经济学；陆明哲',
        46087,
        '区委礼堂',
        '全体',
        3,
        2,
        '',
        4450,
        3550,
        '区财行〔2026〕3号',
        0.667,
      ],
      [
        '2',
        '区域经济协调发展',
        '经济学；陆明哲',
        46094,
        '区委礼堂',
        '全体',
        3,
        0,
        '',
        0,
        0,
        '区财行〔2026〕3号',
        '—', // nobody is marked, so there is no rate, as in the attendance report
      ],
      ['合计', '', '', '', '', '', 6, 2, 0, 4450, 3550, '', 0.667],
    ]);
  });
});
