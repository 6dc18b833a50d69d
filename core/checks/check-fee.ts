// Checks a fee before it is paid, by the rules that check it afterwards.
import type { RowOf, Book } from '../model/book';
import { checkWorkbook } from './check-workbook';
import { yearOf, type Day } from '../calendar/day';
import type { Finding } from '../workbook/finding';
import { withRow } from '../workbook/write/with-row';
import type { Table, Tables } from '../workbook/table';
import type { FeePlan } from '../fees/plan-fee';

/** A row that is there, by its tab; `pending` is the row the expense would get. */
interface RelatedRows {
  readonly schedule: ReadonlySet<number>;
  readonly speakers: ReadonlySet<number>;
  readonly standards: ReadonlySet<number>;
  readonly expenses: ReadonlySet<number>;
  readonly budget: ReadonlySet<number>;
  readonly pending: number | null;
}

/** Papers are filed after the fee is booked; the check of the papers asks for them. */
const LATER = 'V26';

/** Everything wrong with the fee and with the entries it depends on. `expense` is the row as it would be written. */
export function checkFee(
  book: Book,
  plan: FeePlan,
  expense: Partial<RowOf<'expenses'>> | null,
  today: Day,
): Finding[] {
  const { tables } = book;
  const added =
    expense && tables.expenses ? addExpense(tables.expenses, expense, book) : { tables, row: null };
  const concerned = relatedRows(book, plan, added.row);
  const found = checkWorkbook({ ...tables, ...added.tables }, today).findings;
  const about = found.filter((one) => one.rule.code !== LATER && isRelated(one, concerned));
  return [...plan.findings, ...about.map((one) => withoutPending(one, added.row))];
}

function addExpense(
  table: Table,
  values: Partial<RowOf<'expenses'>>,
  book: Book,
): { tables: Tables; row: number } {
  const at = { values, language: book.settings.language };
  const added = withRow('expenses', table, at);
  return { tables: { expenses: added.table }, row: added.row };
}

function relatedRows({ entries }: Book, plan: FeePlan, pending: number | null): RelatedRows {
  const { session, speaker, cap, hourLimit } = plan.basis;
  const year = yearOf(plan.choice.paidOn);
  const rowsOf = (rows: readonly (number | null | undefined)[]): Set<number> =>
    new Set(rows.filter((row) => typeof row === 'number'));
  return {
    schedule: rowsOf([session.row]),
    speakers: rowsOf([speaker?.row]),
    standards: rowsOf([cap?.row, hourLimit?.row]),
    expenses: rowsOf([plan.recorded?.row, pending, ...plan.before.rows.map(({ row }) => row)]),
    budget: rowsOf(
      entries.budget
        .filter(({ cells }) => cells.head === 'lecturer' && cells.year === year)
        .map(({ row }) => row),
    ),
    pending,
  };
}

function isRelated({ tab, row }: Finding, concerned: RelatedRows): boolean {
  if (tab === 'settings') return true;
  if (row === null) return false;
  if (
    tab === 'schedule' ||
    tab === 'speakers' ||
    tab === 'standards' ||
    tab === 'expenses' ||
    tab === 'budget'
  )
    return concerned[tab].has(row);
  return false;
}

/** The row is not there yet, so nobody can be led to it. */
function withoutPending(found: Finding, pending: number | null): Finding {
  const isPending = found.tab === 'expenses' && found.row === pending;
  return isPending ? { ...found, row: null, column: null } : found;
}
