// The tabs that attendance is counted from, read once.
import type { Tables } from '../workbook/table';
import { dueFinder, type DueFinder } from './due-finder';
import { readProgramme, type Programme } from './programme';
import { readRoll, type Roll } from './roll';
import { readStatuses, type Status } from '../model/statuses';

export interface AttendanceData {
  readonly programme: Programme;
  readonly statuses: readonly Status[];
  readonly roll: Roll;
  /** For each row of the roster, the position of its id among the distinct ids. */
  readonly identities: Int32Array;
  /** How many distinct ids there are. */
  readonly people: number;
  /** Rows of the roster due at a session; a person with two rows on one day counts once, by the first in official order. */
  readonly findDue: DueFinder;
}

export function readAttendanceData(tables: Tables): AttendanceData {
  const statuses = readStatuses(tables.statuses);
  const programme = readProgramme(tables);
  const ids = new Map<string, number>();
  for (const { id } of programme.people) if (!ids.has(id)) ids.set(id, ids.size);
  const roll = readRoll(tables.attendance, {
    sessions: new Map(programme.sessions.map(({ id }, index) => [id, index])),
    people: ids,
    statuses: statuses.byWord,
  });
  const identities = Int32Array.from(programme.people, ({ id }) => ids.get(id) ?? 0);
  const findDue = dueFinder(programme.people);
  return {
    programme,
    roll,
    identities,
    statuses: statuses.list,
    people: ids.size,
    findDue:
      ids.size === identities.length
        ? findDue
        : (session) => distinct(findDue(session), identities),
  };
}

function distinct(due: readonly number[], identities: Int32Array): number[] {
  const seen = new Set<number>();
  return due.filter((row) => {
    const identity = identities[row] ?? 0;
    return !seen.has(identity) && seen.add(identity);
  });
}
