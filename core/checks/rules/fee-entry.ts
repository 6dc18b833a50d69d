// V12, V14, V15, W50: lecture fees entered so that the rules about fees would not see them: without a session, under another head, as an amount only.
import { acceptWithReason, finding, type Finding } from '../../workbook/finding';
import { formatCents, toCents } from '../../money/cents';
import { COST_HEADS } from '../../workbook/tabs/money';
import type { Book, EntryOf } from '../../model/book';
import {
  feeRows,
  hasFeeAmount,
  isPoolClear,
  payeeFinder,
  type FeeRow,
  type PaidSpeaker,
} from '../../model/fee-rows';
import { placeAt } from '../../model/place-at';
import {
  NO_SESSION,
  AMOUNT_ONLY,
  AMOUNT_TO_STRANGER,
  FEE_UNDER_OTHER_HEAD,
  LIKE_A_FEE,
  HAS_TAX,
  TO_SPEAKER,
} from './fee-entry.texts';

const NOTHING = toCents(0);

export function checkFeeEntries(book: Book): Finding[] {
  const paidTo = payeeFinder(book);
  return [
    ...feeRows(book).flatMap((fee) => checkSession(book, fee)),
    ...book.entries.expenses.flatMap((expense) =>
      expense.cells.head === 'lecturer'
        ? checkAmountOnly(book, expense, paidTo(expense.cells))
        : checkHead(expense, paidTo(expense.cells)),
    ),
  ];
}

type Expense = EntryOf<'expenses'>;

/** Blank, and not merely unreadable. */
const isBlank = (
  book: Book,
  { row, cells }: Pick<Expense, 'row' | 'cells'>,
  column: keyof Expense['cells'],
): boolean =>
  cells[column] === undefined &&
  book.hasColumn('expenses', column) &&
  !book.isUnreadable('expenses', row, column);

function checkSession(book: Book, fee: FeeRow): Finding[] {
  if (!isBlank(book, fee, 'sessionId')) return [];
  const amount = formatCents(fee.net ?? fee.cells.gross ?? NOTHING);
  return [finding(NO_SESSION, placeAt('expenses', fee.row, 'sessionId'), '', { amount })];
}

function checkAmountOnly(book: Book, expense: Expense, { speaker, payee }: PaidSpeaker): Finding[] {
  const { row, cells } = expense;
  const { amount } = cells;
  const isOnly = (['net', 'gross', 'tax'] as const).every(
    (column) => isBlank(book, expense, column) || cells[column] === 0,
  );
  if (!isOnly || payee === '' || amount === undefined || amount <= 0) return [];
  const paid = formatCents(amount);
  const found = speaker
    ? finding(AMOUNT_ONLY, placeAt('expenses', row, 'net'), paid, { payee: cells.payee ?? '' })
    : finding(AMOUNT_TO_STRANGER, placeAt('expenses', row, 'payee'), cells.payee, { amount: paid });
  return speaker || isPoolClear(book) ? [acceptWithReason(found, cells.exceptionReason)] : [];
}

/** A lecturer's own journey, bed and meals may be under their heads: those are no fee. */
const HEADS_OF_COSTS: ReadonlySet<Expense['cells']['head']> = new Set([
  'lodging',
  'meals',
  'transport',
]);

function checkHead({ row, cells }: Expense, { speaker }: PaidSpeaker): Finding[] {
  const { head, payee = '', tax } = cells;
  const amount = cells.net ?? cells.gross ?? cells.amount ?? NOTHING;
  if (head === undefined || amount <= 0) return [];
  const isTaxed = hasFeeAmount(cells) || (tax ?? 0) > 0;
  const isOfSpeaker = speaker !== null && !HEADS_OF_COSTS.has(head);
  if (!isTaxed && !isOfSpeaker) return [];
  const facts = {
    payee,
    head: COST_HEADS[head],
    amount: formatCents(amount),
    why: isTaxed ? HAS_TAX : TO_SPEAKER,
  };
  const rule = isTaxed && speaker !== null ? FEE_UNDER_OTHER_HEAD : LIKE_A_FEE;
  return [finding(rule, placeAt('expenses', row, 'head'), COST_HEADS[head]['zh-CN'], facts)];
}
