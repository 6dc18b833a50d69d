// What a workbook adds to the figures of many: counts and amounts of each week, without anybody's name.
import type { CostHead } from '../budget/execution';
import type { Day, Month } from '../calendar/day';
import type { Member } from '../model/due';

/** Where a workbook's figures belong; the registry says. Blank where it does not. */
export interface Place {
  readonly workbook: string;
  readonly district: string;
  readonly region: string;
}

interface Origin extends Place {
  /** The Monday. */
  readonly week: Day;
  /** A week over the turn of a month has lines of both. */
  readonly month: Month;
}

/** One held session and category of people. Whole numbers only: sums stay exact, and rates are made of sums. */
export interface AttendanceFact extends Origin {
  readonly kind: 'attendance';
  readonly day: Day;
  /** The session's own id, known within its workbook. */
  readonly session: string;
  readonly category: Member['category'];
  /** On the roster and invited, exempt people with them. */
  readonly invited: number;
  /** Invited and not exempt. */
  readonly due: number;
  /** With a mark of a status that counts as having come. */
  readonly attended: number;
  /** Due, without a mark. */
  readonly notRecorded: number;
  /** Due, with a mark that says nothing certain. */
  readonly unclear: number;
  /** Both parts of both rates, in hundredths of a session. */
  readonly earnedA: number;
  readonly dueA: number;
  readonly earnedB: number;
  readonly dueB: number;
  /** Credited hours of all people together, in ten-thousandths of an hour. */
  readonly creditedHours: number;
}

/** What was spent for a head in a week of one month. */
export interface SpentFact extends Origin {
  readonly kind: 'spent';
  readonly head: CostHead;
  readonly cents: number;
}

/** A year's budget for a head with its adjustments; it is in the week of the year's first day. */
export interface BudgetFact extends Origin {
  readonly kind: 'budget';
  readonly head: CostHead;
  readonly cents: number;
}

export type Fact = AttendanceFact | SpentFact | BudgetFact;

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** The columns of the one table of all facts: those that a kind of fact does not have are null. */
export const FACT_COLUMNS = {
  kind: 'STRING',
  workbook: 'STRING',
  district: 'STRING',
  region: 'STRING',
  week: 'DATE',
  month: 'STRING',
  day: 'DATE',
  session: 'STRING',
  category: 'STRING',
  invited: 'INTEGER',
  due: 'INTEGER',
  attended: 'INTEGER',
  notRecorded: 'INTEGER',
  unclear: 'INTEGER',
  earnedA: 'INTEGER',
  dueA: 'INTEGER',
  earnedB: 'INTEGER',
  dueB: 'INTEGER',
  creditedHours: 'INTEGER',
  head: 'STRING',
  cents: 'INTEGER',
} as const satisfies Readonly<Record<KeysOf<Fact>, 'STRING' | 'DATE' | 'INTEGER'>>;
