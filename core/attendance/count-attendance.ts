// Goes through the held sessions once and counts every due person's mark.
import type { Period } from '../calendar/calendar-period';
import { monthOf, type Month } from '../calendar/day';
import type { Place } from '../workbook/finding';
import type { Tables } from '../workbook/table';
import {
  addPlanned,
  addToDate,
  countSession,
  groupLines,
  createCounts,
  personLines,
  type AttendanceCounts,
  type GroupLine,
  type PersonLine,
  type SessionLine,
} from './attendance-counts';
import type { Person, ProgrammeSession } from './programme';
import { readAttendanceData, type AttendanceData } from './attendance-data';
import { rosterRowsOn } from './roster-rows';
import type { BadCell } from './roll';
import type { Status } from '../model/statuses';
import { addTallies, emptyTally, type Tally } from './tally';
import { sumByKey, type GroupTally } from './tally-table';

export interface Span {
  /** What is reported. */
  readonly period: Period;
  /** What the target is for: the whole year's programme. */
  readonly programme: Period;
}

export interface Attendance {
  readonly statuses: readonly Status[];
  readonly overall: Tally;
  /** The whole programme, everybody together. */
  readonly whole: Pick<PersonLine, 'toDate' | 'planned'>;
  /** Everybody due at a session of the period or of the programme, in official order, each person once. */
  readonly people: readonly PersonLine[];
  readonly units: readonly GroupLine<string>[];
  readonly categories: readonly GroupLine<Person['category']>[];
  /** Held sessions of the period, by date. */
  readonly sessions: readonly SessionLine[];
  readonly months: readonly GroupTally<Month>[];
  /** Marks at these sessions for people who were not due. */
  readonly notDue: number;
  readonly badCells: readonly BadCell[];
  /** Rows of roster and schedule that count for nothing. */
  readonly leftOut: readonly Place[];
}

export function countAttendance(tables: Tables, span: Span): Attendance {
  return countAttendanceData(readAttendanceData(tables), span);
}

export function countAttendanceData(data: AttendanceData, span: Span): Attendance {
  const counts = createCounts(data);
  const notDue = countSessions(counts, data, span);
  return {
    statuses: data.statuses,
    ...groupsOf(counts, rosterRowsOn(data, counts.sessions.at(-1)?.session.date ?? span.period.to)),
    notDue,
    badCells: data.roll.bad,
    leftOut: data.programme.leftOut,
  };
}

type Groups = Pick<
  Attendance,
  'overall' | 'whole' | 'people' | 'units' | 'categories' | 'sessions' | 'months'
>;

/** `rows`: by identity, of the roster. */
function groupsOf(counts: AttendanceCounts, rows: Int32Array): Groups {
  const { sessions, programme, bySession, statuses } = counts;
  const { people } = programme;
  const lines = personLines(counts, rows);
  return {
    overall: sumOf(
      sessions.map(({ tally }) => tally),
      statuses,
    ),
    whole: {
      toDate: sumOf(
        lines.map(({ toDate }) => toDate),
        statuses,
      ),
      planned: lines.reduce((sum, { planned }) => sum + planned, 0),
    },
    people: lines,
    units: groupLines(
      counts,
      people.map(({ unit }) => unit),
    ),
    categories: groupLines(
      counts,
      people.map(({ category }) => category),
    ),
    sessions,
    months: sumByKey(
      programme.sessions.map(({ date }) => monthOf(date)),
      bySession,
    ),
  };
}

const sumOf = (tallies: readonly Tally[], statuses: number): Tally =>
  tallies.reduce(addTallies, emptyTally(statuses));

const isIn = ({ date }: ProgrammeSession, { from, to }: Period): boolean =>
  from <= date && date <= to;

/** Answers how many marks there are for people who were not due. */
function countSessions(
  counts: AttendanceCounts,
  { roll, findDue }: AttendanceData,
  { period, programme }: Span,
): number {
  let notDue = 0;
  counts.programme.sessions.forEach((session, index) => {
    const isReported = session.state === 'held' && isIn(session, period);
    const isProgramme = session.state !== 'cancelled' && isIn(session, programme);
    if (!isReported && !isProgramme) return;
    const due = findDue(session);
    const marks = roll.marks[index];
    if (isReported)
      notDue += (roll.marked[index] ?? 0) - countSession(counts, index, { due, marks });
    if (isProgramme && session.state === 'held') addToDate(counts, due, marks);
    if (isProgramme && session.state === 'planned') addPlanned(counts, due);
  });
  return notDue;
}
