// How far the year's budget is spent, head by head: what is paid, what is bound by sessions to come, what the year will cost.
import type { Rate } from '../attendance/rate';
import { monthOf, yearOf, type Month } from '../calendar/day';
import type { Book, EntryOf } from '../model/book';
import { toCents, type Cents } from '../money/cents';
import { COST_HEADS } from '../workbook/tabs/money';
import { expectedFees, sessionsOfYear } from './expected-fees';

const { floor } = Math;

export type CostHead = keyof typeof COST_HEADS;
export const COST_HEAD_KEYS = Object.keys(COST_HEADS) as readonly CostHead[]; // the declaration's own keys

/** `near`: as much is spent as the settings warn of; `bound`: what is bound does not fit into what is left; `unclear`: an amount cannot be read. */
export type HeadState = 'ok' | 'near' | 'bound' | 'over' | 'noBudget' | 'unclear';

export interface HeadLine {
  readonly head: CostHead;
  readonly planned: Cents;
  readonly adjusted: Cents;
  readonly total: Cents;
  readonly spent: Cents;
  /** Expected fees of sessions that are not paid yet. */
  readonly committed: Cents;
  /** What is neither spent nor committed. */
  readonly left: Cents;
  /** Spent by the end of the year if things go on as they do. */
  readonly forecast: Cents;
  readonly state: HeadState;
}

export interface MonthLine {
  readonly month: Month;
  readonly spent: Cents;
  readonly committed: Cents;
}

export interface BudgetExecution {
  readonly year: number;
  readonly held: number;
  readonly open: number;
  readonly heads: readonly HeadLine[];
  readonly overall: Omit<HeadLine, 'head' | 'state'>;
  readonly months: readonly MonthLine[];
  /** Expense rows whose date, head or amount cannot be read: they are in no sum. */
  readonly leftOut: number;
}

export function budgetExecution(book: Book, year: number): BudgetExecution {
  const sessions = sessionsOfYear(book, year);
  const held = sessions.filter(({ session }) => session.cells.state === 'held').length;
  const open = sessions.length - held;
  const fees = expectedFees(book, year);
  const committed = sumCents(fees.map(({ gross }) => gross));
  const expenses = yearExpenses(book, year);
  const heads = COST_HEAD_KEYS.flatMap((head) => {
    const spent = sumCents(expenses.filter((one) => one.head === head).map(({ amount }) => amount));
    const bound = head === 'lecturer' ? committed : toCents(0);
    const rows = book.entries.budget.filter(({ cells }) => isLine(cells, year, head));
    const isUsed = rows.length > 0 || spent !== 0 || bound !== 0;
    const ahead = head === 'lecturer' ? bound : inProportion(spent, open, held);
    return isUsed ? [headLine(book, { head, rows, spent, bound, ahead })] : [];
  });
  return {
    year,
    held,
    open,
    heads,
    overall: overallOf(heads),
    months: monthLines(expenses, fees),
    leftOut: book.entries.expenses.filter(({ cells }) => !isReadable(cells)).length,
  };
}

/** Spent ÷ total; nothing to divide by when the adjustments take more away than there is. */
export function executionRate({ spent, total }: Pick<HeadLine, 'spent' | 'total'>): Rate {
  return { numerator: spent, denominator: Math.max(total, 0) };
}

export const sumCents = (amounts: readonly number[]): Cents =>
  toCents(amounts.reduce((total, amount) => total + amount, 0));

/** The year's own lines: a session's budget is part of no year's total. */
function isLine(cells: EntryOf<'budget'>['cells'], year: number, head: CostHead): boolean {
  return cells.year === year && cells.head === head && !cells.sessionId;
}

interface Counted {
  readonly head: CostHead;
  readonly rows: readonly EntryOf<'budget'>[];
  readonly spent: Cents;
  readonly bound: Cents;
  /** What is still to come until the end of the year. */
  readonly ahead: Cents;
}

function headLine(book: Book, { head, rows, spent, bound, ahead }: Counted): HeadLine {
  const planned = sumCents(rows.map(({ cells }) => cells.planned ?? 0));
  const adjusted = sumCents(rows.map(({ cells }) => cells.adjusted ?? 0));
  const total = toCents(planned + adjusted);
  const isUnclear = rows.some(
    ({ row }) =>
      book.isUnreadable('budget', row, 'adjusted') || book.isUnreadable('budget', row, 'planned'),
  );
  const left = toCents(total - spent - bound);
  return {
    head,
    planned,
    adjusted,
    total,
    spent,
    left,
    committed: bound,
    forecast: toCents(spent + ahead),
    state: isUnclear ? 'unclear' : stateOf(book, rows.length > 0, { total, spent, left }),
  };
}

function stateOf(
  { settings }: Book,
  hasBudget: boolean,
  { total, spent, left }: Pick<HeadLine, 'total' | 'spent' | 'left'>,
): HeadState {
  if (!hasBudget) return 'noBudget';
  if (spent > total) return 'over';
  if (left < 0) return 'bound';
  const percent = Math.round(settings.budgetWarning * 100);
  return spent > 0 && spent * 100 >= total * percent ? 'near' : 'ok';
}

/** As much for each open session as for each held one, rounded half up. */
function inProportion(spent: Cents, open: number, held: number): Cents {
  return held === 0 ? toCents(0) : toCents(floor((spent * open * 2 + held) / (held * 2)));
}

function overallOf(heads: readonly HeadLine[]): BudgetExecution['overall'] {
  const total = (key: keyof BudgetExecution['overall']): Cents =>
    sumCents(heads.map((line) => line[key]));
  return {
    planned: total('planned'),
    adjusted: total('adjusted'),
    total: total('total'),
    spent: total('spent'),
    committed: total('committed'),
    left: total('left'),
    forecast: total('forecast'),
  };
}

interface Spent {
  readonly head: CostHead;
  readonly month: Month;
  readonly amount: Cents;
}

function isReadable({ date, head, amount }: EntryOf<'expenses'>['cells']): boolean {
  return date !== undefined && head !== undefined && amount !== undefined;
}

function yearExpenses(book: Book, year: number): Spent[] {
  return book.entries.expenses.flatMap(({ cells: { date, head, amount } }) =>
    date && head && amount !== undefined && yearOf(date) === year
      ? [{ head, amount, month: monthOf(date) }]
      : [],
  );
}

function monthLines(
  expenses: readonly Spent[],
  fees: ReturnType<typeof expectedFees>,
): MonthLine[] {
  const months = new Set([...expenses, ...fees].map(({ month }) => month));
  return [...months].toSorted().map((month) => ({
    month,
    spent: sumCents(expenses.filter((one) => one.month === month).map(({ amount }) => amount)),
    committed: sumCents(fees.filter((one) => one.month === month).map(({ gross }) => gross)),
  }));
}
