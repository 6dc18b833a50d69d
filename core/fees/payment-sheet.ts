// The lecture-fee payment sheet of one month (讲课费发放表): what was paid, and last the fee that is about to be.
import { joined } from '../text/listed';
import type { Book, RowOf } from '../model/book';
import { feeRows, isSeparate, type FeeRow } from '../model/fee-rows';
import { groupBy } from '../text/group-by';
import { dayToSerial, monthOf, type Month } from '../calendar/day';
import { fill, type Language } from '../text/language';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
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

/** Room for a signature on a page of A4 on its side, where the sheet is printed at two thirds of its size. */
const ROW_HEIGHT = 48;

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
  const inWords = (amount: number) => ({ words: toCapitalAmount(toCents(amount), language) });
  const sheet = reportSheet({
    title: FEE_TEXTS.sheet[language],
    color: '#e37400',
    heading: heading(input, monthOfPayment(input)),
    columns: [...lectureColumns(language), ...paymentColumns(total, language)],
    lines,
    // In the first wide column, where words run on to the right.
    closing: [
      { title: fill(FEE_TEXTS.capitalNet[language], inWords(total.gross - total.tax)) },
      { title: fill(FEE_TEXTS.capital[language], inWords(total.gross)) },
      {},
      { title: FEE_TEXTS.signatures[language] },
    ],
    identity: ['number', 'date', 'name'],
    frozenThrough: 'number',
    form: { rowHeight: ROW_HEIGHT, lists: [] },
  });
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
    payee,
    net,
    paid: payment,
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
      sources: joined(sources, language),
    }),
    ...(banner === null ? [] : [banner]),
    FEE_TEXTS.howTaxed[language],
    FEE_TEXTS.noNumbers[language],
  ];
}

type PaymentColumn = ReportColumn<Line, keyof typeof FEE_TEXTS>;

/** Widths that keep the print legible on a page of A4 on its side. */
function lectureColumns(language: Language): PaymentColumn[] {
  const column = columnsLabelled(FEE_TEXTS, language);
  const dayOf = ({ fee }: Line) => fee.session?.cells.date;
  const levelOf = ({ fee }: Line) => fee.speaker?.cells.titleLevel;
  return [
    column('order', {
      kind: 'integer',
      width: 44,
      cell: (_, index) => index + 1,
      total: FEE_TEXTS.total[language],
    }),
    column('number', {
      kind: 'text',
      width: 44,
      cell: ({ fee }) => fee.session?.cells.number ?? null,
    }),
    column('date', {
      kind: 'day',
      width: 86,
      cell: (line) => {
        const day = dayOf(line);
        return day ? dayToSerial(day) : null;
      },
    }),
    column('title', {
      kind: 'text',
      width: 160,
      cell: ({ fee }) => fee.session?.cells.title ?? null,
    }),
    column('name', { kind: 'text', width: 76, cell: ({ payee }) => payee }),
    column('level', {
      kind: 'text',
      width: 72,
      cell: (line) => {
        const level = levelOf(line);
        return level ? SPEAKERS.columns.titleLevel.choices[level][language] : null;
      },
    }),
    column('hours', { kind: 'decimal', width: 52, cell: hoursOf }),
  ];
}

function paymentColumns({ gross, tax }: PaidAmounts, language: Language): PaymentColumn[] {
  const column = columnsLabelled(FEE_TEXTS, language);
  const money = { kind: 'money', width: 86 } as const;
  const month = ({ before, paid }: Line) => addPaidAmounts(before, paid);
  return [
    column('rate', { ...money, cell: (line) => perHour(line.net, hoursOf(line)) }),
    column('net', {
      ...money,
      cell: ({ net }) => centsToYuan(net),
      total: centsToYuan(toCents(gross - tax)),
    }),
    column('gross', {
      ...money,
      cell: ({ paid }) => centsToYuan(paid.gross),
      total: centsToYuan(gross),
    }),
    column('monthGross', { ...money, cell: (line) => centsToYuan(month(line).gross) }),
    column('monthTax', { ...money, cell: (line) => centsToYuan(month(line).tax) }),
    column('before', { ...money, cell: ({ before }) => centsToYuan(before.tax) }),
    column('thisTax', {
      ...money,
      cell: ({ paid }) => centsToYuan(paid.tax),
      total: centsToYuan(tax),
    }),
    column('card', { kind: 'text', width: 170, cell: () => FEE_TEXTS.cardMask[language] }),
    column('sign', { kind: 'text', width: 110, cell: () => null }),
    column('state', { kind: 'text', width: 104, cell: ({ state }) => state }),
  ];
}

const hoursOf = ({ fee }: Line): number | null => fee.session?.cells.taughtHours ?? null;

/** What was paid for an hour; left open when it is no whole number of cents. */
function perHour(net: Cents, hours: number | null): Cell {
  const hundredths = toHundredthHours(hours ?? 0);
  if (hundredths === 0 || (net * 100) % hundredths !== 0) return null;
  return centsToYuan(toCents(floor((net * 100) / hundredths)));
}
