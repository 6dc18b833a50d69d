import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { invitationWarnings } from '#core/planning/invitation-warnings';
import { anExpense } from '#test/support/builders/rows';
import { aBudgetLine, aSession, planBook, yuan, type PlanRows } from './planning';

const warnings = (rows: PlanRows): string[] => {
  const schedule = [aSession({ date: toDay('2026-03-27'), speakerId: 'T1', venue: '礼堂' })];
  const book = planBook({ schedule, ...rows });
  const [session] = book.entries.schedule;
  return session ? invitationWarnings(book, session, 'zh-CN') : ['no session'];
};
/** 3 hours at 1000 net are 3550 gross. */
const budget = [aBudgetLine({ planned: yuan(3550) })];
const fee = anExpense({ payee: '甲', sessionId: 'S01', date: toDay('2026-03-10') });

describe('what a clerk should know before an invitation', () => {
  test('a fee that is booked for the session is not paid a second time', () => {
    expect(warnings({ budget, expenses: [fee] })).toEqual([]);
  });

  test('a fee that is booked for another session has left less', () => {
    const other = aSession({
      id: 'S02',
      date: toDay('2026-01-09'),
      state: 'held',
      speakerId: 'T9',
    });
    const session = aSession({ date: toDay('2026-03-27'), speakerId: 'T1', venue: '礼堂' });
    const expenses = [{ ...fee, payee: '己', sessionId: 'S02', date: toDay('2026-01-12') }];
    expect(warnings({ budget, expenses, schedule: [session, other] })).toEqual([
      '甲的讲课费3,550.00元超过师资费余额0.00元',
    ]);
  });
});
