// How many people were due at a session and how many attended, from the same count as the attendance reports.
import type { Book } from '../model/book';
import type { Status } from '../model/statuses';
import { readAttendanceData, type AttendanceData } from './attendance-data';
import type { Rate } from './rate';
import { dueCount, emptyTally, NOT_RECORDED, ratesOf, type Tally } from './tally';
import { TallyTable } from './tally-table';

export interface HeadCounts {
  /** Whether the attendance has a mark of somebody for the session. */
  isMarked(sessionId: string): boolean;
  /** On the roster that day, in the audience and not exempt. 0 for a session that cannot be counted. */
  due(sessionId: string): number;
  /** Of those due, the people with a mark of attendance; 0 as long as nobody is marked. */
  attended(sessionId: string): number;
  /** Rate A, as the attendance reports have it. */
  rate(sessionId: string): Rate;
  /**
   * How many can have attended: those who did and those whose mark is unclear; all who are due as long as nobody is marked.
   * Infinity for a session that cannot be counted, so that no rule reports what only follows from that.
   */
  atMost(sessionId: string): number;
}

/** `data`: of the same book, where it was read already. */
export function headCounts(
  book: Pick<Book, 'tables' | 'attendance'>,
  data: AttendanceData = readAttendanceData(book.tables, book.attendance),
): HeadCounts {
  const { programme, roll, statuses } = data;
  const positions = new Map(programme.sessions.map(({ id }, position) => [id, position]));
  const tallies = tallySessions(data);
  const none = emptyTally(statuses.length);
  const tallyOf = (id: string): Tally => tallies[positions.get(id) ?? -1] ?? none;
  const isMarked = (id: string): boolean => (roll.marked[positions.get(id) ?? -1] ?? 0) > 0;
  const attended = (id: string): number => attendedCount(tallyOf(id), statuses);
  const due = (id: string): number => dueCount(tallyOf(id), statuses);
  return {
    isMarked,
    due,
    attended,
    rate: (id) => ratesOf(tallyOf(id), statuses).a,
    atMost(id) {
      if (!positions.has(id)) return Infinity;
      return isMarked(id) ? attended(id) + tallyOf(id).unclear : due(id);
    },
  };
}

/** By position of the session in the programme. */
function tallySessions({
  programme,
  roll,
  identities,
  statuses,
  findDue,
}: AttendanceData): readonly Tally[] {
  const table = new TallyTable(programme.sessions.length, statuses.length);
  return programme.sessions.map((session, at) => {
    const marks = roll.marks[at];
    for (const row of findDue(session))
      table.add(at, marks?.[identities[row] ?? 0] ?? NOT_RECORDED);
    return table.of(at);
  });
}

function attendedCount({ counts }: Tally, statuses: readonly Status[]): number {
  return counts.reduce(
    (sum, count, status) => (statuses[status]?.attended === true ? sum + count : sum),
    0,
  );
}
