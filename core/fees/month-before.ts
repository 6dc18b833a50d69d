// What a speaker was already paid for the month of a payment, as far as it belongs to the same matter.
import type { Book } from '../model/book';
import { feeRows, isSeparate, type FeeRow } from '../model/fee-rows';
import { monthOf, type Day } from '../calendar/day';
import { toCents } from '../money/cents';
import { addPaidAmounts, NOTHING_PAID, type PaidAmounts } from './month-tax';

export interface MonthBefore {
  readonly paid: PaidAmounts;
  readonly rows: readonly FeeRow[];
  /** Those of a later day than the payment: booked before it, so that it bears the tax of both. */
  readonly later: readonly FeeRow[];
}

/** Every fee booked for the month of `paidOn`, whatever its day; those taxed separately with a reason are another matter. */
export function monthBefore(book: Book, personKey: string, paidOn: Day): MonthBefore {
  const rows = feeRows(book).filter(
    (fee) => fee.personKey === personKey && isOfMonth(fee, paidOn) && !isSeparate(fee),
  );
  const later = rows.filter(({ cells }) => (cells.date ?? paidOn) > paidOn);
  return { rows, later, paid: rows.map(paidIn).reduce(addPaidAmounts, NOTHING_PAID) };
}

function isOfMonth({ cells: { date } }: FeeRow, paidOn: Day): boolean {
  return date !== undefined && monthOf(date) === monthOf(paidOn);
}

export function paidIn({ cells }: FeeRow): PaidAmounts {
  const gross = cells.gross ?? toCents((cells.net ?? 0) + (cells.tax ?? 0));
  return { gross, tax: cells.tax ?? toCents(gross - (cells.net ?? gross)) };
}
