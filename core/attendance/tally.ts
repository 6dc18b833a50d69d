// Counted marks of a person, unit, session or any other group.
import type { Rate } from './rate';
import { WHOLE_SESSION, type Status } from '../model/statuses';

/** How often each status was recorded. Tallies of disjoint groups are merged by adding. */
export interface Tally {
  /** By position of the status in the statuses tab. */
  readonly counts: readonly number[];
  /** Due, but without a mark: neither present nor absent. */
  readonly notRecorded: number;
  /** Due, but the marks contradict each other or name no status: counted neither way. */
  readonly unclear: number;
}

/** A: excused marks stay in the denominator. B: they are taken out of both parts. */
export interface Rates {
  readonly a: Rate;
  readonly b: Rate;
}

export function ratesOf(tally: Tally, statuses: readonly Status[]): Rates {
  let [excused, due, earnedExcused, earnedDue] = [0, 0, 0, 0];
  statuses.forEach(({ credit, treatment }, index) => {
    const count = tally.counts[index] ?? 0;
    if (treatment === 'due') {
      due += count;
      earnedDue += count * credit;
    } else if (treatment === 'excused') {
      excused += count;
      earnedExcused += count * credit;
    }
  });
  return {
    a: { numerator: earnedDue + earnedExcused, denominator: (due + excused) * WHOLE_SESSION },
    b: { numerator: earnedDue, denominator: due * WHOLE_SESSION },
  };
}

/** Everybody expected: on the roster, invited and not exempt, with a clear mark or without. */
export function dueCount(tally: Tally, statuses: readonly Status[]): number {
  const exempt = statuses.reduce(
    (sum, { treatment }, index) =>
      treatment === 'notCounted' ? sum + (tally.counts[index] ?? 0) : sum,
    0,
  );
  return invitedCount(tally) - exempt;
}

/** Everybody on the roster and invited, exempt people with them. */
export function invitedCount({ counts, notRecorded, unclear }: Tally): number {
  return counts.reduce((sum, count) => sum + count, notRecorded + unclear);
}

export function emptyTally(statuses: number): Tally {
  return { counts: Array.from({ length: statuses }, () => 0), notRecorded: 0, unclear: 0 };
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    counts: one.counts.map((count, index) => count + (other.counts[index] ?? 0)),
    notRecorded: one.notRecorded + other.notRecorded,
    unclear: one.unclear + other.unclear,
  };
}

/** What a person has at a session: the position of a status, or one of these. */
export const NOT_RECORDED = -1;
export const UNCLEAR = -2;
