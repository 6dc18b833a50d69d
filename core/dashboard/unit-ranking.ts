// Units by rate A: the first and the last few, ties shown as ties.
import type { GroupLine } from '../attendance/attendance-counts';
import type { Attendance } from '../attendance/count-attendance';
import type { Rate } from '../attendance/rate';
import { invitedCount, ratesOf, type Rates } from '../attendance/tally';

export interface RankedUnit {
  readonly unit: string;
  /** Units with the same rate share a rank; the next one's counts all before it. */
  readonly rank: number;
  readonly rates: Rates;
  /** People of the unit who were due in the period. */
  readonly people: number;
}

export interface UnitRanking {
  readonly units: readonly RankedUnit[];
  /** How many units between the first and the last few are not listed. */
  readonly notShown: number;
  /** How many further units are left out, so that a smaller one cannot be worked out from the total. */
  readonly withheld: number;
}

/**
 * `most` at each end; all of them when they are no more than that. Units without a rate, and units with fewer than `least` people,
 * whose rate would be a person's, have no rank. The overall rate is shown beside them: what it says of all units that are not listed must
 * not be about fewer people than `least` either, or a small unit could be worked out from the others.
 */
export function rankUnits(
  { units, people, statuses }: Pick<Attendance, 'units' | 'people' | 'statuses'>,
  { most, least }: { readonly most: number; readonly least: number },
): UnitRanking {
  if (most === 0) return { units: [], notShown: 0, withheld: 0 };
  const due = people.filter(({ tally }) => invitedCount(tally) > 0);
  const ranked = units
    .map(({ key, tally }: GroupLine<string>) => ({
      unit: key,
      rates: ratesOf(tally, statuses),
      people: due.filter(({ person }) => person.unit === key).length,
    }))
    .filter(({ rates, people: count }) => rates.a.denominator > 0 && count >= least)
    .toSorted((one, other) => compareRates(other.rates.a, one.rates.a));
  const withRank = ranked.map((line) => ({
    ...line,
    rank: ranked.findIndex(({ rates }) => compareRates(rates.a, line.rates.a) === 0) + 1,
  }));
  const notShown = Math.max(0, withRank.length - 2 * most);
  const ends = withRank.filter((_, at) => at < most || at >= most + notShown);
  const listed = withoutDeducible(ends, { all: due.length, least });
  return { units: listed, notShown, withheld: ends.length - listed.length };
}

/** The smallest unit is left out too, of equals the last, until the units that are not listed have enough people together, or nobody. */
function withoutDeducible(
  listed: readonly RankedUnit[],
  { all, least }: { readonly all: number; readonly least: number },
): readonly RankedUnit[] {
  const others = all - listed.reduce((sum, { people }) => sum + people, 0);
  const [first, ...more] = listed;
  if (others <= 0 || others >= least || first === undefined) return listed;
  const smallest = more.reduce((one, other) => (other.people <= one.people ? other : one), first);
  return withoutDeducible(
    listed.filter((unit) => unit !== smallest),
    { all, least },
  );
}

/** Exact: of two fractions, not of their decimals. */
function compareRates(one: Rate, other: Rate): number {
  return one.numerator * other.denominator - other.numerator * one.denominator;
}
