import { describe, expect, test } from '@jest/globals';
import { toDay, toClockTime } from '#core/calendar/day';
import { rowsIn } from '#test/support/builders/tables';
import { aMark, aSession, aSpeaker } from '#test/support/builders/rows';
import { answer, evaluationApp, LAST_MOMENT, memberId, OVER } from '#test/support/evaluation-app';
import type { TestApplication } from '#test/support/application';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const FIVE = ['55555', '44444', '54321', '55544', '33333'];

async function answered(app: TestApplication, scores: readonly string[]): Promise<void> {
  for (const [at, one] of scores.entries()) await answer(app, memberId(at + 1), one, `意见${one}`);
}

async function answers(app: TestApplication) {
  const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations', 'ballots']);
  return {
    rows: rowsIn(tables.evaluations)
      .slice(1)
      .map((row) => Array.from({ length: 9 }, (_, at) => row[at] ?? '')),
    ballots: rowsIn(tables.ballots)
      .slice(1)
      .filter((row) => row.some((cell) => cell !== '' && cell !== null)),
  };
}

async function report(app: TestApplication, key: string) {
  const { ownCells } = await app.workbook.read(WORKBOOK_ID, [], [key]);
  return ownCells?.[key]?.map((row) => row.map((cell) => cell ?? '')) ?? [];
}

