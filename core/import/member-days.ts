// Which first and last day of a list a row of the roster can take: none that contradicts the row itself or the person's row before it.
import { addDays, type Day } from '../calendar/day';
import type { Member } from '../model/due';
import type { RosterIndex } from '../model/roster-index';
import type { KnownPerson } from './match-roster';

type Days = { readonly [Key in 'from' | 'to']?: Member[Key] | undefined };

export interface Term {
  /** The row's own days. */
  readonly row: Days;
  /** The first day that is free of the person's row before; null: any. */
  readonly earliest: Day | null;
}

export interface FittingDays {
  readonly days: { readonly from?: Day; readonly to?: Day };
  readonly refused: readonly ('from' | 'to')[];
}

export function fittingDays(listed: Days, { row, earliest }: Term): FittingDays {
  const from = listed.from !== row.from && listed.from ? listed.from : null;
  const to = listed.to !== row.to && listed.to ? listed.to : null;
  const end = listed.to ?? row.to ?? null;
  const isFree = from !== null && (earliest === null || from >= earliest);
  const first = isFree && (end === null || from <= end) ? from : null;
  const begin = first ?? row.from ?? null;
  const last = to !== null && (begin === null || to >= begin) ? to : null;
  return {
    days: { ...(first === null ? {} : { from: first }), ...(last === null ? {} : { to: last }) },
    refused: [
      ...(from !== null && first === null ? (['from'] as const) : []),
      ...(to !== null && last === null ? (['to'] as const) : []),
    ],
  };
}

/** For a row that is there: the day after the last one that ended before it began. */
export function earliestDay({ id, row }: KnownPerson, roster: RosterIndex): Day | null {
  const { from } = row.cells;
  const ends = roster
    .rowsOf(id)
    .flatMap(({ cells: { to } }) => (to && from && to < from ? [to] : []));
  const [last] = ends.toSorted().toReversed();
  return last === undefined ? null : addDays(last, 1);
}

/** For a row that comes after this one: the day after its last day, else the second day of it. */
export function dayAfter({ row: { cells } }: KnownPerson, day: Day): Day | null {
  if (cells.to && cells.to < day) return addDays(cells.to, 1);
  return cells.from ? addDays(cells.from, 1) : null;
}
