// V23 and the budget: forbidden purchases, heads without money, heads overspent.
import { yearOf } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../finding';
import { formatCents, toCents } from '../../money/cents';
import { text } from '../../text/language';
import { COST_HEADS } from '../../workbook/tabs/money';
import type { Book, EntryOf } from '../book';
import { groupBy } from '../group-by';
import { at } from '../place';

// prettier-ignore
export const FORBIDDEN: Rule = {
  code: 'V23', severity: 'error', source: '财行〔2016〕540号（培训费禁止列支的项目）',
  message: text('“{value}”中的“{word}”不得在培训费中列支。', '「{value}」中的「{word}」不得在培訓費中列支。', '"{value}": "{word}" must not be paid from training money.'),
  suggestion: text('培训费不得用于烟酒、礼品、旅游、接待、会议费和购置设备；请删去或改列。', '培訓費不得用於煙酒、禮品、旅遊、接待、會議費和購置設備；請刪去或改列。', 'Training money buys no tobacco, alcohol, gifts, tours, receptions, conferences or equipment: remove it or book it elsewhere.'),
};
// prettier-ignore
export const NO_BUDGET: Rule = {
  code: 'W26', severity: 'warning', source: null,
  message: text('{year}年预算中没有“{head}”科目。', '{year}年預算中沒有「{head}」科目。', 'The budget of {year} has no head "{head}".'),
  suggestion: text('请核对科目，或先在“预算”中增加。', '請核對科目，或先在「預算」中增加。', 'Check the head, or add it to the budget first.'),
};
// prettier-ignore
export const OVERSPENT: Rule = {
  code: 'W27', severity: 'warning', source: null,
  message: text('{year}年“{head}”已支出{spent}元，超过预算{value}元。', '{year}年「{head}」已支出{spent}元，超過預算{value}元。', '"{head}" of {year}: {spent} yuan spent, over the budget of {value}.'),
  suggestion: text('请核对支出，或按程序调整预算。', '請核對支出，或按程序調整預算。', 'Check the expenses, or have the budget adjusted.'),
};
// prettier-ignore
export const BELOW_ZERO: Rule = {
  code: 'W28', severity: 'error', source: null,
  message: text('金额{value}元小于零。', '金額{value}元小於零。', 'The amount {value} is below zero.'),
  suggestion: text('预算调整后不能为负；退款请冲减原来的支出行。', '預算調整後不能為負；退款請沖減原來的支出列。', 'A budget cannot fall below zero; take a refund off the row it belongs to.'),
};

/** Words of things that may not be bought; names of hotels and places that merely contain one are let through. */
const FORBIDDEN_WORDS =
  /香烟|卷烟|烟草|烟酒|白酒|红酒|啤酒|酒水|茶叶|礼品|礼盒|礼金|纪念品|土特产|购物卡|代金券|保健品|旅游费|旅行社|景区|门票|娱乐|洗浴|足浴|ktv|高尔夫|宴请|接待费|会议费|电脑|计算机|复印机|打印机|传真机|平板|手机|相机/i;

export function checkSpending(book: Book): Finding[] {
  return [
    ...book.entries.expenses.flatMap((expense) => [
      ...checkForbidden(book, expense),
      ...checkAmount(expense),
    ]),
    ...checkHeads(book),
    ...checkBudget(book),
  ];
}

/** The payee, the voucher and what was typed as head: that may be no head at all. */
function checkForbidden(book: Book, { row }: EntryOf<'expenses'>): Finding[] {
  return ['payee', 'head', 'voucherNumber'].flatMap((column) => {
    const cell = book.rawCell('expenses', row, column);
    const word = typeof cell === 'string' ? FORBIDDEN_WORDS.exec(cell)?.[0] : undefined;
    return word === undefined
      ? []
      : [finding(FORBIDDEN, at('expenses', row, column), cell, { word })];
  });
}

function checkAmount({ row, cells: { amount } }: EntryOf<'expenses'>): Finding[] {
  return amount !== undefined && amount < 0
    ? [finding(BELOW_ZERO, at('expenses', row, 'amount'), formatCents(amount))]
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
    return [finding(NO_BUDGET, at('expenses', row, 'head'), COST_HEADS[head]['zh-CN'], facts)];
  });
}

function checkBudget(book: Book): Finding[] {
  const spent = spentByHead(book);
  return yearLines(book).flatMap((line) =>
    book.isRefused('budget', line.row, 'adjusted') ? [] : checkLine(line, spent),
  );
}

function checkLine(
  { row, cells }: EntryOf<'budget'>,
  spentBy: ReadonlyMap<string, number>,
): Finding[] {
  const { year, head, planned, adjusted } = cells;
  if (planned === undefined) return [];
  const total = toCents(planned + (adjusted ?? 0));
  if (total < 0) return [finding(BELOW_ZERO, at('budget', row, 'planned'), formatCents(total))];
  if (year === undefined || head === undefined) return [];
  const spent = toCents(spentBy.get(headKey(year, head)) ?? 0);
  if (spent <= total) return [];
  const facts = { year, head: COST_HEADS[head], spent: formatCents(spent) };
  return [finding(OVERSPENT, at('budget', row, 'planned'), formatCents(total), facts)];
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
