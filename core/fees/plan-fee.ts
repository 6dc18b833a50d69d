// The fee of one session: hours times rate is the net, from it gross and tax, alone and together with the month's other fees.
import type { Book, RowOf } from '../model/book';
import { feeRows, type FeeRow } from '../model/fee-rows';
import { placeAt } from '../model/place-at';
import { listed } from '../text/listed';
import { toStandards } from '../model/standards';
import type { Day } from '../calendar/day';
import { finding, type Finding } from '../workbook/finding';
import { toCents, type Cents } from '../money/cents';
import { hoursTimes } from '../money/class-hours';
import type { SessionEntry } from '../model/session';
import { feeBasis, type FeeBasis } from './fee-basis';
import { BOOKED_OUT_OF_ORDER, NO_TAX_REASON, NOT_HELD } from './fee-rules.texts';
import { monthBefore, type MonthBefore } from './month-before';
import { NOTHING_PAID, payTogether, type PaidAmounts } from './month-tax';
import { inTaxOrder } from './tax-order';

export interface FeeChoice {
  /** After tax; null: the cap, or nothing for the district's own leaders. */
  readonly perHour: Cents | null;
  readonly paidOn: Day;
  readonly taxBasis: NonNullable<RowOf<'expenses'>['taxBasis']>;
  readonly taxReason: string | null;
  readonly approvalNumber: string | null;
}

export interface FeePlan {
  readonly basis: FeeBasis;
  readonly choice: FeeChoice;
  readonly perHour: Cents;
  readonly net: Cents;
  readonly before: MonthBefore;
  /** Taxed by itself, and taxed with the month: both are shown, one is paid. */
  readonly alone: PaidAmounts;
  readonly together: PaidAmounts;
  readonly payment: PaidAmounts;
  /** The expense row that already pays this session's fee. */
  readonly recorded: FeeRow | null;
  /** What is wrong with the session or the choice. */
  readonly findings: readonly Finding[];
}

export function planFee(book: Book, session: SessionEntry, choice: FeeChoice): FeePlan {
  const basis = feeBasis(book, toStandards(book.entries.standards), session);
  const perHour = choice.perHour ?? basis.usualPerHour;
  const net = basis.missing.length > 0 ? toCents(0) : hoursTimes(basis.payable, perHour);
  const recorded = feeRows(book).find((fee) => fee.session?.row === session.row) ?? null;
  const paidOn = recorded?.cells.date ?? choice.paidOn;
  const month = monthBefore(book, basis.speaker?.cells.id ?? '', paidOn);
  const before = recorded ? beforeRecorded(month, recorded) : month;
  const alone = payTogether(net, NOTHING_PAID);
  const together = payTogether(net, before.paid);
  return {
    basis,
    choice,
    perHour,
    net,
    before,
    alone,
    together,
    payment: choice.taxBasis === 'separate' ? alone : together,
    recorded,
    findings: [
      ...basis.missing,
      ...wrongChoice(session, choice),
      ...(recorded === null && net > 0 ? outOfOrder(before, choice) : []),
    ],
  };
}

/** A fee that is booked already is no payment before itself, nor are those that were taxed after it. */
function beforeRecorded(month: MonthBefore, { row }: FeeRow): MonthBefore {
  const own = inTaxOrder(month.rows);
  const at = own.findIndex(({ fee }) => fee.row === row);
  if (at < 0) return month;
  const rows = own.slice(0, at).map(({ fee }) => fee);
  return { rows, later: [], paid: own[at]?.before ?? NOTHING_PAID };
}

/** Never silently: the tax of both then falls on this payment. */
function outOfOrder({ later }: MonthBefore, { paidOn, taxBasis }: FeeChoice): Finding[] {
  const [first] = later;
  if (first === undefined || taxBasis === 'separate') return [];
  const rows = listed(later.map(({ cells }) => [cells.id, cells.date].filter(Boolean).join(' ')));
  return [finding(BOOKED_OUT_OF_ORDER, placeAt('expenses', first.row, 'date'), paidOn, { rows })];
}

function wrongChoice({ row, cells }: SessionEntry, choice: FeeChoice): Finding[] {
  const found: Finding[] = [];
  if (cells.state !== 'held')
    found.push(
      finding(NOT_HELD, placeAt('schedule', row, 'state'), cells.state, {
        session: cells.id ?? '',
      }),
    );
  if (choice.taxBasis === 'separate' && !choice.taxReason)
    found.push(finding(NO_TAX_REASON, placeAt('schedule', row, 'speakerId'), ''));
  return found;
}

/** The row that pays the fee, but for its id; null when there is nothing to pay or nobody to pay it to. */
export function expenseOf({
  basis,
  choice,
  net,
  payment,
}: FeePlan): Partial<RowOf<'expenses'>> | null {
  const { session, speaker } = basis;
  if (net === 0 || !speaker || session.cells.id === undefined) return null;
  const { paidOn, taxBasis, taxReason, approvalNumber } = choice;
  return {
    date: paidOn,
    sessionId: session.cells.id,
    head: 'lecturer',
    payee: speaker.cells.name ?? '',
    net,
    ...payment,
    amount: payment.gross,
    approvalNumber,
    taxBasis,
    taxReason,
  };
}
