// Goes through the held sessions once and counts every due person's mark.
import { monthOf, type Day, type Month } from '../calendar/day';
import type { Place } from '../finding';
import type { Tables } from '../workbook/table';
import {
  addPlanned,
  addToDate,
  countSession,
  openBook,
  personLines,
  type Book,
  type PersonLine,
  type SessionLine,
} from './attendance-book';
import { dueFinder } from './due-finder';
import { readProgramme, type Person, type Session } from './programme';
import { readRoll, type BadCell, type Roll } from './roll';
import { readStatuses, type Status } from './statuses';
import { addTallies, emptyTally, type Tally } from './tally';
import { sumByKey, type Line } from './tally-table';

/** First and last day, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Span {
  /** What is reported. */
  readonly period: Period;
  /** What the target is for: the whole year's programme. */
  readonly programme: Period;
}

export interface Attendance {
  readonly statuses: readonly Status[];
  readonly overall: Tally;
  /** Everybody due at a session of the period, in official order, each person once. */
  readonly people: readonly PersonLine[];
  readonly units: readonly Line<string>[];
  readonly categories: readonly Line<Person['category']>[];
  /** Held sessions of the period, by date. */
  readonly sessions: readonly SessionLine[];
  readonly months: readonly Line<Month>[];
  /** Marks at these sessions for people who were not due. */
  readonly notDue: number;
  readonly badCells: readonly BadCell[];
  /** Rows of roster and schedule that count for nothing. */
  readonly leftOut: readonly Place[];
}

export function countAttendance(tables: Tables, span: Span): Attendance {
  const statuses = readStatuses(tables.statuses);
  const programme = readProgramme(tables);
  const ids = new Map<string, number>();
  for (const { id } of programme.people) if (!ids.has(id)) ids.set(id, ids.size);
  const roll = readRoll(tables.attendance, {
    sessions: new Map(programme.sessions.map(({ id }, index) => [id, index])),
    people: ids,
    statuses: statuses.byWord,
  });
  const book = openBook(programme, statuses.list.length, ids);
  const notDue = countSessions(book, roll, span);
  return {
    statuses: statuses.list,
    ...groupsOf(book),
    notDue,
    badCells: roll.bad,
    leftOut: programme.leftOut,
  };
}

type Groups = Pick<
  Attendance,
  'overall' | 'people' | 'units' | 'categories' | 'sessions' | 'months'
>;

function groupsOf(book: Book): Groups {
  const { sessions, programme, period, bySession, statuses } = book;
  const { people } = programme;
  return {
    overall: sessions.reduce((sum, { tally }) => addTallies(sum, tally), emptyTally(statuses)),
    people: personLines(book),
    units: sumByKey(people.map(({ unit }) => unit), period),
    categories: sumByKey(people.map(({ category }) => category), period),
    sessions,
    months: sumByKey(programme.sessions.map(({ date }) => monthOf(date)), bySession),
  };
} // prettier-ignore

const isIn = ({ date }: Session, { from, to }: Period): boolean => from <= date && date <= to;

/** Answers how many marks there are for people who were not due. */
function countSessions(book: Book, roll: Roll, { period, programme }: Span): number {
  const findDue = dueFinder(book.programme.people);
  const distinct = distinctFinder(book);
  let notDue = 0;
  book.programme.sessions.forEach((session, index) => {
    const isReported = session.state === 'held' && isIn(session, period);
    const isProgramme = session.state !== 'cancelled' && isIn(session, programme);
    if (!isReported && !isProgramme) return;
    const due = distinct(findDue(session));
    const marks = roll.marks[index];
    if (isReported) notDue += (roll.marked[index] ?? 0) - countSession(book, index, { due, marks });
    if (isProgramme && session.state === 'held') addToDate(book, due, marks);
    if (isProgramme && session.state === 'planned') addPlanned(book, due);
  });
  return notDue;
}

/** A person with two rows on one day is still one person: the first in official order counts. */
function distinctFinder({
  identities,
  people,
}: Book): (due: readonly number[]) => readonly number[] {
  if (people === identities.length) return (due) => due;
  return (due) => {
    const seen = new Set<number>();
    return due.filter((row) => {
      const identity = identities[row] ?? 0;
      return !seen.has(identity) && seen.add(identity);
    });
  };
}
