import { describe, expect, test } from '@jest/globals';
import type { SpeakerCardShown, SpeakerUsageWritten } from '#core/contract/speaker-card';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { anApplication, type TestApplication } from '#test/support/application';
import { anExpense, aSession } from '#test/support/builders/rows';
import { planTables, ROWS, setting, type PlanRows } from '#test/core/planning/planning';

const ID_NUMBER = '110101199003074258';
const PHONE = '000-0001-0001';
const SCHEDULE = [
  aSession({ id: 'S01', date: toDay('2025-11-07'), state: 'held', speakerId: 'T1' }),
  aSession({ id: 'S02', date: toDay('2026-01-09'), state: 'held', speakerId: 'T1' }),
  aSession({
    id: 'S03',
    date: toDay('2026-02-06'),
    state: 'held',
    speakerId: 'T4',
    taughtHours: 1,
  }),
  aSession({ id: 'S04', date: toDay('2026-03-06'), speakerId: 'T1', title: '经济形势' }),
  aSession({ id: 'S05', date: toDay('2026-04-10'), speakerId: 'T2' }),
];

const app = (rows: PlanRows = {}): TestApplication => {
  const made = anApplication(
    planTables({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      schedule: SCHEDULE,
      speakers: (ROWS.speakers ?? []).map((row) => ({
        ...row,
        idNumber: row.id === 'T1' ? ID_NUMBER : null,
        phone: PHONE,
        email: `${row.id?.toLowerCase() ?? ''}@example.org`,
      })),
      expenses: [anExpense({ sessionId: 'S02', payee: '甲' })],
      ...rows,
    }),
  );
  made.setNow('2026-03-02T01:00:00Z');
  return made;
};
const cardOf = async (on: TestApplication, sessionId?: string) =>
  (await on.call('speakerCard', {
    action: 'card',
    ...(sessionId && { sessionId }),
  })) as SpeakerCardShown;

describe('speakerCard', () => {
  test('shows the next session’s speaker: years, last time, and what speaks against it', async () => {
    const card = await cardOf(app());
    expect(card).toMatchObject({
      session: { id: 'S04', title: '经济形势' },
      speaker: { name: '甲', level: '正高', tier: '省', field: '经济学' },
      years: [
        { year: 2026, sessions: 1, hours: '3', fees: { text: '3,550.00' } },
        { year: 2025, sessions: 1, hours: '3' },
      ],
      last: '2026-01-09',
      score: null,
      answer: null,
    });
    // From 9 January to 6 March are 56 days.
    expect(card.warnings).toEqual(['甲在2026-01-09授课，间隔不足60天']);
  });

  test.each([
    [
      'a clash with another session',
      {
        schedule: [
          ...SCHEDULE,
          aSession({ id: 'S06', date: toDay('2026-04-10'), speakerId: 'T2' }),
        ],
      },
      '主讲人2026-04-10 14:30—17:00已有一期',
    ],
    [
      'a fee that is more than what is left',
      {
        budget: [
          { year: 2026, head: 'lecturer' as const, planned: anExpense().gross ?? undefined },
        ],
      },
      '乙的讲课费1,675.00元超过师资费余额',
    ],
    [
      'a day that is not possible',
      { speakers: (ROWS.speakers ?? []).map((row) => ({ ...row, unavailable: '2026-04-10' })) },
      '乙2026-04-10不便',
    ],
    [
      'a missing cap',
      { standards: [{ item: 'halfDayHours' as const, value: 4, from: toDay('2017-01-01') }] },
      '乙在2026-04-10没有可用的职称级别或讲课费上限',
    ],
  ])('warns of %s', async (_, rows, expected) => {
    const { warnings } = await cardOf(app(rows as PlanRows), 'S05');
    expect(warnings.join('\n')).toContain(expected);
  });

  test('shows what the speaker answered, and that the session was moved since', async () => {
    const invitations = [
      {
        sessionId: 'S05',
        speakerId: 'T2',
        answer: 'otherDay' as const,
        announced: '2026-04-03 14:30—17:00',
        days: '4月17日',
        at: '2026-03-01T01:00:00.000Z',
      },
    ];
    expect((await cardOf(app({ invitations }), 'S05')).answer).toEqual({
      label: '希望改期',
      isMoved: true,
      lines: [{ label: '可行日期', value: '4月17日' }],
    });
  });

  test.each([
    ['four answers are too few', 4, null],
    // Each answer is 5, 4, 4, 4, 3: 20 of 5 scores, a mean of 4.
    ['five answers give a mean with their number', 5, { mean: '4.00', answers: 5 }],
  ])('the score: %s', async (_, count, expected) => {
    const answer = { sessionId: 'S02', score1: 5, score2: 4, score3: 4, score4: 4, score5: 3 };
    const evaluations = Array.from({ length: count }, () => answer);
    expect((await cardOf(app({ evaluations }))).score).toEqual(expected);
  });

  test('refuses a session without a speaker of the pool', async () => {
    const schedule = [aSession({ date: toDay('2026-03-06'), speakerId: 'T9' })];
    await expect(cardOf(app({ schedule }))).rejects.toMatchObject({ refusal: 'noSpeaker' });
    await expect(cardOf(app({ schedule: [] }))).rejects.toMatchObject({ refusal: 'noSession' });
  });

  test('writes the report of the pool with sums, tiers and the leaders’ share', async () => {
    const on = app({ settings: [setting('师资层级比例', '省 40%')] });
    const answer = (await on.call('speakerCard', { action: 'usage' })) as SpeakerUsageWritten;
    // Three hours by T1 and one by T4, a leader of the district: a quarter.
    expect(answer).toMatchObject({ year: 2026, speakers: 4, sessions: 2, leaders: '25.0%' });
    const rows = on.workbook.rowsOf('report-speakers');
    const table = rows.slice(rows.findIndex(([first]) => first === '编号'));
    expect(table[1]?.slice(0, 10)).toEqual([
      'T1',
      '甲',
      '省委党校',
      '正高',
      '省',
      '经济学',
      1,
      3,
      3550,
      2,
    ]);
    expect(table[4]?.slice(6, 9)).toEqual([1, 1, 0]);
    const tiers = table.slice(table.findIndex((row) => row[1] === '层级'));
    expect(tiers.slice(0, 3).map((row) => [row[1], row[6], row[7], row[8]])).toEqual([
      ['层级', '本年期数', '占比', '目标'],
      ['国家', 0, '0.0%', '—'],
      ['省', 1, '50.0%', '40%'],
    ]);
  });

  test('no card, report, mail or log has a number of somebody’s papers', async () => {
    const on = app();
    const card = await cardOf(on);
    const usage = await on.call('speakerCard', { action: 'usage' });
    const preview = (await on.call('weeklyNotice', {
      action: 'preview',
      kind: 'invitation',
    })) as NoticePreview;
    const rows = [on.workbook.rowsOf('report-speakers'), on.workbook.rowsOf('log')];
    const shown = JSON.stringify([card, usage, preview, rows]);
    for (const secret of [ID_NUMBER, PHONE]) expect(shown).not.toContain(secret);
  });
});

