// What each person earned within a period, at the sessions and elsewhere: a new year's workbook takes it over as one earlier total.
import { toDay, yearOf, type Day } from '../calendar/day';
import { rosterRowsOn } from '../attendance/roster-rows';
import type { Table } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { addEntries, linesOf, type HoursSources } from './hours-ledger';
import { HoursSum } from './hours-sum';
import { hoursTargets, type RankClass } from './hours-target';

export interface Period {
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
}

export interface EarnedHours {
  readonly memberId: string;
  /** Credited within the period, in `HOUR`ths. */
  readonly earned: number;
  /** Held sessions of the period's last year without a clear mark: they earned nothing yet. */
  readonly notRecorded: number;
}

const RANK_CLASSES = Object.keys(ROSTER.columns.rankClass.choices) as readonly RankClass[]; // the declaration's own keys

/**
 * What still counts on `firstDay`: the hours since `yearFrom`, and since the beginning of any target's time that is running on that day. It
 * is one period for everybody, so that a person who is promoted later does not miss the hours of the five years.
 */
export function runningPeriod(
  standards: Table | undefined,
  { firstDay, lastDay, yearFrom }: Readonly<Record<'firstDay' | 'lastDay' | 'yearFrom', Day>>,
): Period {
  const targets = hoursTargets(standards, yearOf(firstDay));
  const running = RANK_CLASSES.flatMap((rankClass) => {
    const target = targets(rankClass);
    return target && target.from < firstDay ? [target.from] : [];
  });
  return {
    from: running.reduce((first, day) => (day < first ? day : first), yearFrom),
    to: lastDay,
  };
}

/** In official order; people without an entry in the period are left out. */
export function earnedHours(
  { data, other }: Pick<HoursSources, 'data' | 'other'>,
  { from, to }: Period,
): EarnedHours[] {
  const year = yearOf(to);
  const target = { hours: 0, from, to, documentNumber: '' };
  const sums = new Map<number, HoursSum>();
  rosterRowsOn(data, toDay(`${year}-12-31`)).forEach((row, identity) => {
    const person = data.programme.people[row];
    if (person) sums.set(identity, new HoursSum(row, { person, target, left: null, year }));
  });
  addEntries({ data, other }, sums);
  return linesOf(sums).map(({ person, progress, notRecorded }) => ({
    memberId: person.id,
    earned: progress?.achieved ?? 0,
    notRecorded,
  }));
}
