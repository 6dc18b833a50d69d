// Who never missed a session, who stayed away without leave, and who did so several times in a row.
import { toDay, yearOf, type Day } from '../calendar/day';
import type { LeaveGrants } from '../leave/leave-grants';
import type { AttendanceData } from './attendance-data';
import type { Period } from '../calendar/calendar-period';
import { markReader } from './outcome';
import { recordsInOfficialOrder, type SessionAttendance, type PersonRecord } from './person-record';
import { WHOLE_SESSION } from '../model/statuses';
import { NOT_RECORDED } from './tally';

/** Exempt from a session is not due at it. */
const isDue = ({ status }: SessionAttendance): boolean => status?.treatment !== 'notCounted';

/** The sessions at which each person was due; a person who was exempt from all of them is left out. */
export function dueSessions(records: readonly PersonRecord[]): PersonRecord[] {
  return records.flatMap(({ person, sessions }) => {
    const due = sessions.filter(isDue);
    return due.length > 0 ? [{ person, sessions: due }] : [];
  });
}

/** Came to every session due, for all of it: neither late nor left early, with full credit, and no session without a clear mark. */
export function fullAttendance(records: readonly PersonRecord[]): PersonRecord[] {
  return dueSessions(records).filter(({ sessions }) =>
    sessions.every(
      ({ outcome, status, isPunctual }) =>
        outcome === 'attended' && isPunctual && status?.credit === WHOLE_SESSION,
    ),
  );
}

export interface Absences {
  readonly record: PersonRecord;
  /** Sessions missed without leave, by date. */
  readonly sessions: readonly SessionAttendance[];
}

/** People absent without leave, with the sessions. */
export function absentWithoutLeave(records: readonly PersonRecord[]): Absences[] {
  return sessionsOf(records, 'absent');
}

/** People whose mark is neither attendance, leave nor absence: a clerk corrects it, and nobody counts as absent for it. */
export function unclearAttendance(records: readonly PersonRecord[]): Absences[] {
  return sessionsOf(records, 'unclear');
}

function sessionsOf(
  records: readonly PersonRecord[],
  wanted: SessionAttendance['outcome'],
): Absences[] {
  const found = records.flatMap((record) => {
    const sessions = record.sessions.filter(({ outcome }) => outcome === wanted);
    return sessions.length > 0 ? [{ record, sessions }] : [];
  });
  return recordsInOfficialOrder(found);
}

export interface Streak extends Absences {
  /** The person has not come since. */
  readonly isOpen: boolean;
}

/** Runs are counted from the first day of the year in which the period begins, the follow-up's and the report's alike. */
export function streakPeriod({ from, to }: Period): Period {
  return { from: toDay(`${yearOf(from)}-01-01`), to };
}

/** The runs of so many absences that reach into the time from this day on, in official order. */
export function streaksInto(from: Day, records: readonly PersonRecord[], least: number): Streak[] {
  const runs = records.flatMap((record) => streaksOf(record, least));
  return recordsInOfficialOrder(
    runs.filter(({ sessions }) => (sessions.at(-1)?.session.date ?? '') >= from),
  );
}

/** Absences without leave that follow each other. Leave or a missing mark between them neither counts nor ends them; coming does. */
export function streaksOf(record: PersonRecord, least: number): Streak[] {
  const runs: SessionAttendance[][] = [[]];
  for (const attended of record.sessions) {
    if (attended.outcome === 'attended') runs.push([]);
    else if (attended.outcome === 'absent') runs.at(-1)?.push(attended);
  }
  return runs.flatMap((sessions, index) =>
    sessions.length >= Math.max(1, least)
      ? [{ record, sessions, isOpen: index === runs.length - 1 }]
      : [],
  );
}

/** Of one person in one year. */
export interface YearCounts {
  readonly memberId: string;
  readonly year: number;
  /** Sessions missed without leave. */
  readonly absent: number;
  readonly late: number;
}

/** The same outcomes as in the records, counted over all years without a record for each person and session. */
export function countByYear(data: AttendanceData, granted: LeaveGrants): YearCounts[] {
  const { programme, statuses, roll, identities, findDue } = data;
  const { outcomeOf } = markReader(statuses);
  const counts = new Map<string, YearCounts>();
  programme.sessions.forEach(({ id, state, date, audience }, at) => {
    const marks = roll.marks[at];
    if (state !== 'held' || marks === undefined) return;
    const year = yearOf(date);
    const leave = granted(id);
    for (const row of findDue({ date, audience })) {
      const mark = marks[identities[row] ?? 0] ?? NOT_RECORDED;
      const status = statuses[mark];
      const person = programme.people[row];
      if (!status || !person || status.treatment === 'notCounted') continue;
      const isAbsent = outcomeOf(mark, leave.get(person.id)) === 'absent';
      const isLate = status.presence === 'late';
      if (!isAbsent && !isLate) continue;
      const key = `${person.id}|${year}`;
      const { absent = 0, late = 0 } = counts.get(key) ?? {};
      const more = { absent: absent + Number(isAbsent), late: late + Number(isLate) };
      counts.set(key, { memberId: person.id, year, ...more });
    }
  });
  return [...counts.values()];
}
