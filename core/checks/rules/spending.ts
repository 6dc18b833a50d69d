// The budget: heads without money, heads overspent, amounts below zero.
import { yearOf } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import { formatCents, toCents } from '../../money/cents';
import { COST_HEADS } from '../../workbook/tabs/money';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { checkForbidden } from './forbidden';
import { NO_BUDGET, OVERSPENT, BELOW_ZERO } from './spending.texts';

export function checkSpending(book: Book): Finding[] {
  return [
    ...checkForbidden(book),
    ...book.entries.expenses.flatMap(checkAmount),
    ...checkHeads(book),
    ...checkBudget(book),
  ];
}

function checkAmount({ row, cells: { amount } }: EntryOf<'expenses'>): Finding[] {
  return amount !== undefined && amount < 0
    ? [finding(BELOW_ZERO, placeAt('expenses', row, 'amount'), formatCents(amount))]
    : [];
}

const headKey = (year: number, head: string): string => `${year}|${head}`;

/** A session's own budget is part of no year's total. */
function yearLines(book: Book): readonly EntryOf<'budget'>[] {
  return book.entries.budget.filter(({ cells }) => !cells.sessionId);
}

function checkHeads(book: Book): Finding[] {
  const budget = yearLines(book);
  const isReadable = budget.every(
    ({ cells }) => cells.year !== undefined && cells.head !== undefined,
  );
  if (budget.length === 0 || !isReadable) return [];
  const heads = new Set(budget.map(({ cells }) => headKey(cells.year ?? 0, cells.head ?? '')));
  return book.entries.expenses.flatMap(({ row, cells: { date, head } }) => {
    if (!date || !head || heads.has(headKey(yearOf(date), head))) return [];
    const facts = { year: yearOf(date), head: COST_HEADS[head] };
    return [finding(NO_BUDGET, placeAt('expenses', row, 'head'), COST_HEADS[head]['zh-CN'], facts)];
  });
}

function checkBudget(book: Book): Finding[] {
  const spent = spentByHead(book);
  return yearLines(book).flatMap((line) =>
    book.isUnreadable('budget', line.row, 'adjusted') ? [] : checkLine(line, spent),
  );
}

function checkLine(
  { row, cells }: EntryOf<'budget'>,
  spentBy: ReadonlyMap<string, number>,
): Finding[] {
  const { year, head, planned, adjusted } = cells;
  if (planned === undefined) return [];
  const total = toCents(planned + (adjusted ?? 0));
  if (total < 0)
    return [finding(BELOW_ZERO, placeAt('budget', row, 'planned'), formatCents(total))];
  if (year === undefined || head === undefined) return [];
  const spent = toCents(spentBy.get(headKey(year, head)) ?? 0);
  if (spent <= total) return [];
  const facts = { year, head: COST_HEADS[head], spent: formatCents(spent) };
  return [finding(OVERSPENT, placeAt('budget', row, 'planned'), formatCents(total), facts)];
}

function spentByHead(book: Book): Map<string, number> {
  const groups = groupBy(book.entries.expenses, ({ cells: { date, head } }) =>
    date && head ? headKey(yearOf(date), head) : null,
  );
  return new Map(
    Array.from(groups, ([key, rows]) => [
      key,
      rows.reduce((sum, { cells }) => sum + (cells.amount ?? 0), 0),
    ]),
  );
}
