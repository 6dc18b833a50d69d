// V15–V17: net, gross and tax of a lecture fee, alone and together with the month's other fees of the same person.
import { monthOf } from '../../calendar/day';
import { finding, type Finding, type Place } from '../../workbook/finding';
import { formatCents, toCents, type Cents } from '../../money/cents';
import { grossOfNet, taxOnFee } from '../../fees/lecture-fee-tax';
import type { PaidAmounts } from '../../fees/month-tax';
import { inTaxOrder, isTaxedWith, taxAddedTo } from '../../fees/tax-order';
import type { Book } from '../../model/book';
import { feeRows, isSeparate, type FeeRow } from '../../model/fee-rows';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  DOES_NOT_ADD_UP,
  WRONG_TAX,
  FEE_INCOMPLETE,
  AMOUNT_IS_NOT_GROSS,
  NET_IS_GROSS,
  NOT_AGGREGATED,
  LABELS,
} from './fee-tax.texts';

export function checkFeeTax(book: Book): Finding[] {
  const fees = feeRows(book);
  const months = groupBy(fees, monthKey);
  const single = fees.filter((fee) => monthKey(fee) === null);
  return [...months.values(), ...single.map((fee) => [fee])].flatMap((group) =>
    checkMonth(book, group),
  );
}

/** Null for a fee that is taxed by itself. */
function monthKey(fee: FeeRow): string | null {
  const { cells, personKey } = fee;
  if (!cells.date || personKey === '' || isSeparate(fee)) return null;
  return `${personKey}|${monthOf(cells.date)}`;
}

function checkMonth(book: Book, group: readonly FeeRow[]): Finding[] {
  return inTaxOrder(group).flatMap(({ fee, before }) =>
    checkFee(book, fee, { before, count: group.length }),
  );
}

interface Month {
  /** Paid and withheld for the same month before. */
  readonly before: PaidAmounts;
  readonly count: number;
}

function checkFee(book: Book, fee: FeeRow, month: Month): Finding[] {
  const { net, gross, tax, amount } = fee.cells;
  if (!net || !gross || tax === undefined || tax === null) {
    if (net && net === gross && taxOnFee(gross) > 0 && isBlank(book, fee, 'tax'))
      return [netIsGross(fee, net)];
    return incomplete(book, fee);
  }
  if (net === gross && taxOnFee(gross) > 0) return [netIsGross(fee, net)];
  if (gross - tax !== net) return [doesNotAddUp(fee, { net, gross, tax })];
  const wrong = checkTax(fee, { gross, tax }, month);
  const isOther = amount !== undefined && amount !== gross;
  const facts = { gross: formatCents(gross) };
  return isOther
    ? [
        ...wrong,
        finding(
          AMOUNT_IS_NOT_GROSS,
          placeAt('expenses', fee.row, 'amount'),
          formatCents(amount),
          facts,
        ),
      ]
    : wrong;
}

const isBlank = (book: Book, { row, cells }: FeeRow, column: 'net' | 'gross' | 'tax'): boolean =>
  cells[column] === undefined &&
  book.hasColumn('expenses', column) &&
  !book.isUnreadable('expenses', row, column);

function netIsGross({ row }: FeeRow, amount: Cents): Finding {
  const facts = {
    net: formatCents(toCents(amount - taxOnFee(amount))),
    gross: formatCents(grossOfNet(amount)),
  };
  return finding(NET_IS_GROSS, placeAt('expenses', row, 'net'), formatCents(amount), facts);
}

function incomplete(book: Book, fee: FeeRow): Finding[] {
  const missing = (['net', 'gross', 'tax'] as const).find((column) => isBlank(book, fee, column));
  if (!missing) return [];
  const known = fee.cells;
  const gross = known.gross ?? grossOfNet(toCents(known.net ?? 0));
  const facts = {
    missing: LABELS[missing],
    net: formatCents(toCents(gross - taxOnFee(gross))),
    gross: formatCents(gross),
    tax: formatCents(taxOnFee(gross)),
  };
  return [finding(FEE_INCOMPLETE, placeAt('expenses', fee.row, missing), '', facts)];
}

function doesNotAddUp(
  { row }: FeeRow,
  { net, gross, tax }: Record<'net' | 'gross' | 'tax', Cents>,
): Finding {
  const rightGross = grossOfNet(net);
  const facts = {
    gross: formatCents(gross),
    tax: formatCents(tax),
    rightGross: formatCents(rightGross),
    rightTax: formatCents(taxOnFee(rightGross)),
  };
  return finding(DOES_NOT_ADD_UP, placeAt('expenses', row, 'net'), formatCents(net), facts);
}

function checkTax(
  { row, cells }: FeeRow,
  { gross, tax }: PaidAmounts,
  { before, count }: Month,
): Finding[] {
  if (isTaxedWith(before, { gross, tax })) return [];
  const place = placeAt('expenses', row, 'tax');
  const adds = taxAddedTo(before, gross);
  if (tax !== taxOnFee(gross)) return [wrongTax(place, { gross, tax, right: adds })];
  const month = cells.date ? monthOf(cells.date) : '';
  const facts = { payee: cells.payee ?? '', month, count, together: formatCents(adds) };
  return [finding(NOT_AGGREGATED, place, formatCents(tax), facts)];
}

function wrongTax(
  place: Place,
  { gross, tax, right }: Record<'gross' | 'tax' | 'right', Cents>,
): Finding {
  const rightNet = formatCents(toCents(gross - right));
  const facts = { gross: formatCents(gross), rightTax: formatCents(right), rightNet };
  return finding(WRONG_TAX, place, formatCents(tax), facts);
}
