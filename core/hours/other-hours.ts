// Hours credited elsewhere: other courses, online study, and what was earned before the workbook was begun.
import type { Day } from '../calendar/day';
import { entriesOf, type EntryOf } from '../model/book';
import type { Table } from '../workbook/table';
import type { AttendanceData } from '../attendance/attendance-data';

export interface OtherHours {
  /** The position of the person's id among the distinct ids of the reading. */
  readonly identity: number;
  /** When they were earned: this decides the year and the five years they count for. */
  readonly date: Day;
  readonly hours: number;
}

type Cells = EntryOf<'otherHours'>['cells'];
type CountedCells = Cells & {
  readonly memberId: string;
  readonly date: Day;
  readonly hours: number;
};

/** Rows that name nobody, have no day or no positive hours count for nothing; the check has a finding for each. */
export const isCounted = (cells: Cells): cells is CountedCells =>
  Boolean(cells.memberId) && Boolean(cells.date) && (cells.hours ?? 0) > 0;

export function readOtherHours(
  table: Table | undefined,
  { programme, identities }: Pick<AttendanceData, 'programme' | 'identities'>,
): OtherHours[] {
  const byId = new Map(programme.people.map(({ id }, row) => [id, identities[row] ?? 0]));
  const entries = entriesOf(table ? { otherHours: table } : {}, 'otherHours');
  return entries.flatMap(({ cells }) => {
    if (!isCounted(cells)) return [];
    const identity = byId.get(cells.memberId);
    return identity === undefined ? [] : [{ identity, date: cells.date, hours: cells.hours }];
  });
}
