// The budget: heads without money, heads overspent, amounts below zero.
import { yearOf } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, toCents } from '../../money/cents';
import { text } from '../../text/language';
import { COST_HEADS } from '../../workbook/tabs/money';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { checkForbidden } from './forbidden';

export const NO_BUDGET: Rule = {
  code: 'W26',
  severity: 'warning',
  source: null,
  message: text(
    '{year}年预算中没有“{head}”科目。',
    '{year}年預算中沒有「{head}」科目。',
    'The budget of {year} has no head "{head}".',
  ),
  suggestion: text(
    '请核对科目，或先在“预算”中增加。',
    '請核對科目，或先在「預算」中增加。',
    'Check the head, or add it to the budget first.',
  ),
};
export const OVERSPENT: Rule = {
  code: 'W27',
  severity: 'warning',
  source: null,
  message: text(
    '{year}年“{head}”已支出{spent}元，超过预算{value}元。',
    '{year}年「{head}」已支出{spent}元，超過預算{value}元。',
    '"{head}" of {year}: {spent} yuan spent, over the budget of {value}.',
  ),
  suggestion: text(
    '请核对支出，或按程序调整预算。',
    '請核對支出，或按程序調整預算。',
    'Check the expenses, or have the budget adjusted.',
  ),
};
export const BELOW_ZERO: Rule = {
  code: 'W28',
  severity: 'error',
  source: null,
  message: text(
    '金额{value}元小于零。',
    '金額{value}元小於零。',
    'The amount {value} is below zero.',
  ),
  suggestion: text(
    '预算调整后不能为负；退款请冲减原来的支出行。',
    '預算調整後不能為負；退款請沖減原來的支出列。',
    'A budget cannot fall below zero; take a refund off the row it belongs to.',
  ),
};

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
