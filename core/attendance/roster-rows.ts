// Which of a person's rows of the roster says who they are on a day: unit and post change, the id stays.
import type { Day } from '../calendar/day';
import { isVacant } from '../model/due';
import { nearness } from '../model/validity';
import type { AttendanceData } from './attendance-data';

/**
 * For each identity the row valid on the day, the first in official order where there are two; without one the row that was
 * valid last, and only then one that is still to come. -1 for a post that nobody ever held.
 */
export function rosterRowsOn(
  { programme, identities, people }: Pick<AttendanceData, 'programme' | 'identities' | 'people'>,
  day: Day,
): Int32Array {
  const rows = new Int32Array(people).fill(-1);
  programme.people.forEach((person, row) => {
    if (isVacant(person)) return;
    const identity = identities[row] ?? 0;
    const known = programme.people[rows[identity] ?? -1];
    if (!known || nearness(person, day) > nearness(known, day)) rows[identity] = row;
  });
  return rows;
}
