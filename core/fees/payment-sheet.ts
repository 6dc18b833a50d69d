// The lecture-fee payment sheet of one month (讲课费发放表): what was paid, and last the fee that is about to be.
import type { Book, RowOf } from '../model/book';
import { feeRows, isSeparate, type FeeRow } from '../model/fee-rows';
import { groupBy } from '../text/group-by';
import { dayToSerial, monthOf, type Month } from '../calendar/day';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Settings } from '../workbook/read/settings';
import type { Cell } from '../workbook/table';
import { SPEAKERS } from '../workbook/tabs/people';
import { toCapitalAmount } from '../money/capital-amount';
import { centsToYuan, toCents, type Cents } from '../money/cents';
import { toHundredthHours } from '../money/class-hours';
import { modelBanner } from './fee-steps';
import { FEE_TEXTS } from './fee.texts';
import { paidIn } from './month-before';
import { addPaidAmounts, NOTHING_PAID, type PaidAmounts } from './month-tax';
import type { FeePlan } from './plan-fee';
import { inTaxOrder } from './tax-order';

const { floor } = Math;

export interface PaymentSheetInput {
  readonly book: Book;
  /** The session the sheet is made for; its fee is the last line while it is not booked. */
  readonly plan: FeePlan;
  /** The row the fee becomes; null when it is booked already or there is nothing to pay. */
  readonly expense: Partial<RowOf<'expenses'>> | null;
  readonly settings: Settings;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

/** One payment, with what it rests on. */
interface Line {
  readonly fee: Pick<FeeRow, 'session' | 'speaker' | 'personKey'>;
  readonly payee: string;
  readonly net: Cents;
  readonly paid: PaidAmounts;
  /** Of the same person in the same month, before this one; nothing for a fee that is taxed separately. */
  readonly before: PaidAmounts;
  readonly state: string;
}

export interface PaymentSheet {
  readonly sheet: ReportSheet;
  readonly lines: number;
  readonly total: PaidAmounts;
}

export function paymentSheet(input: PaymentSheetInput): PaymentSheet {
  const { language } = input.settings;
  const lines = linesOf(input, language);
  const total = lines.map(({ paid }) => paid).reduce(addPaidAmounts, NOTHING_PAID);
  const rows = lines.map((line, index) => lineCells(line, index + 1, language));
  const words = (amount: number): { words: string } => ({
    words: toCapitalAmount(toCents(amount), language),
  });
  const sheet: ReportSheet = {
    title: FEE_TEXTS.sheet[language],
    color: '#e37400',
    heading: heading(input, monthOfPayment(input)),
    columns: columns(language),
    rows: [
      ...rows,
      totalCells(total, language),
      wideCells(fill(FEE_TEXTS.capitalNet[language], words(total.gross - total.tax))),
      wideCells(fill(FEE_TEXTS.capital[language], words(total.gross))),
      [],
      wideCells(FEE_TEXTS.signatures[language]),
    ],
    boldRows: [rows.length],
    charts: [],
    ...{ identity: [1, 2, 4], frozenColumns: 2 },
  };
  return { sheet, lines: lines.length, total };
}

/** The month in which the session's fee was paid, or is to be. */
function monthOfPayment({ plan }: PaymentSheetInput): Month {
  return monthOf(plan.recorded?.cells.date ?? plan.choice.paidOn);
}

function linesOf(input: PaymentSheetInput, language: Language): Line[] {
  const { book, plan, expense } = input;
  const month = monthOfPayment(input);
  const booked = feeRows(book)
    .filter(({ cells }) => cells.date && monthOf(cells.date) === month)
    .toSorted((a, b) => ((a.cells.date ?? '') < (b.cells.date ?? '') ? -1 : 1));
  const people = groupBy(booked, (fee) => (isSeparate(fee) ? null : fee.personKey));
  const taxed = [...people.values()].flatMap(inTaxOrder);
  const paidBefore = new Map(taxed.map(({ fee, before }) => [fee.row, before]));
  const lines = booked.map((fee): Line => {
    const { cells } = fee;
    const before = paidBefore.get(fee.row) ?? NOTHING_PAID;
    const paid = paidIn(fee);
    const state = [cells.id ?? '', separately(cells.taxBasis, cells.taxReason, language)];
    const net = toCents(paid.gross - paid.tax);
    const payee = cells.payee ?? '';
    return { fee, payee, net, paid, before, state: state.filter(Boolean).join(' ') };
  });
  return expense ? [...lines, pendingLine(plan, expense.payee ?? '', language)] : lines;
}

function pendingLine(plan: FeePlan, payee: string, language: Language): Line {
  const { basis, net, payment, before, choice } = plan;
  const { session, speaker } = basis;
  const note = separately(choice.taxBasis, choice.taxReason, language);
  return {
    fee: { session, speaker, personKey: speaker?.cells.id ?? '' },
    ...{ payee, net, paid: payment },
    before: choice.taxBasis === 'separate' ? NOTHING_PAID : before.paid,
    state: [FEE_TEXTS.open[language], note].filter(Boolean).join(' '),
  };
}

function separately(
  basis: string | null | undefined,
  reason: string | null | undefined,
  language: Language,
): string {
  return basis === 'separate' && reason ? fill(FEE_TEXTS.separately[language], { reason }) : '';
}

function heading({ book, plan, settings, generatedAt }: PaymentSheetInput, month: Month): string[] {
  const { language, programme } = settings;
  const sources = (['schedule', 'speakers', 'standards', 'expenses'] as const).flatMap(
    (key) => book.tables[key]?.title ?? [],
  );
  const banner = modelBanner(plan.basis, language);
  return [
    fill(FEE_TEXTS.heading[language], { programme, month }),
    fill(FEE_TEXTS.generated[language], {
      generatedAt,
      sources: sources.join(language === 'en' ? ', ' : '、'),
    }),
    ...(banner === null ? [] : [banner]),
    FEE_TEXTS.howTaxed[language],
    FEE_TEXTS.noNumbers[language],
  ];
}

function columns(language: Language): ReportSheet['columns'] {
  const column = (
    key: keyof typeof FEE_TEXTS,
    kind: ReportSheet['columns'][number]['kind'],
    width: number,
  ): ReportSheet['columns'][number] => ({ label: FEE_TEXTS[key][language], kind, width });
  return [
    column('order', 'integer', 50),
    column('number', 'text', 60),
    column('date', 'day', 100),
    column('title', 'text', 220),
    column('name', 'text', 90),
    column('level', 'text', 120),
    column('hours', 'decimal', 60),
    column('rate', 'money', 100),
    column('net', 'money', 100),
    column('gross', 'money', 100),
    column('monthGross', 'money', 110),
    column('monthTax', 'money', 100),
    column('before', 'money', 100),
    column('thisTax', 'money', 100),
    column('card', 'text', 170),
    column('sign', 'text', 120),
    column('state', 'text', 160),
  ];
}

function lineCells(
  { fee, payee, net, paid, before, state }: Line,
  order: number,
  language: Language,
): Cell[] {
  const session = fee.session?.cells;
  const level = fee.speaker?.cells.titleLevel;
  const hours = session?.taughtHours ?? null;
  const total = addPaidAmounts(before, paid);
  return [
    order,
    session?.number ?? null,
    session?.date ? dayToSerial(session.date) : null,
    session?.title ?? null,
    payee,
    level ? SPEAKERS.columns.titleLevel.choices[level][language] : null,
    hours,
    perHour(net, hours),
    centsToYuan(net),
    centsToYuan(paid.gross),
    centsToYuan(total.gross),
    centsToYuan(total.tax),
    centsToYuan(before.tax),
    centsToYuan(paid.tax),
    FEE_TEXTS.cardMask[language],
    null,
    state,
  ];
}

/** In the first wide column, where words run on to the right. */
const wideCells = (words: string): Cell[] => [null, null, null, words];

/** What was paid for an hour; left open when it is no whole number of cents. */
function perHour(net: Cents, hours: number | null): Cell {
  const hundredths = toHundredthHours(hours ?? 0);
  if (hundredths === 0 || (net * 100) % hundredths !== 0) return null;
  return centsToYuan(toCents(floor((net * 100) / hundredths)));
}

function totalCells({ gross, tax }: PaidAmounts, language: Language): Cell[] {
  const blank = Array.from<null>({ length: 7 }).fill(null);
  return [
    FEE_TEXTS.total[language],
    ...blank,
    centsToYuan(toCents(gross - tax)),
    centsToYuan(gross),
    ...[null, null, null],
    centsToYuan(tax),
  ];
}