describe('the invitation', () => {
  test('its preview warns as the card does, and it can be sent all the same', async () => {
    const on = app();
    const preview = await on.call('weeklyNotice', { action: 'preview', kind: 'invitation' });
    expect(preview).toMatchObject({
      occasion: { id: 'S04' },
      messages: 1,
      findings: [],
      warnings: ['甲在2026-01-09授课，间隔不足60天'],
    });
    expect(preview).toMatchObject({ warnings: (await cardOf(on, 'S04')).warnings });
  });

  test('its preview names a clash, which the check reports as an error as well', async () => {
    const clash = aSession({ id: 'S06', date: toDay('2026-03-06'), speakerId: 'T1' });
    const on = app({ schedule: [...SCHEDULE, clash] });
    const preview = (await on.call('weeklyNotice', {
      action: 'preview',
      kind: 'invitation',
    })) as NoticePreview;
    expect(preview.warnings).toEqual([
      '主讲人2026-03-06 14:30—17:00已有一期',
      '甲在2026-03-06授课，间隔不足60天',
    ]);
    expect(preview.findings.map(({ rule, cell }) => [rule, cell])).toContainEqual(['V08', 'I5']);
  });

  test('its preview warns of a fee that the budget cannot pay, and of a missing cap', async () => {
    const request = { action: 'preview', kind: 'invitation', occasionId: 'S05' } as const;
    const planned = toCents(3550_00);
    const poor = app({ budget: [{ year: 2026, head: 'lecturer', planned }] });
    expect(JSON.stringify(await poor.call('weeklyNotice', request))).toContain(
      '乙的讲课费1,675.00元超过师资费余额',
    );
    const standards = [{ item: 'halfDayHours' as const, value: 4, from: toDay('2017-01-01') }];
    expect(await app({ standards }).call('weeklyNotice', request)).toMatchObject({
      warnings: ['乙在2026-04-10没有可用的职称级别或讲课费上限'],
    });
  });

  test('a notice of another kind has no warnings', async () => {
    const clash = aSession({ id: 'S06', date: toDay('2026-03-06'), speakerId: 'T1' });
    const on = app({ schedule: [...SCHEDULE, clash] });
    const preview = await on.call('weeklyNotice', { action: 'preview', kind: 'weekly' });
    expect(preview).toMatchObject({ warnings: [] });
  });

  test('goes to the session’s speaker, with a link of their own and no calendar entry', async () => {
    const on = app();
    const preview = (await on.call('weeklyNotice', {
      action: 'preview',
      kind: 'invitation',
    })) as NoticePreview;
    expect(preview.recipients.map(({ name, address }) => [name, address])).toEqual([
      ['甲', 't1@example.org'],
    ]);
    expect(preview.sample?.subject).toBe('【授课邀请】领导干部理论学习：经济形势');
    expect(preview.sample?.text).toMatch(/请点此答复：https:\/\/pages\.example\.org\/speaker\?t=/);
    await on.call('weeklyNotice', {
      action: 'send',
      kind: 'invitation',
      occasionId: preview.occasion.id,
      fingerprint: preview.fingerprint,
    });
    expect(on.mailer.mails.map(({ to, event }) => [to.address, event])).toEqual([
      ['t1@example.org', null],
    ]);
    const again = (await on.call('weeklyNotice', {
      action: 'preview',
      kind: 'invitation',
    })) as NoticePreview;
    expect(again.messages).toBe(0);
  });
});
