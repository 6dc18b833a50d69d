import { describe, expect, test } from '@jest/globals';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { rowsIn, withCellIn } from '#test/support/builders/tables';
import { aMark, aSession } from '#test/support/builders/rows';
import {
  answer,
  evaluationApp,
  formOf,
  LAST_MOMENT,
  memberId,
  OVER,
  viewOf,
  visit,
} from '#test/support/evaluation-app';
import type { TestApplication } from '#test/support/application';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';

async function stored(app: TestApplication) {
  const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations', 'ballots']);
  return {
    answers: rowsIn(tables.evaluations).slice(1),
    ballots: rowsIn(tables.ballots).slice(1),
  };
}

describe('the page of an evaluation', () => {
  test('shows the session, what becomes of the answer, five items and a comment, and no name', async () => {
    const view = await viewOf(visit(evaluationApp()));
    expect(view.heading).toBe('领导干部理论学习教学评价');
    expect(view.facts.map(({ value }) => value)).toEqual([
      '区域经济协调发展',
      '陆明哲',
      '2026年3月6日（星期五）下午2:30—5:00',
    ]);
    expect(view.notice?.text).toContain('匿名评价');
    expect(view.notice?.text).toContain('最迟2026年3月13日截止');
    expect(view.notice?.text).toContain('不足5份的不启封');
    expect(view.notice?.text).toContain('意见的内容和口吻可能透露您的身份');
    expect(view.forms[0]?.fields.map(({ label }) => label)).toEqual([
      '现实针对性',
      '理论性',
      '信息量',
      '语言表达',
      '教风教态',
      '意见和建议（可不填）',
    ]);
    expect(view.forms[0]?.button.label).toBe('匿名提交');
    expect(JSON.stringify(view)).not.toContain('听课人');
  });

  test.each([
    ['number', '十八'],
    ['creditedHours', '三'],
    ['state', '已经办了'],
  ])('opens while the cell %s of its session has a typing error', async (column, words) => {
    const { tables } = await evaluationApp().workbook.read(WORKBOOK_ID, TAB_KEYS);
    const typed = withCellIn(tables, { tab: 'schedule', row: 2, column }, words);
    const app = evaluationApp({}, { workbook: new InMemoryWorkbook(typed) });
    const view = await answer(app, 'R001', '54321', '很受启发');
    expect(view.notice?.text).toBe('您的评价已收到，谢谢。');
  });

  test('keeps an answer sealed, and the ballot apart from it', async () => {
    const app = evaluationApp();
    const view = await answer(app, 'R001', '54321', '很受启发');
    expect([view.notice?.text, view.forms]).toEqual(['您的评价已收到，谢谢。', []]);
    const { answers, ballots } = await stored(app);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.slice(0, 8)).toEqual(['S01', '', '', '', '', '', '', '']);
    expect(ballots).toEqual([['S01', expect.stringMatching(/^[\w-]{43}$/)]]);
    expect(JSON.stringify([answers, ballots])).not.toMatch(/R001|听课人|启发/);
  });

  test('takes one answer a person, also when the form is sent twice at once', async () => {
    const app = evaluationApp();
    await Promise.all([answer(app, 'R001', '55555'), answer(app, 'R001', '11111')]);
    await answer(app, 'R001', '22222');
    const { answers, ballots } = await stored(app);
    expect([answers.length, ballots.length]).toEqual([1, 1]);
    expect((await viewOf(visit(app))).notice?.text).toBe('您的评价已收到，谢谢。');
  });

  test('takes the answers of a whole hall that arrive at once', async () => {
    const app = evaluationApp({ listeners: 40 });
    const ids = Array.from({ length: 40 }, (_, at) => memberId(at + 1));
    await Promise.all(ids.map((id) => answer(app, id, '54545')));
    const { answers, ballots } = await stored(app);
    expect([answers.length, ballots.length]).toEqual([40, 40]);
    const order = ballots.map(([, ballot]) => String(ballot));
    expect(order).toEqual(order.toSorted());
  });

  test('is shown again with what was entered when a score is missing', async () => {
    const app = evaluationApp();
    const form = { ...formOf('5432', '讲得好') };
    const view = await viewOf(visit(app, { form }));
    expect(view.notice?.tone).toBe('warning');
    expect(view.forms[0]?.fields.map((field) => field.value)).toEqual([
      '5',
      '4',
      '3',
      '2',
      '',
      '讲得好',
    ]);
    expect(await stored(app)).toEqual({ answers: [], ballots: [] });
  });

  test.each([
    ['a score beyond the limits', formOf('65555')],
    ['a score that is no number', formOf('a5555')],
    ['a comment of 301 characters', formOf('55555', '好'.repeat(301))],
  ])('does not take %s', async (_, form) => {
    const app = evaluationApp();
    expect((await viewOf(visit(app, { form }))).notice?.tone).toBe('warning');
    expect((await stored(app)).answers).toEqual([]);
  });

  test('takes a comment of 300 characters', async () => {
    const app = evaluationApp();
    await answer(app, 'R001', '55555', '𠮷'.repeat(300));
    expect((await stored(app)).answers).toHaveLength(1);
  });

  test('masks a number of an identity or bank card in a comment, sealed or with a name', async () => {
    const typed = '报销到 6222 0212 3456 7890 123，证件 110101199003074258';
    const kept = '报销到 622…23，证件 110…58';
    const named = evaluationApp({ rows: { settings: [{ name: '匿名评价', value: '否' }] } });
    await viewOf(visit(named, { form: formOf('55555', typed, 'named') }));
    expect((await stored(named)).answers[0]?.[6]).toBe(kept);
    const sealed = evaluationApp();
    for (const id of [1, 2, 3, 4, 5]) await answer(sealed, memberId(id), '55555', typed);
    sealed.setNow(OVER);
    await sealed.call('evaluationReport', {});
    expect((await stored(sealed)).answers.map((row) => row[6])).toEqual(Array(5).fill(kept));
  });

  test('is open until the last moment of its last day, and not longer', async () => {
    const app = evaluationApp();
    app.setNow(LAST_MOMENT);
    await answer(app, 'R001', '55555');
    app.setNow(OVER);
    await expect(answer(app, 'R002', '55555')).rejects.toMatchObject({
      refusal: 'linkExpired',
    });
  });

  test.each([
    ['who was absent', { memberId: 'R901' }, {}, 'badLink'],
    ['who is not on the roster', { memberId: 'R777' }, {}, 'badLink'],
    ['of a session that is not there', { occasionId: 'S99' }, {}, 'badLink'],
    ['with the link of a test mail', { memberId: null }, {}, 'testLink'],
    ['before the session is held', {}, { schedule: [aSession()] }, 'evaluationOver'],
    [
      'whose mark was corrected to absent',
      {},
      { attendance: [aMark({ status: '缺席' })] },
      'badLink',
    ],
  ])('refuses a person %s', async (_, claims, rows, refusal) => {
    const app = evaluationApp({ rows });
    await expect(viewOf(visit(app, claims))).rejects.toMatchObject({ refusal });
    await expect(viewOf(visit(app, { ...claims, form: formOf('55555') }))).rejects.toMatchObject({
      refusal,
    });
    expect((await stored(app)).answers).toEqual([]);
  });

  test('says so, and keeps the ID, when the workbook asks by name', async () => {
    const app = evaluationApp({ rows: { settings: [{ name: '匿名评价', value: '否' }] } });
    const view = await viewOf(visit(app));
    expect(view.notice?.text).toContain('实名评价');
    expect(view.forms[0]?.button).toEqual({ action: 'named', label: '实名提交', isMain: true });
    await viewOf(visit(app, { form: formOf('54321', '好', 'named') }));
    const { answers } = await stored(app);
    expect(answers[0]?.slice(0, 8)).toEqual(['S01', 5, 4, 3, 2, 1, '好', 'R001']);
  });

  test.each([
    ['by name', '否', 'anonymous'],
    ['anonymous', '是', 'named'],
  ])('keeps nothing of an answer whose page said otherwise, now %s', async (_, value, action) => {
    const app = evaluationApp({ rows: { settings: [{ name: '匿名评价', value }] } });
    await expect(viewOf(visit(app, { form: formOf('55555', '', action) }))).rejects.toMatchObject({
      refusal: 'evaluationChanged',
    });
    expect(await stored(app)).toEqual({ answers: [], ballots: [] });
  });

  test.each(['evaluations', 'ballots'] as const)('needs the tab %s', async (key) => {
    const app = evaluationApp({}, {}, [key]);
    await expect(viewOf(visit(app))).rejects.toMatchObject({ refusal: 'tabMissing' });
  });
});
