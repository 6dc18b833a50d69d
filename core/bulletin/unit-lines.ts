// One line for each unit in official order. Units with fewer people than the settings ask for share the last line.
import type { Attendance } from '../attendance/count-attendance';
import type { PersonRecord } from '../attendance/person-record';
import { addTallies, dueCount, emptyTally, type Tally } from '../attendance/tally';

export interface UnitLine {
  /** Null: several units that share the line. */
  readonly unit: string | null;
  readonly units: number;
  readonly tally: Tally;
  readonly excused: number;
  readonly absent: number;
}

interface OutcomeCounts {
  readonly people: Set<string>;
  excused: number;
  absent: number;
}

/** `people`: the sessions at which each person was due. Units of which nobody was due have no line. */
export function unitLines(
  { units, statuses }: Pick<Attendance, 'units' | 'statuses'>,
  people: readonly PersonRecord[],
  least: number,
): UnitLine[] {
  const outcomes = outcomesByUnit(people);
  const lines = units.flatMap(({ key, tally }) => {
    const { people: members, excused, absent } = outcomes.get(key) ?? newCounts();
    if (dueCount(tally, statuses) === 0) return [];
    return [{ line: { unit: key, units: 1, tally, excused, absent }, people: members.size }];
  });
  const apart = lines.filter((one) => one.people >= least).map(({ line }) => line);
  const small = lines.filter((one) => one.people < least).map(({ line }) => line);
  const sum = (key: 'excused' | 'absent'): number =>
    small.reduce((total, line) => total + line[key], 0);
  const shared: UnitLine = {
    unit: null,
    units: small.length,
    tally: small.map(({ tally }) => tally).reduce(addTallies, emptyTally(statuses.length)),
    excused: sum('excused'),
    absent: sum('absent'),
  };
  return small.length === 0 ? apart : [...apart, shared];
}

const newCounts = (): OutcomeCounts => ({ people: new Set(), excused: 0, absent: 0 });

/** By the unit that each person had on the session's day. */
function outcomesByUnit(people: readonly PersonRecord[]): Map<string, OutcomeCounts> {
  const byUnit = new Map<string, OutcomeCounts>();
  for (const { sessions } of people)
    for (const { person, outcome } of sessions) {
      const counts = byUnit.get(person.unit) ?? newCounts();
      counts.people.add(person.id);
      if (outcome === 'excused' || outcome === 'absent') counts[outcome] += 1;
      byUnit.set(person.unit, counts);
    }
  return byUnit;
}
