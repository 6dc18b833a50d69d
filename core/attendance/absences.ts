// Who never missed a session, who stayed away without leave, and who did so several times in a row.
import type { Attended, PersonRecord } from './person-record';
import { WHOLE_SESSION } from './rate';

/** Came to every session in full; a session without a clear mark keeps a person off the list. */
export function fullAttendance(records: readonly PersonRecord[]): PersonRecord[] {
  return records.filter(({ sessions }) =>
    sessions.every(({ outcome, credit }) => outcome === 'attended' && credit === WHOLE_SESSION),
  );
}

export interface Absences {
  readonly record: PersonRecord;
  /** Sessions missed without leave, by date. */
  readonly sessions: readonly Attended[];
}

/** Whoever was absent without leave, with the sessions. */
export function absentWithoutLeave(records: readonly PersonRecord[]): Absences[] {
  return records.flatMap((record) => {
    const sessions = record.sessions.filter(({ outcome }) => outcome === 'absent');
    return sessions.length > 0 ? [{ record, sessions }] : [];
  });
}

export interface Streak extends Absences {
  /** The person has not come since. */
  readonly isOpen: boolean;
}

/** Absences without leave that follow each other. Leave or a missing mark between them neither counts nor ends them; coming does. */
export function streaksOf(record: PersonRecord, least: number): Streak[] {
  const runs: Attended[][] = [[]];
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
