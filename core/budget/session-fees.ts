// What each session's lecture costs: the fee that is booked, otherwise the one that is expected.
import { yearOf } from '../calendar/day';
import { feeRows } from '../model/fee-rows';
import { paidIn } from '../fees/month-before';
import type { Book } from '../model/book';
import { toCents, type Cents } from '../money/cents';
import { expectedFees } from './expected-fees';

export interface SessionFee {
  /** Gross. */
  readonly gross: Cents;
  readonly isBooked: boolean;
}

/** By the row of the schedule; a session whose lecturer gets nothing is not in it. */
export function sessionFees(book: Book): ReadonlyMap<number, SessionFee> {
  const fees = new Map<number, SessionFee>();
  const years = new Set(
    book.entries.schedule.flatMap(({ cells: { date } }) => (date ? [yearOf(date)] : [])),
  );
  for (const year of years)
    for (const { session, gross } of expectedFees(book, year))
      fees.set(session.row, { gross, isBooked: false });
  for (const fee of feeRows(book)) {
    if (!fee.session) continue;
    const before = fees.get(fee.session.row);
    const earlier = before?.isBooked === true ? before.gross : 0;
    const gross = toCents(earlier + paidIn(fee).gross);
    fees.set(fee.session.row, { gross, isBooked: true });
  }
  return fees;
}
