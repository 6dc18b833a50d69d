import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { planSessions } from '#core/planning/plan-sessions';
import { concernText } from '#core/planning/planning-words';
import type { RankedTopic, SessionPlan } from '#core/planning/proposal';
import {
  aBudgetLine,
  aSession,
  type aSpeaker,
  period,
  planBook,
  RANKING,
  ROWS,
  setting,
  yuan,
  type PlanRows,
} from './planning';

/** From Wednesday 18 March to Sunday 5 April 2026: Fridays 20, 27 March; 3 April; Saturday 4 April is Tomb-sweeping Day. */
const SPRING = period('2026-03-01', '2026-04-05');

const plan = (rows: PlanRows = {}, ranking = RANKING, at = SPRING): SessionPlan =>
  planSessions(planBook(rows), { period: at, ranking });
/** Alone in the ranking. */
const wanted = (id: string, points: number): RankedTopic => ({
  id,
  rank: 1,
  points,
  heads: { numerator: 1, denominator: 5 },
});
const shown = ({ proposals }: SessionPlan) =>
  proposals.map(({ slot, topic, speaker }) => [slot.date, topic.cells.id, speaker.cells.id]);
const said = ({ concerns }: SessionPlan) => concerns.map((one) => concernText(one, 'zh-CN'));
const speakers = (...changed: Parameters<typeof aSpeaker>[0][]) =>
  (ROWS.speakers ?? []).map((row) => ({ ...row, ...changed.find((one) => one?.id === row.id) }));

