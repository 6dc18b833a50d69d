// A workbook → its facts, week by week, from the counts of its own reports.
import { readAttendanceData, type AttendanceData } from '../attendance/attendance-data';
import type { ProgrammeSession } from '../attendance/programme';
import { dueCount, invitedCount, NOT_RECORDED, ratesOf, type Tally } from '../attendance/tally';
import { TallyTable } from '../attendance/tally-table';
import { budgetExecution } from '../budget/execution';
import { addDays, isDay, monthOf, weekdayOf, type Day } from '../calendar/day';
import { hundredths } from '../hours/hours-sum';
import type { Book } from '../model/book';
import type { Status } from '../model/statuses';
import { groupBy } from '../text/group-by';
import { ROSTER } from '../workbook/tabs/people';
import type { AttendanceFact, BudgetFact, Fact, Place, SpentFact } from './facts';

const CATEGORIES = Object.keys(
  ROSTER.columns.category.choices,
) as readonly AttendanceFact['category'][]; // the declaration's own keys

/** Every year that the workbook has a held session, an expense or a budget of; by week, then in the order of the tabs. */
export function workbookFacts(book: Book, place: Place): ReadonlyMap<Day, readonly Fact[]> {
  const facts: readonly Fact[] = [
    ...attendanceFacts(readAttendanceData(book.tables, book.attendance), place),
    ...spentFacts(book, place),
    ...budgetFacts(book, place),
  ];
  const weeks = groupBy(facts, ({ week }) => week) as Map<Day, Fact[]>; // the keys are days of facts
  return new Map([...weeks].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const originOf = (place: Place, day: Day) => ({
  ...place,
  week: addDays(day, 1 - weekdayOf(day)),
  month: monthOf(day),
});

function attendanceFacts(data: AttendanceData, place: Place): AttendanceFact[] {
  return data.programme.sessions.flatMap((session, at) => {
    if (session.state !== 'held') return [];
    const tallies = categoryTallies(data, session, at);
    return CATEGORIES.flatMap((category, group): AttendanceFact[] => {
      const tally = tallies.of(group);
      if (invitedCount(tally) === 0) return [];
      return [
        {
          kind: 'attendance',
          ...originOf(place, session.date),
          day: session.date,
          session: session.id,
          category,
          ...countsOf(tally, data.statuses, session),
        },
      ];
    });
  });
}

/** By position of the category. */
function categoryTallies(
  { roll, identities, statuses, programme, findDue }: AttendanceData,
  session: ProgrammeSession,
  at: number,
): TallyTable {
  const table = new TallyTable(CATEGORIES.length, statuses.length);
  const marks = roll.marks[at];
  for (const row of findDue(session)) {
    const person = programme.people[row];
    if (person)
      table.add(CATEGORIES.indexOf(person.category), marks?.[identities[row] ?? 0] ?? NOT_RECORDED);
  }
  return table;
}

function countsOf(
  tally: Tally,
  statuses: readonly Status[],
  { creditedHours }: ProgrammeSession,
): Pick<
  AttendanceFact,
  | 'invited'
  | 'due'
  | 'attended'
  | 'notRecorded'
  | 'unclear'
  | 'earnedA'
  | 'dueA'
  | 'earnedB'
  | 'dueB'
  | 'creditedHours'
> {
  const { a, b } = ratesOf(tally, statuses);
  const sum = (value: (status: Status) => number): number =>
    statuses.reduce(
      (total, status, index) => total + value(status) * (tally.counts[index] ?? 0),
      0,
    );
  return {
    invited: invitedCount(tally),
    due: dueCount(tally, statuses),
    attended: sum(({ attended }) => Number(attended)),
    notRecorded: tally.notRecorded,
    unclear: tally.unclear,
    earnedA: a.numerator,
    dueA: a.denominator,
    earnedB: b.numerator,
    dueB: b.denominator,
    creditedHours: hundredths(creditedHours) * sum(({ credit }) => credit),
  };
}

/** The rows that the budget's execution counts as spent. */
function spentFacts({ entries }: Book, place: Place): SpentFact[] {
  const sums = new Map<string, SpentFact>();
  for (const { cells } of entries.expenses) {
    const { date, head, amount } = cells;
    if (date === undefined || head === undefined || amount === undefined) continue;
    const origin = originOf(place, date);
    const key = JSON.stringify([origin.week, origin.month, head]);
    const cents = (sums.get(key)?.cents ?? 0) + amount;
    sums.set(key, { kind: 'spent', ...origin, head, cents });
  }
  return [...sums.values()];
}

function budgetFacts(book: Book, place: Place): BudgetFact[] {
  const years = new Set(book.entries.budget.flatMap(({ cells }) => cells.year ?? []));
  return [...years].flatMap((year) => {
    const firstDay = `${year}-01-01`;
    if (!isDay(firstDay)) return [];
    return budgetExecution(book, year).heads.flatMap(({ head, total }): BudgetFact[] =>
      total === 0 ? [] : [{ kind: 'budget', ...originOf(place, firstDay), head, cents: total }],
    );
  });
}
