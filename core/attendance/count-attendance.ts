// Goes through the held sessions once and counts every due person's mark for all groups.
import { monthOf, type Day, type Month } from '../calendar/day';
import type { Place } from '../finding';
import type { Tables } from '../workbook/table';
import { dueFinder } from './due-finder';
import { Groups } from './groups';
import { readProgramme, type Person, type Programme, type Session } from './programme';
import { readRoll, type BadMark, type Roll } from './roll';
import { readStatuses, type Status } from './statuses';
import { dueOf, NOT_RECORDED, OpenTally, UNCLEAR, type Tally } from './tally';

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

export interface PersonLine {
  readonly person: Person;
  /** Over the period. */
  readonly tally: Tally;
  /** Over the held sessions of the programme. */
  readonly toDate: Tally;
  /** Planned sessions of the programme at which the person is due. */
  readonly planned: number;
}

export interface SessionLine {
  readonly session: Session;
  readonly tally: Tally;
  readonly notRecorded: readonly Person[];
  readonly unclear: readonly Person[];
}

export interface Attendance {
  readonly statuses: readonly Status[];
  readonly overall: Tally;
  /** Everybody due at a session of the period, in official order, each person once. */
  readonly people: readonly PersonLine[];
  readonly units: readonly { readonly key: string; readonly tally: Tally }[];
  readonly categories: readonly { readonly key: Person['category']; readonly tally: Tally }[];
  /** Held sessions of the period, by date. */
  readonly sessions: readonly SessionLine[];
  readonly months: readonly { readonly key: Month; readonly tally: Tally }[];
  /** Marks at these sessions for people who were not due. */
  readonly notDue: number;
  readonly badMarks: readonly BadMark[];
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
    peopleCount: ids.size,
    statuses: statuses.byWord,
  });
  const book = openBook(programme, statuses.list.length, ids);
  countSessions(book, roll, span);
  return {
    statuses: statuses.list,
    overall: book.overall,
    people: personLines(book),
    units: book.units.lines(),
    categories: book.categories.lines(),
    sessions: book.sessions,
    months: book.months.lines(),
    notDue: book.notDue,
    badMarks: roll.bad,
    leftOut: programme.leftOut,
  };
}

/** All that is counted up, by position of a row of the roster or of a session. */
interface Book {
  readonly programme: Programme;
  readonly statuses: number;
  /** For each row of the roster, the position of its id among the distinct ids. */
  readonly identities: readonly number[];
  readonly overall: OpenTally;
  readonly people: Groups<string>;
  readonly toDate: Groups<string>;
  readonly units: Groups<string>;
  readonly categories: Groups<Person['category']>;
  readonly months: Groups<Month>;
  readonly sessions: SessionLine[];
  /** By identity. */
  readonly planned: Int32Array;
  notDue: number;
}

function openBook(programme: Programme, statuses: number, ids: ReadonlyMap<string, number>): Book {
  const { people, sessions } = programme;
  const groups = <Key>(keys: readonly Key[]): Groups<Key> => new Groups(keys, statuses);
  const personIds = people.map(({ id }) => id);
  return {
    programme,
    statuses,
    identities: personIds.map((id) => ids.get(id) ?? 0),
    overall: new OpenTally(statuses),
    people: groups(personIds),
    toDate: groups(personIds),
    units: groups(people.map(({ unit }) => unit)),
    categories: groups(people.map(({ category }) => category)),
    months: groups(sessions.map(({ date }) => monthOf(date))),
    sessions: [],
    planned: new Int32Array(ids.size),
    notDue: 0,
  };
}

const isIn = ({ date }: Session, { from, to }: Period): boolean => from <= date && date <= to;

function countSessions(book: Book, roll: Roll, { period, programme }: Span): void {
  const findDue = dueFinder(book.programme.people);
  const distinct = distinctFinder(book);
  book.programme.sessions.forEach((session, index) => {
    const isReported = session.state === 'held' && isIn(session, period);
    const isProgramme = session.state !== 'cancelled' && isIn(session, programme);
    if (!isReported && !isProgramme) return;
    const due = distinct(findDue(session));
    const marks = roll.marks[index];
    if (isReported) countSession(book, { index, session, due, marks });
    if (isProgramme && session.state === 'held') addToDate(book, due, marks);
    if (isProgramme && session.state === 'planned') addPlanned(book, due);
  });
}

/** A person with two rows on one day is still one person: the first in official order counts. */
function distinctFinder({ identities, planned }: Book): (due: number[]) => number[] {
  if (planned.length === identities.length) return (due) => due;
  return (due) => {
    const seen = new Set<number>();
    return due.filter((position) => {
      const identity = identities[position] ?? 0;
      return !seen.has(identity) && seen.add(identity);
    });
  };
}

interface CountedSession {
  readonly index: number;
  readonly session: Session;
  /** Positions of roster rows. */
  readonly due: readonly number[];
  readonly marks: Int16Array | undefined;
}

function countSession(book: Book, { index, session, due, marks }: CountedSession): void {
  const tally = new OpenTally(book.statuses);
  const line = { session, tally, notRecorded: [] as Person[], unclear: [] as Person[] };
  for (const position of due) {
    const mark = marks?.[book.identities[position] ?? 0] ?? NOT_RECORDED;
    tally.add(mark);
    book.overall.add(mark);
    book.people.add(position, mark);
    book.units.add(position, mark);
    book.categories.add(position, mark);
    book.months.add(index, mark);
    if (mark === NOT_RECORDED || mark === UNCLEAR) {
      const person = book.programme.people[position];
      if (person) line[mark === UNCLEAR ? 'unclear' : 'notRecorded'].push(person);
    }
  }
  const marked = marks?.reduce((count, mark) => count + (mark === NOT_RECORDED ? 0 : 1), 0) ?? 0;
  book.notDue += marked - (dueOf(tally) - tally.notRecorded);
  book.sessions.push(line);
}

function addToDate(book: Book, due: readonly number[], marks: Int16Array | undefined): void {
  for (const position of due)
    book.toDate.add(position, marks?.[book.identities[position] ?? 0] ?? NOT_RECORDED);
}

function addPlanned({ identities, planned }: Book, due: readonly number[]): void {
  for (const position of due) {
    const identity = identities[position] ?? 0;
    planned[identity] = (planned[identity] ?? 0) + 1;
  }
}

function personLines(book: Book): PersonLine[] {
  const rows = new Map<string, number>();
  book.programme.people.forEach(({ id }, position) => {
    if (!rows.has(id)) rows.set(id, position);
  });
  return book.people.lines().flatMap(({ key, tally }) => {
    const position = rows.get(key) ?? 0;
    const person = book.programme.people[position];
    const toDate = book.toDate.of(key);
    const planned = book.planned[book.identities[position] ?? 0] ?? 0;
    return person && toDate ? [{ person, tally, toDate, planned }] : [];
  });
}
