// The tabs that attendance is counted from, read once.
import { readColumns } from '../workbook/read/read-columns';
import type { Tables } from '../workbook/table';
import { ATTENDANCE } from '../workbook/tabs/programme';
import { dueFinder, type DueFinder } from '../model/due-finder';
import type { Book } from '../model/book';
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
  /** Rows of the roster due at a session. */
  readonly findDue: DueFinder;
}

/** `attendance`: the columns of that tab, where they were read already. */
export function readAttendanceData(
  tables: Tables,
  attendance: Book['attendance'] | undefined = attendanceColumns(tables),
): AttendanceData {
  const statuses = readStatuses(tables.statuses);
  const programme = readProgramme(tables);
  const ids = new Map<string, number>();
  for (const { id } of programme.people) if (!ids.has(id)) ids.set(id, ids.size);
  const roll = readRoll(attendance, {
    sessions: new Map(programme.sessions.map(({ id }, index) => [id, index])),
    people: ids,
    statuses: statuses.positions,
  });
  const identities = Int32Array.from(programme.people, ({ id }) => ids.get(id) ?? 0);
  return {
    programme,
    roll,
    identities,
    statuses: statuses.list,
    people: ids.size,
    findDue: dueFinder(programme.people, identities),
  };
}

/** Undefined when the tab is missing. */
export function attendanceColumns({ attendance }: Tables): Book['attendance'] | undefined {
  return attendance && readColumns(ATTENDANCE, attendance);
}
