// What is counted up while the sessions are gone through: one addition for each person and session, groups are summed afterwards.
import type { Person, Programme, ProgrammeSession } from './programme';
import type { AttendanceData } from './attendance-data';
import { NOT_RECORDED, UNCLEAR, type Tally } from './tally';
import {
  firstListed,
  groupPositions,
  TallyTable,
  type Grouping,
  type GroupTally,
} from './tally-table';

export interface PersonLine {
  /** As the roster has them at the newest session of the period. */
  readonly person: Person;
  /** Over the period. */
  readonly tally: Tally;
  /** Over the held sessions of the programme. */
  readonly toDate: Tally;
  /** Planned sessions of the programme at which the person is due. */
  readonly planned: number;
}

export interface SessionLine {
  readonly session: ProgrammeSession;
  readonly tally: Tally;
  readonly notRecorded: readonly Person[];
  readonly unclear: readonly Person[];
}

/** Counts are by row of the roster. */
export interface AttendanceCounts {
  readonly programme: Programme;
  readonly statuses: number;
  /** For each row of the roster, the position of its id among the distinct ids. */
  readonly identities: Int32Array;
  readonly identityCount: number;
  readonly period: TallyTable;
  readonly toDate: TallyTable;
  /** By position of the session in the programme. */
  readonly bySession: TallyTable;
  readonly planned: Int32Array;
  readonly sessions: SessionLine[];
}

export function createCounts({
  programme,
  statuses,
  identities,
  people,
}: AttendanceData): AttendanceCounts {
  const rows = programme.people.length;
  return {
    programme,
    statuses: statuses.length,
    identities,
    identityCount: people,
    period: new TallyTable(rows, statuses.length),
    toDate: new TallyTable(rows, statuses.length),
    bySession: new TallyTable(programme.sessions.length, statuses.length),
    planned: new Int32Array(rows),
    sessions: [],
  };
}

/** By identity; none when nobody has a mark at the session. */
export type SessionMarks = Int16Array | undefined;

/** `at`: position of the session; `due`: rows of the roster. Answers how many of them have a mark, clear or not. */
export function countSession(
  counts: AttendanceCounts,
  at: number,
  { due, marks }: { readonly due: readonly number[]; readonly marks: SessionMarks },
): number {
  const { period, bySession, programme } = counts;
  const notRecorded: Person[] = [];
  const unclear: Person[] = [];
  for (const row of due) {
    const mark = markOf(counts, row, marks);
    period.add(row, mark);
    bySession.add(at, mark);
    const person = mark < 0 && programme.people[row];
    if (person) (mark === UNCLEAR ? unclear : notRecorded).push(person);
  }
  const session = programme.sessions[at];
  if (session) counts.sessions.push({ session, tally: bySession.of(at), notRecorded, unclear });
  return due.length - notRecorded.length;
}

export function addToDate(
  counts: AttendanceCounts,
  due: readonly number[],
  marks: SessionMarks,
): void {
  for (const row of due) counts.toDate.add(row, markOf(counts, row, marks));
}

function markOf({ identities }: AttendanceCounts, row: number, marks: SessionMarks): number {
  return marks?.[identities[row] ?? 0] ?? NOT_RECORDED;
}

export function addPlanned({ planned }: AttendanceCounts, due: readonly number[]): void {
  for (const row of due) planned[row] = (planned[row] ?? 0) + 1;
}

/** A group of rows of the roster, with what is still to come. */
export type GroupLine<Key> = GroupTally<Key> & Pick<PersonLine, 'toDate' | 'planned'>;

/** Adds up rows with the same key; `keys` has one for each row of the roster. */
export function groupLines<Key>(counts: AttendanceCounts, keys: readonly Key[]): GroupLine<Key>[] {
  const { distinct, ...grouping } = groupPositions(keys);
  return sumGroups(counts, grouping).flatMap(({ key, ...line }) => {
    const name = distinct[key];
    return name === undefined ? [] : [{ ...line, key: name }];
  });
}

/** The keys are the numbers of the groups; a person due at no session of the period and of the programme is in none. */
function sumGroups(counts: AttendanceCounts, grouping: Grouping): GroupLine<number>[] {
  const firsts = firstListed(grouping, (row) => isListed(counts, row));
  const period = counts.period.grouped(grouping);
  const toDate = counts.toDate.grouped(grouping);
  const planned = new Int32Array(grouping.groups);
  grouping.groupOf.forEach((group, row) => {
    planned[group] = (planned[group] ?? 0) + (counts.planned[row] ?? 0);
  });
  const lines: GroupLine<number>[] = [];
  firsts.forEach((first, key) => {
    if (first < 0) return;
    lines.push({
      key,
      first,
      tally: period.of(key),
      toDate: toDate.of(key),
      planned: planned[key] ?? 0,
    });
  });
  return lines.sort((a, b) => a.first - b.first);
}

function isListed({ period, toDate, planned }: AttendanceCounts, row: number): boolean {
  return period.dueAt(row) > 0 || toDate.dueAt(row) > 0 || (planned[row] ?? 0) > 0;
}

/** `rows`: by identity, the row of the roster that says who the person is. */
export function personLines(counts: AttendanceCounts, rows: Int32Array): PersonLine[] {
  const { identities, identityCount: groups, programme } = counts;
  const lines = sumGroups(counts, { groupOf: identities, groups }).map((line) => ({
    ...line,
    row: rows[line.key] ?? line.first,
  }));
  return lines
    .sort((a, b) => a.row - b.row)
    .flatMap(({ row, tally, toDate, planned }) => {
      const person = programme.people[row];
      return person ? [{ person, tally, toDate, planned }] : [];
    });
}