describe('the evaluation report', () => {
  test('shows nothing but the number of answers while the evaluation is open', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    app.setNow(LAST_MOMENT);
    const { sessions, opened } = await app.call('evaluationReport', {});
    expect(opened).toBe(0);
    expect(sessions).toEqual([
      expect.objectContaining({
        id: 'S01',
        came: 6,
        received: 5,
        response: '83.3%',
        state: 'sealed',
        stateLabel: '密封中',
        lastDay: '2026-03-13',
        canClose: true,
        figures: null,
        draft: null,
      }),
    ]);
    expect((await answers(app)).rows.every((row) => row[1] === '')).toBe(true);
  });

  test('opens all answers at once when it is over: sorted by content, the ballots gone', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    app.setNow(OVER);
    const { sessions, opened, broken } = await app.call('evaluationReport', {});
    expect([opened, broken]).toEqual([1, 0]);
    expect(await answers(app)).toEqual({
      rows: [
        ['S01', 5, 5, 5, 5, 5, '意见55555', '', ''],
        ['S01', 5, 5, 5, 4, 4, '意见55544', '', ''],
        ['S01', 5, 4, 3, 2, 1, '意见54321', '', ''],
        ['S01', 4, 4, 4, 4, 4, '意见44444', '', ''],
        ['S01', 3, 3, 3, 3, 3, '意见33333', '', ''],
      ],
      ballots: [],
    });
    // 98 of 125 points: items 22, 21, 20, 18, 17 of 25
    expect(sessions[0]?.figures).toEqual({
      answers: 5,
      items: [
        { label: '现实针对性', mean: '4.40' },
        { label: '理论性', mean: '4.20' },
        { label: '信息量', mean: '4.00' },
        { label: '语言表达', mean: '3.60' },
        { label: '教风教态', mean: '3.40' },
      ],
      mean: '3.92',
      points: '78.4',
      satisfied: '68.0%',
      excellent: '36.0%',
    });
  });

  test('writes its three tabs, with the same figures', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    app.setNow(OVER);
    const { tabs } = await app.call('evaluationReport', {});
    expect(tabs.map(({ title }) => title)).toEqual([
      '报表-评价汇总',
      '报表-主讲人评价',
      '报表-评价意见',
    ]);
    const sessions = await report(app, 'report-evaluation-sessions');
    const line = sessions.find((row) => row[2] === '区域经济协调发展');
    expect(line?.slice(0, 1)).toEqual([1]);
    expect(line?.slice(3, 17)).toEqual([
      '陆明哲',
      6,
      5,
      0.833,
      4.4,
      4.2,
      4,
      3.6,
      3.4,
      3.92,
      78.4,
      0.68,
      0.36,
      '已公布',
    ]);
    const comments = await report(app, 'report-evaluation-comments');
    expect(
      comments.flat().filter((cell) => String(cell).startsWith('意见') && cell !== '意见'),
    ).toEqual([
      expect.stringContaining('意见可能透露'),
      '意见33333',
      '意见44444',
      '意见54321',
      '意见55544',
      '意见55555',
    ]);
  });

  test('keeps too few answers sealed, also when the limit is lowered later', async () => {
    const app = evaluationApp();
    await answered(app, FIVE.slice(0, 4));
    app.setNow(OVER);
    const { sessions } = await app.call('evaluationReport', {});
    expect(sessions[0]).toMatchObject({
      state: 'tooFew',
      stateLabel: '样本不足：4份，至少5份',
      figures: null,
      canClose: false,
    });
    const lines = await report(app, 'report-evaluation-sessions');
    expect(lines.flat()).toContain('样本不足：4份，至少5份');
    const { sheetId } = (await app.workbook.read(WORKBOOK_ID, ['settings'])).tables.settings ?? {};
    await app.workbook.addRows(sheetId ?? 0, [['评价公布最少份数', '3']]);
    const lowered = await app.call('evaluationReport', {});
    expect([lowered.opened, lowered.sessions[0]?.stateLabel]).toEqual([
      0,
      '样本不足：4份，至少5份',
    ]);
    expect((await answers(app)).rows.every((row) => row[1] === '')).toBe(true);
  });

  /** What a clerk can do who would like to see four answers: copy one of them into a row below. */
  async function copyFirst(app: TestApplication): Promise<void> {
    const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations']);
    const [, first = []] = rowsIn(tables.evaluations);
    await app.workbook.addRows(tables.evaluations?.sheetId ?? 0, [first]);
  }

  test('counts a sealed answer once, also when somebody copied its row', async () => {
    const app = evaluationApp();
    await answered(app, FIVE.slice(0, 4));
    await copyFirst(app);
    await expect(app.call('evaluationReport', { close: 'S01' })).rejects.toMatchObject({
      refusal: 'evaluationNotClosed',
    });
    app.setNow(OVER);
    const { sessions, opened, leftOut } = await app.call('evaluationReport', {});
    expect([opened, leftOut, sessions[0]?.received]).toEqual([0, 1, 4]);
    expect(sessions[0]?.stateLabel).toBe('样本不足：4份，至少5份');
  });

  test('leaves no copy behind when it opens the answers', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    await copyFirst(app);
    app.setNow(OVER);
    for (const expected of [1, 0]) {
      const { sessions, leftOut } = await app.call('evaluationReport', {});
      expect([sessions[0]?.received, sessions[0]?.figures?.answers, leftOut]).toEqual([
        5,
        5,
        expected,
      ]);
    }
    expect((await answers(app)).rows).toHaveLength(5);
  });

  test('closes an evaluation early when a clerk says so, and nobody answers afterwards', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    const { sessions } = await app.call('evaluationReport', { close: 'S01' });
    expect(sessions[0]).toMatchObject({ state: 'shown', received: 5, canClose: false });
    await expect(answer(app, 'R006', '11111')).rejects.toMatchObject({
      refusal: 'evaluationOver',
    });
    await expect(answer(app, 'R001', '11111')).rejects.toMatchObject({
      refusal: 'evaluationOver',
    });
  });

  test.each([
    ['too few answers', 'S01', 4],
    ['a session that is not there', 'S99', 5],
  ])('closes nothing with %s', async (_, close, count) => {
    const app = evaluationApp();
    await answered(app, FIVE.slice(0, count));
    await expect(app.call('evaluationReport', { close })).rejects.toMatchObject({
      refusal: 'evaluationNotClosed',
    });
  });

  test.each([
    ['the page promised more answers than the setting says now', FIVE.slice(0, 3), 3],
    ['a seal is broken, so that too few are whole', FIVE, 5],
  ])('offers to close only what would be closed: %s', async (_, scores, least) => {
    const app = evaluationApp();
    await answered(app, scores);
    const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations', 'settings']);
    const { evaluations, settings } = tables;
    await app.workbook.addRows(settings?.sheetId ?? 0, [['评价公布最少份数', String(least)]]);
    if (least === 5) {
      const sheetId = evaluations?.sheetId ?? 0;
      await app.workbook.edit([
        { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 8, rows: [['altered']] },
      ]);
    }
    const { sessions } = await app.call('evaluationReport', {});
    expect(sessions[0]).toMatchObject({ state: 'sealed', canClose: false });
    await expect(app.call('evaluationReport', { close: 'S01' })).rejects.toMatchObject({
      refusal: 'evaluationNotClosed',
    });
  });

  test('says how many answers cannot be opened, and opens the others', async () => {
    const app = evaluationApp();
    await answered(app, [...FIVE, '22222']);
    const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations']);
    const { sheetId = 0 } = tables.evaluations ?? {};
    await app.workbook.edit([
      { kind: 'writeCells', sheetId, firstRow: 1, firstColumn: 8, rows: [['altered']] },
    ]);
    app.setNow(OVER);
    const { broken, opened, sessions } = await app.call('evaluationReport', {});
    expect([broken, opened, sessions[0]?.received]).toEqual([1, 1, 6]);
    const again = await app.call('evaluationReport', {});
    expect([again.broken, again.opened]).toEqual([1, 0]);
  });

  test('drafts what the speaker is told: figures, no comment', async () => {
    const app = evaluationApp();
    await answered(app, FIVE);
    app.setNow(OVER);
    const { sessions } = await app.call('evaluationReport', {});
    expect(sessions[0]?.draft).toEqual({
      subject: '领导干部理论学习第1期评价情况',
      text: [
        '陆明哲：',
        '',
        '感谢您于2026年3月6日为领导干部理论学习讲授《区域经济协调发展》。现将学员评价情况反馈如下：',
        '',
        '收回评价5份，回收率83.3%（实到6人）。',
        '现实针对性：4.40分',
        '理论性：4.20分',
        '信息量：4.00分',
        '语言表达：3.60分',
        '教风教态：3.40分',
        '总体平均3.92分（满分5分），满意率68.0%，优秀率36.0%。',
        '',
        '诚挚感谢您的支持。',
        '',
        '区委组织部',
      ].join('\n'),
    });
  });

  test('a viewer may not open answers', async () => {
    const app = evaluationApp({
      rows: { roles: [{ email: 'clerk@example.org', role: 'viewer' }] },
    });
    await expect(app.call('evaluationReport', {})).rejects.toMatchObject({ refusal: 'roleTooLow' });
  });
});

