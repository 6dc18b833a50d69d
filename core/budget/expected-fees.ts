// What the sessions whose fee is not booked yet will cost: held or planned, at the cap of their own day, taxed by the month.
import { monthOf, yearOf, type Day, type Month } from '../calendar/day';
import type { Book } from '../model/book';
import type { Cents } from '../money/cents';
import { addPaidAmounts, NOTHING_PAID, payTogether, type PaidAmounts } from '../fees/month-tax';
import { planFee } from '../fees/plan-fee';
import type { SessionEntry } from '../model/session';

export interface ExpectedFee {
  readonly session: SessionEntry;
  readonly month: Month;
  readonly gross: Cents;
}

/** By date; paid in the month they are taught in, as far as anybody can know. */
export function expectedFees(book: Book, year: number): ExpectedFee[] {
  return feesOfSessions(book, sessionsOfYear(book, year));
}

/** Those of these sessions, by date, whether or not they are in the schedule. */
export function feesOfSessions(book: Book, sessions: readonly DatedSession[]): ExpectedFee[] {
  const expected: ExpectedFee[] = [];
  const months = new Map<string, PaidAmounts>();
  for (const { session, date } of sessions) {
    const { net, before, recorded, basis } = planFee(book, session, usualChoice(date));
    if (recorded || net === 0) continue;
    const key = `${basis.speaker?.cells.id ?? ''}|${monthOf(date)}`;
    const expectedBefore = months.get(key) ?? NOTHING_PAID;
    const payment = payTogether(net, addPaidAmounts(before.paid, expectedBefore));
    months.set(key, addPaidAmounts(expectedBefore, payment));
    expected.push({ session, month: monthOf(date), gross: payment.gross });
  }
  return expected;
}

const usualChoice = (paidOn: Day): Parameters<typeof planFee>[2] => ({
  paidOn,
  perHour: null,
  taxBasis: 'month',
  taxReason: null,
  approvalNumber: null,
});

export interface DatedSession {
  readonly session: SessionEntry;
  readonly date: Day;
}

/** The year's sessions by date, those cancelled left out. */
export function sessionsOfYear(book: Book, year: number): DatedSession[] {
  return book.entries.schedule
    .flatMap((session) => {
      const { date, state } = session.cells;
      return date && yearOf(date) === year && state !== 'cancelled' ? [{ session, date }] : [];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
