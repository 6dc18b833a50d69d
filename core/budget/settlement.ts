// One session's account (决算): budget and cost by head, cost per person, the quota, and what the papers lack.
import { yearOf, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import type { HeadCounts } from '../attendance/head-counts';
import { toStandards } from '../model/standards';
import { toCents, type Cents } from '../money/cents';
import { payTogether, NOTHING_PAID } from '../fees/month-tax';
import { planFee } from '../fees/plan-fee';
import { COST_HEADS } from '../workbook/tabs/money';
import type { SessionEntry } from '../model/session';
import { COST_HEAD_KEYS, sumCents, type CostHead } from './execution';
import { sessionsOfYear } from './expected-fees';
import { papersOf, type Paper } from './papers';
import { itemLimit, quotaLimit, type QuotaLimit } from './quota-limit';

const { floor } = Math;

export interface SettledHead {
  readonly head: CostHead;
  readonly budget: Cents;
  readonly actual: Cents;
  /** Null while nobody is marked as present. */
  readonly perPerson: Cents | null;
  /** What the quota of this head allows; null without one. */
  readonly itemLimit: Cents | null;
}

export interface Settlement {
  readonly session: SessionEntry;
  readonly date: Day;
  readonly due: number;
  readonly attended: number;
  /** Heads with a budget or a cost. */
  readonly heads: readonly SettledHead[];
  readonly total: Omit<SettledHead, 'head' | 'itemLimit'>;
  /** The session has its own budget lines; otherwise the year's are shared out evenly. */
  readonly hasOwnBudget: boolean;
  /** What the quota covers: everything but the lecturer. */
  readonly underQuota: Cents;
  readonly quota: QuotaLimit | null;
  readonly papers: readonly Paper[];
}

/** Null for a session without a date. */
export function settlementOf(
  book: Book,
  session: SessionEntry,
  people: HeadCounts,
): Settlement | null {
  const { id = '', date } = session.cells;
  if (!date) return null;
  const attended = people.attended(id);
  const hasOwnBudget = book.entries.budget.some(({ cells }) => cells.sessionId === id);
  const planned = hasOwnBudget ? ownBudget(book, id) : sharedBudget(book, session, date);
  const standards = toStandards(book.entries.standards);
  const question = { day: date, people: attended, earlier: earlierHalfDays(book, date) };
  const heads = COST_HEAD_KEYS.flatMap((head) => {
    const actual = costOf(book, id, head);
    const budget = planned(head);
    return actual === 0 && budget === 0
      ? []
      : [
          {
            head,
            budget,
            actual,
            perPerson: perPerson(actual, attended),
            itemLimit: itemLimit(standards, question, COST_HEADS[head])?.limit ?? null,
          },
        ];
  });
  const actual = sumCents(heads.map((line) => line.actual));
  return {
    session,
    date,
    attended,
    heads,
    hasOwnBudget,
    due: people.due(id),
    total: {
      budget: sumCents(heads.map(({ budget }) => budget)),
      actual,
      perPerson: perPerson(actual, attended),
    },
    underQuota: toCents(actual - costOf(book, id, 'lecturer')),
    quota: quotaLimit(standards, question),
    papers: papersOf(book, session),
  };
}

function costOf(book: Book, sessionId: string, head: CostHead): Cents {
  const rows = book.entries.expenses.filter(
    ({ cells }) => cells.sessionId === sessionId && cells.head === head,
  );
  return sumCents(rows.map(({ cells }) => cells.amount ?? 0));
}

/** Rounded half up to the cent. */
function perPerson(amount: Cents, people: number): Cents | null {
  return people === 0 ? null : toCents(floor((amount * 2 + people) / (people * 2)));
}

function ownBudget(book: Book, sessionId: string): (head: CostHead) => Cents {
  const lines = book.entries.budget.filter(({ cells }) => cells.sessionId === sessionId);
  return (head) => sumCents(lines.filter(({ cells }) => cells.head === head).map(plannedIn));
}

const plannedIn = ({ cells }: Book['entries']['budget'][number]): number =>
  (cells.planned ?? 0) + (cells.adjusted ?? 0);

/** The lecturer at the cap; of every other head an even share of what the year has, down to the cent. */
function sharedBudget(book: Book, session: SessionEntry, date: Day): (head: CostHead) => Cents {
  const year = yearOf(date);
  const count = Math.max(1, sessionsOfYear(book, year).length);
  const lines = book.entries.budget.filter(({ cells }) => cells.year === year && !cells.sessionId);
  return (head) => {
    if (head === 'lecturer') return usualFee(book, session, date);
    const total = sumCents(lines.filter(({ cells }) => cells.head === head).map(plannedIn));
    return toCents(floor(total / count));
  };
}

function usualFee(book: Book, session: SessionEntry, paidOn: Day): Cents {
  const choice = {
    paidOn,
    perHour: null,
    taxBasis: 'separate',
    taxReason: null,
    approvalNumber: null,
  } as const;
  return payTogether(planFee(book, session, choice).net, NOTHING_PAID).gross;
}

function earlierHalfDays(book: Book, date: Day): number {
  return sessionsOfYear(book, yearOf(date)).filter(
    (one) => one.date < date && one.session.cells.state === 'held',
  ).length;
}
