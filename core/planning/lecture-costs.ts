// What the lectures of a plan cost and what is left for them, as the budget report counts both.
import { monthOf, yearOf, type Day } from '../calendar/day';
import { budgetExecution } from '../budget/execution';
import { feesOfSessions, sessionsOfYear, type DatedSession } from '../budget/expected-fees';
import { toCents, type Cents } from '../money/cents';
import type { Book } from '../model/book';

/** A session as far as its fee depends on it. */
export interface PaidSession {
  readonly date: Day;
  readonly speakerId: string;
  readonly taughtHours: number;
}

export interface LectureCosts {
  /** Gross, taxed together with what the speaker gets in the same month, in the schedule and among these proposals. */
  costOf(session: PaidSession, proposed: readonly PaidSession[]): Cents;
  /** Neither spent nor bound by the schedule; null: nobody has entered a budget for the year, or it cannot be read. */
  leftOf(year: number): Cents | null;
  /** Whether the year has budget rows that cannot be read. */
  isUnclear(year: number): boolean;
}

export function lectureCosts(book: Book): LectureCosts {
  const years = new Map<number, Budget>();
  const budgetOf = (year: number): Budget => {
    const known = years.get(year) ?? readBudget(book, year);
    years.set(year, known);
    return known;
  };
  const grosses = new Map<string, Cents>();
  return {
    costOf(session, proposed) {
      const before = proposed.filter((other) => isSameMonth(other, session));
      const key = JSON.stringify([session.speakerId, session.taughtHours, session.date, before]);
      const known = grosses.get(key);
      if (known !== undefined) return known;
      const gross = toCents(
        grossOf(book, session, [...before, session]) - grossOf(book, session, before),
      );
      grosses.set(key, gross);
      return gross;
    },
    leftOf: (year) => budgetOf(year).left,
    isUnclear: (year) => budgetOf(year).isUnclear,
  };
}

interface Budget {
  readonly left: Cents | null;
  readonly isUnclear: boolean;
}

function readBudget(book: Book, year: number): Budget {
  const line = budgetExecution(book, year).heads.find(({ head }) => head === 'lecturer');
  const isUnclear = line?.state === 'unclear';
  const hasBudget = line !== undefined && line.state !== 'noBudget' && !isUnclear;
  return { left: hasBudget ? line.left : null, isUnclear };
}

const isSameMonth = (a: PaidSession, b: PaidSession): boolean =>
  a.speakerId === b.speakerId && monthOf(a.date) === monthOf(b.date);

/** The fees of the speaker's month: what is in the schedule, and these proposals. */
function grossOf(
  book: Book,
  { speakerId, date }: PaidSession,
  proposed: readonly PaidSession[],
): number {
  const scheduled = sessionsOfYear(book, yearOf(date)).filter(
    ({ session, date: day }) =>
      session.cells.speakerId === speakerId && monthOf(day) === monthOf(date),
  );
  const sessions = [...scheduled, ...proposed.map(asSession)];
  return feesOfSessions(book, sessions).reduce((sum, { gross }) => sum + gross, 0);
}

/** A row that is not in the schedule has no number. */
const NO_ROW = 0;

function asSession({ date, speakerId, taughtHours }: PaidSession): DatedSession {
  const session = { row: NO_ROW, cells: { date, speakerId, taughtHours }, whole: null };
  return { date, session };
}
