// The budget as it runs out: a warning from the share on that the settings say, and beyond it no expense without an approval number.
import { yearOf } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import { formatCents, toCents, type Cents } from '../../money/cents';
import { COST_HEADS } from '../../workbook/tabs/money';
import type { Book, EntryOf } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { NEARLY_SPENT, BEYOND_BUDGET } from './budget-limits.texts';

interface Line {
  readonly row: number;
  readonly year: number;
  readonly head: keyof typeof COST_HEADS;
  readonly total: Cents;
}

export function checkBudgetLimits(book: Book): Finding[] {
  return book.entries.budget.flatMap((entry) => {
    const line = lineOf(book, entry);
    return line ? checkLine(book, line) : [];
  });
}

/** Null while the budget is not certain, and for a session's own budget. */
function lineOf(book: Book, { row, cells }: EntryOf<'budget'>): Line | null {
  const { year, head, planned, adjusted, sessionId } = cells;
  if (year === undefined || head === undefined || planned === undefined || sessionId) return null;
  if (book.isUnreadable('budget', row, 'adjusted')) return null;
  const total = toCents(planned + (adjusted ?? 0));
  return total < 0 ? null : { row, year, head, total };
}

function checkLine(book: Book, line: Line): Finding[] {
  const { row, year, head, total } = line;
  const facts = { year, head: COST_HEADS[head] };
  const beyond: Finding[] = [];
  let spent = toCents(0);
  for (const expense of expensesOf(book, line)) {
    const amount = expense.cells.amount ?? toCents(0);
    spent = toCents(spent + amount);
    if (spent <= total || amount <= 0 || isApproved(book, expense)) continue;
    const place = placeAt('expenses', expense.row, 'approvalNumber');
    const amounts = { spent: formatCents(spent), budget: formatCents(total) };
    beyond.push(finding(BEYOND_BUDGET, place, formatCents(amount), { ...facts, ...amounts }));
  }
  const percent = Math.round(book.settings.budgetWarning * 100);
  const isNear = spent > 0 && spent <= total && spent * 100 >= total * percent;
  if (!isNear) return beyond;
  const near = { ...facts, percent, spent: formatCents(spent) };
  return [
    ...beyond,
    finding(NEARLY_SPENT, placeAt('budget', row, 'planned'), formatCents(total), near),
  ];
}

/** In the order of payment. */
function expensesOf(book: Book, { year, head }: Line): EntryOf<'expenses'>[] {
  return book.entries.expenses
    .filter(({ cells }) => cells.head === head && cells.date && yearOf(cells.date) === year)
    .toSorted((a, b) => {
      const [first, second] = [a.cells.date ?? '', b.cells.date ?? ''];
      return first === second ? a.row - b.row : first < second ? -1 : 1;
    });
}

/** A workbook without the column cannot say. */
function isApproved(book: Book, { row, cells }: EntryOf<'expenses'>): boolean {
  return (
    Boolean(cells.approvalNumber) ||
    !book.hasColumn('expenses', 'approvalNumber') ||
    book.isUnreadable('expenses', row, 'approvalNumber')
  );
}
