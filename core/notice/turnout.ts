// Who came to a held session, and who stayed away with or without leave.
import { markReader } from '../attendance/outcome';
import { attendanceColumns } from '../attendance/attendance-data';
import { readRoll } from '../attendance/roll';
import { readStatuses } from '../model/statuses';
import { NOT_RECORDED } from '../attendance/tally';
import type { LeaveGrant } from '../leave/leave-grants';
import type { Snapshot } from '../workbook/snapshot';
import type { Candidate, Turnout } from './notice';

/** Of everybody due; two marks that contradict each other count as not recorded. */
export function turnoutOf(
  snapshot: Snapshot,
  sessionId: string,
  people: readonly Candidate[],
  leave: ReadonlyMap<string, LeaveGrant>,
): Turnout[] {
  const statuses = readStatuses(snapshot.tables.statuses);
  const { marks } = readRoll(attendanceColumns(snapshot.tables), {
    sessions: new Map([[sessionId, 0]]),
    people: new Map(people.map(({ memberId }, index) => [memberId, index])),
    statuses: statuses.positions,
  });
  const { outcomeOf } = markReader(statuses.list);
  return people.flatMap(({ memberId, name, unit, due }, index) => {
    if (!due) return [];
    const outcome = outcomeOf(marks[0]?.[index] ?? NOT_RECORDED, leave.get(memberId));
    return [{ memberId, name, unit, outcome }];
  });
}
