// Each person's way through the held sessions of a period, session by session.
import { leaveGrants } from '../leave/leave-grants';
import type { Tables } from '../workbook/table';
import type { Period } from '../calendar/calendar-period';
import { markReader, type AttendanceOutcome } from './outcome';
import type { Person, ProgrammeSession } from './programme';
import type { AttendanceData } from './attendance-data';
import type { Status } from '../model/statuses';
import { NOT_RECORDED } from './tally';

export interface SessionAttendance {
  readonly session: ProgrammeSession;
  readonly outcome: AttendanceOutcome;
  /** Of the mark; null when there is none, or none that is clear. */
  readonly status: Status | null;
  /** Came, and neither late nor left early. */
  readonly isPunctual: boolean;
  /** As the roster has the person on the session's day. */
  readonly person: Person;
  /** Of that row among the rows of the roster in official order. */
  readonly place: number;
}

export interface PersonRecord {
  /** As of the newest session. */
  readonly person: Person;
  /** Held sessions at which the person was due, by date. */
  readonly sessions: readonly SessionAttendance[];
}

/** Everybody who was due at a held session, in official order, each person once. */
export function personRecords(
  data: AttendanceData,
  { from, to }: Period,
  tables: Pick<Tables, 'statuses' | 'leave' | 'schedule'>,
): PersonRecord[] {
  const { programme, identities } = data;
  const attendedAt = sessionAttendanceFinder(data, tables);
  const byIdentity = new Map<number, SessionAttendance[]>();
  programme.sessions.forEach((session, at) => {
    if (session.state !== 'held' || session.date < from || session.date > to) return;
    for (const row of data.findDue(session)) {
      const attended = attendedAt(session, at, row);
      if (!attended) continue;
      const identity = identities[row] ?? 0;
      const sessions = byIdentity.get(identity);
      if (sessions) sessions.push(attended);
      else byIdentity.set(identity, [attended]);
    }
  });
  return recordsInOfficialOrder([...byIdentity.values()].map((sessions) => ({ sessions }))).flatMap(
    ({ sessions }) => {
      const person = sessions.at(-1)?.person;
      return person ? [{ person, sessions }] : [];
    },
  );
}

/** In official order, by each person's roster row on the day of the last of these sessions. */
export function recordsInOfficialOrder<Listed extends Pick<PersonRecord, 'sessions'>>(
  people: readonly Listed[],
): Listed[] {
  const placeOf = ({ sessions }: Listed): number => sessions.at(-1)?.place ?? 0;
  return people.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type FindSessionAttendance = (
  session: ProgrammeSession,
  at: number,
  row: number,
) => SessionAttendance | null;

function sessionAttendanceFinder(
  { programme, statuses, roll, identities }: AttendanceData,
  tables: Pick<Tables, 'statuses' | 'leave' | 'schedule'>,
): FindSessionAttendance {
  const { outcomeOf, isPunctual } = markReader(statuses);
  const granted = leaveGrants(tables);
  return (session, at, row) => {
    const person = programme.people[row];
    if (!person) return null;
    const mark = roll.marks[at]?.[identities[row] ?? 0] ?? NOT_RECORDED;
    return {
      session,
      person,
      place: row,
      outcome: outcomeOf(mark, granted(session.id).get(person.id)),
      status: statuses[mark] ?? null,
      isPunctual: isPunctual(mark),
    };
  };
}
