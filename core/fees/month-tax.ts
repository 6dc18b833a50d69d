// A speaker's fees within one month are one income: each payment is taxed as what it adds to the month.
import { toCents, type Cents } from '../money/cents';
import { grossOfNet, taxOnFee } from './lecture-fee-tax';

/** What was paid and withheld; the net is the difference. */
export interface PaidAmounts {
  readonly gross: Cents;
  readonly tax: Cents;
}

export const NOTHING_PAID: PaidAmounts = { gross: toCents(0), tax: toCents(0) };

/**
 * The payment that leaves `net` when it is taxed together with what was paid before: after net 2000.00 (gross 2300.00, tax 300.00)
 * another 2000.00 is gross 2461.90 with tax 461.90. Tax that was withheld too low before is made good, tax withheld too high is
 * not given back.
 */
export function payTogether(net: Cents, before: PaidAmounts): PaidAmounts {
  const total = grossOfNet(toCents(before.gross - before.tax + net));
  const tax = taxOnFee(total) - before.tax;
  if (tax < 0) return { gross: net, tax: toCents(0) };
  return { gross: toCents(net + tax), tax: toCents(tax) };
}

export function addPaidAmounts(one: PaidAmounts, other: PaidAmounts): PaidAmounts {
  return { gross: toCents(one.gross + other.gross), tax: toCents(one.tax + other.tax) };
}
