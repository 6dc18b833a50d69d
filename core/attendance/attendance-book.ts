// What is counted up while the sessions are gone through, for all groups at once.
import { monthOf, type Month } from '../calendar/day';
import { Groups } from './groups';
import type { Person, Programme, Session } from './programme';
import { dueOf, NOT_RECORDED, OpenTally, UNCLEAR, type Tally } from './tally';

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

/** All that is counted up, by position of a row of the roster or of a session. */
export interface Book {
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

export function openBook(
  programme: Programme,
  statuses: number,
  ids: ReadonlyMap<string, number>,
): Book {
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

export interface CountedSession {
  readonly index: number;
  readonly session: Session;
  /** Positions of roster rows. */
  readonly due: readonly number[];
  readonly marks: Int16Array | undefined;
}

export function countSession(book: Book, { index, session, due, marks }: CountedSession): void {
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

export function addToDate(book: Book, due: readonly number[], marks: Int16Array | undefined): void {
  for (const position of due)
    book.toDate.add(position, marks?.[book.identities[position] ?? 0] ?? NOT_RECORDED);
}

export function addPlanned({ identities, planned }: Book, due: readonly number[]): void {
  for (const position of due) {
    const identity = identities[position] ?? 0;
    planned[identity] = (planned[identity] ?? 0) + 1;
  }
}

export function personLines(book: Book): PersonLine[] {
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
