// The hours each person has earned and is still to earn, from the sessions and from elsewhere.
import { toDay } from '../calendar/day';
import type { HoursLine } from './hours-line';
import { HoursSum } from './hours-sum';
import type { HoursTarget, HoursTargets } from './hours-target';
import type { OtherHours } from './other-hours';
import type { Person } from '../attendance/programme';
import type { AttendanceData } from '../attendance/attendance-data';
import { validityOn } from '../model/validity';
import { rosterRowsOn } from '../attendance/roster-rows';
import { NOT_RECORDED } from '../attendance/tally';

export interface HoursSources {
  readonly data: AttendanceData;
  readonly other: readonly OtherHours[];
  readonly targets: HoursTargets;
}

/**
 * Everybody due at a session, or with hours from elsewhere, of the year or of the target's time; in official order, each person
 * once. People who left before the year are not listed.
 */
export function buildHoursLedger(sources: HoursSources, year: number): HoursLine[] {
  const sums = openSums(sources, year);
  addEntries(sources, sums);
  return linesOf(sums);
}

/** Adds every session at which a person is due, and the hours from elsewhere, to the sum of the person's identity. */
export function addEntries(
  { data, other }: Pick<HoursSources, 'data' | 'other'>,
  sums: ReadonlyMap<number, HoursSum>,
): void {
  const { programme, identities, roll, statuses, findDue } = data;
  programme.sessions.forEach((session, at) => {
    if (session.state === 'cancelled') return;
    for (const row of findDue(session)) {
      const identity = identities[row] ?? 0;
      const mark = roll.marks[at]?.[identity] ?? NOT_RECORDED;
      sums.get(identity)?.addSession(session, statuses[mark]);
    }
  });
  for (const hours of other) sums.get(hours.identity)?.addOther(hours);
}

/** The lines of those who have entries, in official order. */
export function linesOf(sums: ReadonlyMap<number, HoursSum>): HoursLine[] {
  return [...sums.values()]
    .filter((sum) => sum.hasEntries)
    .sort((a, b) => a.row - b.row)
    .map((sum) => sum.line());
}

/** By identity: everybody who was on the roster in the year, with the unit, post and target of its last day. */
function openSums({ data, targets }: HoursSources, year: number): Map<number, HoursSum> {
  const [firstDay, lastDay] = [toDay(`${year}-01-01`), toDay(`${year}-12-31`)];
  const sums = new Map<number, HoursSum>();
  rosterRowsOn(data, lastDay).forEach((row, identity) => {
    const person = data.programme.people[row];
    if (!person) return;
    const validity = validityOn(person, lastDay);
    const left = validity === 'past' ? person.to : null;
    if (validity === 'upcoming' || (left !== null && left < firstDay)) return;
    const target = left === null ? targetOf(person, targets) : null;
    sums.set(identity, new HoursSum(row, { person, target, left, year }));
  });
  return sums;
}

const targetOf = ({ rankClass }: Person, targets: HoursTargets): HoursTarget | null =>
  rankClass ? targets(rankClass) : null;
