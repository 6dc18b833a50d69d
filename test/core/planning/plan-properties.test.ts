// What holds for every plan, tried on random small workbooks.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { budgetExecution } from '#core/budget/execution';
import { addDays, daysBetween, toDay, weekdayOf, type Day } from '#core/calendar/day';
import { mondayOf } from '#core/planning/free-slots';
import { planSessions } from '#core/planning/plan-sessions';
import { aBudgetLine, aSession, aSpeaker, aTopic, planBook, ROWS, setting, yuan } from './planning';

const FIRST = toDay('2026-03-02');
const day = fc.nat(300).map((days) => addDays(FIRST, days));
const LEVELS = ['senior', 'associate', 'localLeader', null] as const;
const FIELDS = ['法学', '治理', '经济、法学', null];

const workbook = fc.record({
  sessions: fc.array(
    fc.record({
      date: day,
      speaker: fc.nat(4),
      state: fc.constantFrom('held' as const, 'planned' as const, 'cancelled' as const),
    }),
    { maxLength: 6 },
  ),
  speakers: fc.array(
    fc.record({
      titleLevel: fc.constantFrom(...LEVELS),
      tier: fc.constantFrom('national' as const, 'city' as const, null),
      field: fc.constantFrom(...FIELDS),
      away: fc.option(fc.tuple(day, fc.nat(30))),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  topics: fc.array(
    fc.record({
      speaker: fc.option(fc.nat(5)),
      field: fc.constantFrom(...FIELDS),
      rank: fc.nat(4),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  budget: fc.option(fc.nat(15_000)),
  holidays: fc.array(
    fc.record({
      date: day,
      kind: fc.constantFrom('off' as const, 'ordinary' as const, 'work' as const),
    }),
    { maxLength: 5 },
  ),
  rest: fc.nat(60),
  perWeek: fc.integer({ min: 1, max: 2 }),
  from: day,
  weeks: fc.integer({ min: 1, max: 8 }),
});
type Drawn = typeof workbook extends fc.Arbitrary<infer Value> ? Value : never;

const rangeOf = ([from, days]: [Day, number]) => `${from}—${addDays(from, days)}`;

const bookOf = (drawn: Drawn) =>
  planBook({
    schedule: drawn.sessions.map(({ date, speaker, state }, at) =>
      aSession({ id: `S${at}`, number: at + 1, date, speakerId: `T${speaker}`, state }),
    ),
    speakers: drawn.speakers.map(({ away, ...part }, at) =>
      aSpeaker({ ...part, id: `T${at}`, name: `甲${at}`, unavailable: away && rangeOf(away) }),
    ),
    topics: drawn.topics.map(({ speaker, field }, at) =>
      aTopic({
        id: `P${at}`,
        title: `题${at}`,
        field,
        speakerId: speaker === null ? null : `T${speaker}`,
      }),
    ),
    budget: drawn.budget === null ? [] : [aBudgetLine({ planned: yuan(drawn.budget) })],
    holidays: drawn.holidays,
    settings: [
      ...(ROWS.settings ?? []),
      setting('同一主讲人间隔(天)', String(drawn.rest)),
      setting('每周期数', String(drawn.perWeek)),
    ],
  });

function planOf(drawn: Drawn, topics = drawn.topics.map(({ rank }, at) => ({ rank, at }))) {
  const book = bookOf(drawn);
  const to = addDays(drawn.from, drawn.weeks * 7);
  const ranking = topics.map(({ rank, at }) => ({
    id: `P${at}`,
    rank,
    points: 9 - rank,
    heads: { numerator: 9 - rank, denominator: 9 },
  }));
  return { book, plan: planSessions(book, { period: { from: drawn.from, to }, ranking }) };
}

describe('every plan', () => {
  test('has no clash: of one week, one time, one topic or a speaker who must rest', () => {
    fc.assert(
      fc.property(workbook, (drawn) => {
        const { book, plan } = planOf(drawn);
        const live = book.entries.schedule.flatMap(({ cells: { date, state, speakerId } }) =>
          date && state !== 'cancelled' ? [{ date, speakerId }] : [],
        );
        const proposed = plan.proposals.map(({ slot, speaker }) => ({
          date: slot.date,
          speakerId: speaker.cells.id,
        }));
        const topics = plan.proposals.map(({ topic }) => topic.cells.id);
        expect(new Set(topics).size).toBe(topics.length);
        expect(new Set(proposed.map(({ date }) => date)).size).toBe(proposed.length);
        proposed.forEach((one, index) => {
          const others = [...live, ...proposed.filter((_, at) => at !== index)];
          expect(others.filter(({ date }) => date === one.date)).toEqual([]);
          const week = others.filter(({ date }) => mondayOf(date) === mondayOf(one.date));
          expect(week.length).toBeLessThan(drawn.perWeek);
          for (const other of others)
            if (other.speakerId === one.speakerId)
              expect(Math.abs(daysBetween(other.date, one.date))).toBeGreaterThanOrEqual(
                drawn.rest,
              );
        });
      }),
      { numRuns: 150 },
    );
  });

  test('is on the programme’s half-days, in the period, on no holiday, and when its speaker can come', () => {
    fc.assert(
      fc.property(workbook, (drawn) => {
        const { book, plan } = planOf(drawn);
        for (const { slot, speaker } of plan.proposals) {
          expect([5, 6]).toContain(weekdayOf(slot.date));
          expect(['workday', 'restDay']).toContain(book.dayKind(slot.date).kind);
          expect(slot.date >= toDay('2026-03-18') && slot.date >= drawn.from).toBe(true);
          expect(slot.date <= addDays(drawn.from, drawn.weeks * 7)).toBe(true);
          const away = drawn.speakers[Number(speaker.cells.id?.slice(1))]?.away;
          const isAway = away && away[0] <= slot.date && slot.date <= addDays(away[0], away[1]);
          expect(isAway ?? false).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('breaks no cap: four hours a half-day, a fee cap for everybody who is paid, and the lecturers’ budget', () => {
    fc.assert(
      fc.property(workbook, (drawn) => {
        const { book, plan } = planOf(drawn);
        const { heads } = budgetExecution(book, 2026);
        const left = heads.find(({ head }) => head === 'lecturer')?.left ?? 0;
        const paid = plan.proposals.filter(({ slot }) => slot.date < toDay('2027-01-01'));
        const fees = paid.reduce((sum, { fee }) => sum + fee, 0);
        if (drawn.budget !== null && fees > 0) expect(fees).toBeLessThanOrEqual(left);
        for (const { taughtHours, speaker, fee } of plan.proposals) {
          expect(taughtHours).toBeLessThanOrEqual(4);
          expect(speaker.cells.titleLevel).toBeTruthy();
          expect(fee === 0).toBe(speaker.cells.titleLevel === 'localLeader');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is the same for the same workbook, whatever the order of the ranking', () => {
    fc.assert(
      fc.property(workbook, (drawn) => {
        const topics = drawn.topics.map(({ rank }, at) => ({ rank, at }));
        const summary = ({ plan }: ReturnType<typeof planOf>) =>
          plan.proposals.map(({ slot, topic, speaker, reason }) => [
            slot.date,
            topic.cells.id,
            speaker.cells.id,
            reason,
          ]);
        expect(summary(planOf(drawn, topics.toReversed()))).toEqual(summary(planOf(drawn)));
        expect(planOf(drawn).plan.concerns).toEqual(planOf(drawn).plan.concerns);
      }),
      { numRuns: 60 },
    );
  });
});