describe('planSessions', () => {
  test('gives topics Fridays by their rank, with hours, venue and the fee at the cap', () => {
    const made = plan();
    expect(shown(made)).toEqual([
      ['2026-03-20', 'P1', 'T1'],
      ['2026-03-27', 'P2', 'T2'],
      ['2026-04-03', 'P3', 'T3'],
    ]);
    const [first, second] = made.proposals;
    // 150 minutes are 3 whole class hours of 45; 3 × 1000 net are 3550 gross, 3 × 500 net are 1675.
    expect(first).toMatchObject({ taughtHours: 3, creditedHours: 3, venue: '礼堂', fee: 355_000 });
    expect(second).toMatchObject({ fee: 167_500 });
  });

  test('proposes nothing before the lead is over, and says from when', () => {
    const made = plan({}, RANKING, period('2026-03-05', '2026-03-17'));
    expect(shown(made)).toEqual([]);
    expect(said(made)[0]).toBe(
      '现在能建议的最早是2026-03-18（设置“排课提前(天)”）。请改变起止日期。',
    );
  });

  test('says why: demand, speaker, last session, fee and what is left', () => {
    expect(
      plan()
        .proposals.map(({ reason }) => reason)
        .slice(0, 2),
    ).toEqual([
      '点单第1位（9分，3人）；专题拟请的主讲人；尚未授课；讲课费税前3,550.00元，师资费尚余16,450.00元',
      '点单第2位（7分，3人）；专业领域相符（法学、治理）；尚未授课；讲课费税前1,675.00元，师资费尚余14,775.00元',
    ]);
  });

  test('counts topics that find no half-day', () => {
    expect(said(plan())).toEqual([
      '时段已排满，还有1个可点的专题没有排。',
      '2026年各期还没有计划文号：请在“排课建议”填写后再采用。',
    ]);
  });

  test('does not depend on the order of the ranking’s rows', () => {
    expect(plan({}, RANKING.toReversed())).toEqual(plan());
  });

  test('takes Saturday morning where Friday has a session of another week’s plan, and no second session of a week', () => {
    const friday = aSession({
      id: 'S01',
      date: toDay('2026-03-20'),
      topicId: 'P4',
      speakerId: 'T9',
    });
    const one = plan({ schedule: [friday] });
    expect(shown(one).map(([date]) => date)).toEqual(['2026-03-27', '2026-04-03']);
    const two = plan({
      schedule: [friday],
      settings: [...(ROWS.settings ?? []), setting('每周期数', '2')],
    });
    expect(
      shown(two)
        .map(([date]) => date)
        .slice(0, 2),
    ).toEqual(['2026-03-21', '2026-03-27']);
  });

  test('goes round holidays, and names a week that has nothing else', () => {
    // 1 to 5 May 2026 are off: Friday 1 and Saturday 2 May; Saturday 9 May is worked in exchange.
    const made = plan({}, RANKING, period('2026-04-27', '2026-05-10'));
    expect(shown(made).map(([date]) => date)).toEqual(['2026-05-08']);
    expect(said(made)).toContain(
      '这一周没有可用的时段：2026-05-01 周五 劳动节、2026-05-02 周六 劳动节。',
    );
  });

  test('proposes nothing on a rest day that is worked in exchange', () => {
    const only = [...(ROWS.settings ?? []), setting('上课时段', '周六 09:00-11:30')];
    const made = plan({ settings: only }, RANKING, period('2026-05-04', '2026-05-10'));
    expect(made.slots).toBe(0);
    expect(said(made)).toContain('这一周没有可用的时段：2026-05-09 周六 劳动节。');
  });

  test('assumes nothing of a year whose holidays are not published', () => {
    const made = plan({}, RANKING, period('2030-01-07', '2030-01-20'));
    expect(made.proposals).toEqual([]);
    expect(said(made)[0]).toMatch(/^2030年没有节假日数据/);
  });

  test('keeps to the days on which a speaker can come, and looks back for another topic to move', () => {
    // T1 can come on 20 March only; with P2 first in rank, that Friday is P2's until P1 asks for it.
    const ranking = RANKING.map((one) => ({ ...one, rank: one.id === 'P2' ? 0 : one.rank }));
    const made = plan(
      { speakers: speakers({ id: 'T1', unavailable: '2026-03-21—2026-12-31' }) },
      ranking,
    );
    expect(shown(made)).toEqual([
      ['2026-03-20', 'P1', 'T1'],
      ['2026-03-27', 'P2', 'T2'],
      ['2026-04-03', 'P3', 'T3'],
    ]);
  });

  test('does not propose a speaker whose unavailable days nobody understands, and says so', () => {
    const made = plan({ speakers: speakers({ id: 'T2', unavailable: '月底' }) });
    expect(shown(made).map(([, , speaker]) => speaker)).not.toContain('T2');
    expect(said(made)).toContain('乙的不便日期“月底”无法识别，没有建议此人。');
  });

  test.each([
    ['59 days are too few', '2026-01-20', []],
    ['60 days are enough', '2026-01-19', [['2026-03-20', 'P2', 'T2']]],
  ])('lets a speaker rest: %s', (_, day, expected) => {
    const schedule = [aSession({ date: toDay(day), state: 'held', speakerId: 'T2' })];
    const made = plan(
      { schedule, speakers: speakers({ id: 'T4', field: null }) },
      [wanted('P2', 1)],
      period('2026-03-16', '2026-03-20'),
    );
    expect(shown(made)).toEqual(expected);
  });

  test('passes to a cheaper speaker where the budget does not reach, and names a topic that it ends at', () => {
    // 3550 are there: P1 takes 3550; P2 goes to the district's own leader; nobody without a fee teaches P3.
    const made = plan({ budget: [aBudgetLine({ planned: yuan(3550) })] });
    expect(shown(made)).toEqual([
      ['2026-03-20', 'P1', 'T1'],
      ['2026-03-27', 'P2', 'T4'],
    ]);
    expect(said(made).find((one) => one.startsWith('“基层治理”'))).toBe(
      '“基层治理”没有排上：乙的讲课费1,675.00元超过师资费余额0.00元；丙的讲课费3,550.00元超过师资费余额0.00元。',
    );
  });

  test('takes fees of one month together, as they are taxed', () => {
    const settings = [...(ROWS.settings ?? []), setting('同一主讲人间隔(天)', '0')];
    const made = plan(
      {
        settings,
        topics: [
          { id: 'P1', title: '一', state: 'open', speakerId: 'T2' },
          { id: 'P2', title: '二', state: 'open', speakerId: 'T2' },
        ],
        speakers: speakers({ id: 'T2', field: null }),
      },
      RANKING.slice(0, 2),
    );
    // Net 1500 are 1675 gross; net 3000 are 3550, so the second costs 1875.
    expect(made.proposals.map(({ fee }) => fee)).toEqual([167_500, 187_500]);
  });

  test('says that there is no budget to compare with', () => {
    const made = plan({ budget: [] });
    expect(made.proposals).toHaveLength(3);
    expect(said(made)).toContain('2026年没有师资费预算，讲课费没有与预算比较。');
  });

  test('prefers the tier that is furthest below its share, and names shares that are missed', () => {
    const settings = [...(ROWS.settings ?? []), setting('师资层级比例', '市 0%；省 100%')];
    const made = plan({ settings }, [wanted('P3', 2)]);
    expect(shown(made)).toEqual([['2026-03-20', 'P3', 'T3']]);
    const missed = plan({ settings }, [wanted('P2', 2)]);
    expect(said(missed)).toContain('2026年省级师资0期，共1期，目标100%。');
  });

  test('counts the tiers of the year that is planned, and of what is proposed before', () => {
    const settings = [...(ROWS.settings ?? []), setting('师资层级比例', '市 50%；省 50%')];
    const schedule = ['2025-10-10', '2025-10-17', '2025-10-24'].map((day, at) =>
      aSession({ id: `S0${at}`, date: toDay(day), state: 'held', speakerId: 'T1' }),
    );
    const { proposals } = plan({ settings, schedule });
    expect(proposals.map(({ reason }) => reason.split('；')[2])).toEqual([
      '省级师资已排0/0期（目标50%）',
      '市级师资已排0/1期（目标50%）',
      '省级师资已排1/2期（目标50%）',
    ]);
  });

  test('takes the whole day of a session whose times are blank', () => {
    const open = { id: 'S01', date: toDay('2026-03-20'), state: 'planned' as const };
    expect(shown(plan({ schedule: [open] })).map(([date]) => date)).toEqual([
      '2026-03-27',
      '2026-04-03',
    ]);
  });

  test('says that no venue has a seat for everybody, not that nobody can be thought of', () => {
    const settings = [setting('可用场地', '小厅(1)')];
    const roster = [
      { id: 'R1', name: '某' },
      { id: 'R2', name: '某乙' },
    ];
    const made = plan({ settings, roster }, [wanted('P1', 1)]);
    expect(said(made)[0]).toBe(
      '“经济形势”没有排上：2026-03-20 14:30—17:00没有空闲而坐得下的场地；' +
        '2026-03-27 14:30—17:00没有空闲而坐得下的场地；2026-04-03 14:30—17:00没有空闲而坐得下的场地。',
    );
  });

  test('chooses the first venue with a seat for everybody who is due', () => {
    const settings = [setting('可用场地', '小厅(1)；大厅(2)；礼堂')];
    const roster = [
      { id: 'R1', name: '某' },
      { id: 'R2', name: '某乙' },
    ];
    expect(plan({ settings, roster }).proposals[0]?.venue).toBe('大厅');
  });

  test('names a topic for which nobody can be thought of', () => {
    const made = plan({}, [wanted('P4', 1)]);
    expect(said(made)).toContain('“天文”没有排上：没有拟请主讲人，也没有专业领域相符的师资。');
  });

  test('leaves out topics that are not open or in the schedule already', () => {
    const schedule = [aSession({ date: toDay('2026-06-12'), topicId: 'P1', speakerId: 'T9' })];
    const ranking = RANKING.map((one) => (one.id === 'P2' ? { ...one, rank: null } : one));
    expect(shown(plan({ schedule }, ranking)).map(([, topic]) => topic)).toEqual(['P3']);
  });

  test('takes the number of the plan from the year’s sessions', () => {
    const schedule = [aSession({ date: toDay('2026-01-09'), state: 'held', speakerId: 'T9' })];
    expect(plan({ schedule }).proposals[0]?.planNumber).toBe('区组培〔2026〕1号');
  });
});