/** Three speakers: 陆 and 丁 with the same mean over two and one sessions, 何 with too few answers to be ranked. */
test('ranks speakers from ten answers on; equal means share a rank', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => memberId(at + 1));
  const session = (id: string, day: string, speakerId: string) =>
    aSession({ id, date: toDay(day), start: toClockTime('09:00'), state: 'held', speakerId });
  const opened = (sessionId: string, count: number, score: number) =>
    Array.from({ length: count }, () => ({
      sessionId,
      score1: score,
      score2: score,
      score3: score,
      score4: score,
      score5: score,
    }));
  const app = evaluationApp({
    listeners: 12,
    rows: {
      schedule: [
        session('S01', '2026-03-06', 'T01'),
        session('S02', '2026-03-07', 'T01'),
        session('S03', '2026-03-13', 'T02'),
        session('S04', '2026-03-14', 'T03'),
        session('S05', '2026-03-20', 'T03'),
        session('S06', '2026-03-21', 'T04'),
      ],
      speakers: [
        aSpeaker(),
        aSpeaker({ id: 'T02', name: '丁一凡' }),
        aSpeaker({ id: 'T03', name: '何远' }),
        aSpeaker({ id: 'T04', name: '白启明' }),
      ],
      attendance: ['S01', 'S02', 'S03', 'S04', 'S05', 'S06'].flatMap((sessionId) =>
        ids.map((id) => aMark({ sessionId, memberId: id })),
      ),
      evaluations: [
        ...opened('S01', 5, 5),
        ...opened('S02', 5, 3),
        ...opened('S03', 10, 4),
        ...opened('S04', 5, 5),
        ...opened('S05', 4, 5), // too few: not shown, and in no speaker's figures
        ...opened('S06', 10, 3),
      ],
    },
  });
  app.setNow('2026-04-30T01:00:00Z');
  const { sessions } = await app.call('evaluationReport', {});
  expect(sessions.map(({ id, state }) => [id, state])).toEqual([
    ['S06', 'shown'],
    ['S05', 'tooFew'],
    ['S04', 'shown'],
    ['S03', 'shown'],
    ['S02', 'shown'],
    ['S01', 'shown'],
  ]);
  const rows = await report(app, 'report-evaluation-speakers');
  const header = rows.findIndex((row) => row[0] === '名次');
  expect(rows.slice(header + 1, header + 5).map((row) => [...row.slice(0, 4), row[9]])).toEqual([
    ['1', '丁一凡', 1, 10, 4],
    ['1', '陆明哲', 2, 10, 4],
    ['3', '白启明', 1, 10, 3],
    ['', '何远', 1, 5, 5],
  ]);
});
