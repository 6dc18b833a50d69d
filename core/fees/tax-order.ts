// The order in which a month's fees of one speaker were taxed: each is taxed as what it adds to those before it.
import type { FeeRow } from '../model/fee-rows';
import { toCents, type Cents } from '../money/cents';
import { taxOnFee } from './lecture-fee-tax';
import { paidIn } from './month-before';
import { addPaidAmounts, NOTHING_PAID, type PaidAmounts } from './month-tax';

export interface TaxedFee {
  readonly fee: FeeRow;
  /** Paid and withheld before this one. */
  readonly before: PaidAmounts;
}

/**
 * By day of payment, unless the amounts show that they were taxed as they were booked: a payment of an earlier day may be booked after
 * one of a later day and then bears the tax of both. Of all orders the one in which the fewest fees are taxed wrongly.
 */
export function inTaxOrder(fees: readonly FeeRow[]): TaxedFee[] {
  const orders = [
    fees.toSorted(byDay),
    fees.toSorted(byId),
    fees.toSorted((a, b) => a.row - b.row),
  ];
  const [first = [], ...others] = orders.map(withBefore);
  return others.reduce((best, order) => (wrongIn(order) < wrongIn(best) ? order : best), first);
}

function withBefore(fees: readonly FeeRow[]): TaxedFee[] {
  let before = NOTHING_PAID;
  return fees.map((fee) => {
    const taxed = { fee, before };
    before = addPaidAmounts(before, paidIn(fee));
    return taxed;
  });
}

const wrongIn = (fees: readonly TaxedFee[]): number =>
  fees.filter(({ fee, before }) => {
    const { gross, tax } = fee.cells;
    return gross && typeof tax === 'number' && !isTaxedWith(before, { gross, tax });
  }).length;

/** What a gross adds to the tax of the month. */
export function taxAddedTo(before: PaidAmounts, gross: Cents): Cents {
  return toCents(taxOnFee(toCents(before.gross + gross)) - taxOnFee(before.gross));
}

/** Taxed as what it adds to the month, or so that what was withheld too low before is made good. */
export function isTaxedWith(before: PaidAmounts, { gross, tax }: PaidAmounts): boolean {
  const total = taxOnFee(toCents(before.gross + gross));
  return tax === taxAddedTo(before, gross) || tax === total - before.tax;
}

function byDay(a: FeeRow, b: FeeRow): number {
  const [first, other] = [a.cells.date ?? '', b.cells.date ?? ''];
  return first === other ? byId(a, b) : first < other ? -1 : 1;
}

/** Ids that count up: `E9` before `E10`. */
function byId(a: FeeRow, b: FeeRow): number {
  const [first, other] = [a.cells.id ?? '', b.cells.id ?? ''];
  if (first.length !== other.length) return first.length - other.length;
  return first === other ? a.row - b.row : first < other ? -1 : 1;
}
