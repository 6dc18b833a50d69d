import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, toClockTime, toDay, type Day } from '#core/calendar/day';
import { dueNotices, nextDueTime } from '#core/notice/due-notices';
import { aSession } from '#test/support/builders/rows';

const settings = {
  noticeLeadDays: 4,
  noticeTime: toClockTime('09:00'),
  reminderLeadDays: 1,
  invitationLeadDays: 0,
  speakerLeadDays: 0,
  absenceDays: 0,
  digestDays: 0,
  summaryDays: 0,
  orderReminderDays: 3,
  evaluationDays: 0,
  leaveDecisionDays: 0,
};
const schedule = { settings, holidays: new Map() };
const at = (day: string, time: string) => ({ day: toDay(day), time: toClockTime(time) });

describe('the next moment at which something becomes due', () => {
  // Session on Friday 6 March at 14:30: notice on Monday at nine, reminder on Thursday at nine
  test.each([
    ['2026-02-20', '12:00', at('2026-03-02', '09:00')],
    ['2026-03-02', '08:59', at('2026-03-02', '09:00')],
    ['2026-03-02', '09:00', at('2026-03-05', '09:00')],
    ['2026-03-05', '08:59', at('2026-03-05', '09:00')],
    ['2026-03-05', '09:00', null],
  ])('on %s at %s', (day, time, next) => {
    expect(nextDueTime({ sessions: [aSession({})], round: null }, at(day, time), schedule)).toEqual(
      next,
    );
  });

  test('of a cancelled session there is none: it is due at once', () => {
    const sessions = [aSession({ state: 'cancelled' })];
    expect(nextDueTime({ sessions, round: null }, at('2026-02-20', '12:00'), schedule)).toBeNull();
  });

  test('an order round is due on its first working day and before it closes', () => {
    const round = {
      id: toDay('2026-03-07'),
      opens: toDay('2026-03-07'),
      closes: toDay('2026-03-20'),
    };
    const next = (day: string) => nextDueTime({ sessions: [], round }, at(day, '09:00'), schedule);
    expect([next('2026-03-06'), next('2026-03-09'), next('2026-03-17')]).toEqual([
      at('2026-03-09', '09:00'),
      at('2026-03-17', '09:00'),
      null,
    ]);
  });

  test('is the first day on which more is due than the minute before, whatever the settings', () => {
    const lead = fc.integer({ min: 0, max: 9 });
    const first = toDay('2026-02-01');
    fc.assert(
      fc.property(
        fc.record({
          noticeLeadDays: lead,
          reminderLeadDays: lead,
          absenceDays: lead,
          digestDays: lead,
        }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { maxLength: 4 }),
        fc.integer({ min: 0, max: 60 }),
        (chosen, days, today) => {
          const sessions = days.map(([away, isHeld], index) =>
            aSession({
              id: `S${index}`,
              date: addDays(first, away),
              state: isHeld ? 'held' : 'planned',
            }),
          );
          const own = { ...schedule, settings: { ...settings, ...chosen } };
          const day = addDays(first, today);
          const found = nextDueTime(
            { sessions, round: null },
            { day, time: toClockTime('09:00') },
            own,
          );
          expect(found?.day ?? null).toBe(firstWithMore(sessions, day, own));
        },
      ),
    );
  });
});

type Sessions = Parameters<typeof dueNotices>[0];

function firstWithMore(sessions: Sessions, after: Day, own: typeof schedule): Day | null {
  const due = (day: Day, time: string): string[] =>
    dueNotices(sessions, { day, time: toClockTime(time) }, own).map(
      ({ kind, occasionId }) => `${kind} ${occasionId}`,
    );
  for (let away = 1; away < 120; away += 1) {
    const day = addDays(after, away);
    const before = due(day, '08:59');
    if (due(day, '09:00').some((one) => !before.includes(one))) return day;
  }
  return null;
}
