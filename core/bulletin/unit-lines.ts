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

interface UnitPeople {
  readonly line: UnitLine;
  readonly people: ReadonlySet<string>;
}

interface OutcomeCounts {
  readonly people: Set<string>;
  excused: number;
  absent: number;
}

/**
 * `people`: the sessions at which each person was due. Units of which nobody was due have no line. None at all when no unit is left to be
 * shown apart.
 */
export function unitLines(
  { units, statuses }: Pick<Attendance, 'units' | 'statuses'>,
  people: readonly PersonRecord[],
  least: number,
): UnitLine[] {
  const outcomes = outcomesByUnit(people);
  const lines = units.flatMap(({ key, tally }): UnitPeople[] => {
    const { people: members, excused, absent } = outcomes.get(key) ?? newCounts();
    if (dueCount(tally, statuses) === 0) return [];
    return [{ line: { unit: key, units: 1, tally, excused, absent }, people: members }];
  });
  const joined = joinedLines(lines, least);
  const apart = lines.filter((one) => !joined.has(one)).map(({ line }) => line);
  if (joined.size === 0) return apart;
  if (apart.length === 0) return [];
  const shared = [...joined].map(({ line }) => line);
  const sum = (key: 'excused' | 'absent'): number =>
    shared.reduce((total, line) => total + line[key], 0);
  return [
    ...apart,
    {
      unit: null,
      units: shared.length,
      tally: shared.map(({ tally }) => tally).reduce(addTallies, emptyTally(statuses.length)),
      excused: sum('excused'),
      absent: sum('absent'),
    },
  ];
}

/**
 * The small units, and the next smallest ones until they are two units with enough people together: what the other lines and the total
 * leave over is known as well as a line.
 */
function joinedLines(lines: readonly UnitPeople[], least: number): ReadonlySet<UnitPeople> {
  const joined = new Set(lines.filter(({ people }) => people.size < least));
  if (joined.size === 0) return joined;
  const bySize = lines
    .filter((one) => !joined.has(one))
    .toSorted((a, b) => a.people.size - b.people.size);
  for (const next of bySize) {
    const together = new Set([...joined].flatMap(({ people }) => [...people]));
    if (joined.size >= 2 && together.size >= least) break;
    joined.add(next);
  }
  return joined;
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
