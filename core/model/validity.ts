// Whether a row of the roster is valid on a day, and which of several says best who a person is.
import type { Day } from '../calendar/day';
import type { Member } from './due';

/** What days a row names; a cell that is blank or could not be read may be missing. */
type Dated = { readonly [Key in 'from' | 'to']?: Member[Key] | undefined };

/** `past`: the last day is over; `upcoming`: the first day is still ahead. */
export type Validity = 'valid' | 'past' | 'upcoming';

export function validityOn({ from, to }: Dated, day: Day): Validity {
  if (from && day < from) return 'upcoming';
  return to && to < day ? 'past' : 'valid';
}

/** Compares as numbers: valid that day is the highest, then the row valid last, then the one that comes first. */
export function nearness(row: Dated, day: Day): number {
  const validity = validityOn(row, day);
  if (validity === 'valid') return Infinity;
  return validity === 'past' ? asNumber(row.to) : -asNumber(row.from);
}

/** Days as whole numbers keep their order. */
const asNumber = (day: Day | null | undefined): number => Number((day ?? '').replaceAll('-', ''));
