// Whether a row of the roster is valid on a day, and which of several says best who a person is.
import type { Day } from '../calendar/day';
import type { Member } from './due';

/** What days a row names; a cell that is blank or could not be read may be missing. */
type Dated = { readonly [Key in 'from' | 'to']?: Member[Key] | undefined };

/** `gone`: the last day is over; `toCome`: the first day is still ahead. */
export type Validity = 'there' | 'gone' | 'toCome';

export function validityOn({ from, to }: Dated, day: Day): Validity {
  if (from && day < from) return 'toCome';
  return to && to < day ? 'gone' : 'there';
}

/** Compares as numbers: valid that day is the highest, then the row valid last, then the one that comes first. */
export function nearness(row: Dated, day: Day): number {
  const standing = validityOn(row, day);
  if (standing === 'there') return Infinity;
  return standing === 'gone' ? asNumber(row.to) : -asNumber(row.from);
}

/** Days as whole numbers keep their order. */
const asNumber = (day: Day | null | undefined): number => Number((day ?? '').replaceAll('-', ''));
