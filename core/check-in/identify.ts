// Who checks in: a name and the last four digits of the telephone number in the roster. Both must fit one person.
import type { Day } from '../calendar/day';
import type { Book, EntryOf } from '../model/book';
import { isDue, isOnRoster } from '../model/due';
import { foldName } from '../text/clean';
import type { TimedSession } from '../model/session';

export interface Claim {
  readonly name: string;
  /** As typed; only digits count. */
  readonly digits: string;
}

/** The digits asked for. */
export const PHONE_DIGITS = 4;

/** The person's ID; null when nobody fits, or more than one: then a clerk decides. */
export function identify(book: Book, session: TimedSession, claim: Claim): string | null {
  const call = { date: session.date, audience: session.audience ?? null };
  return identifyAmong(book.entries.roster, (cells) => isDue(cells, call), claim);
}

/** Anybody who is on the roster that day. */
export function identifyOnDay(
  roster: readonly EntryOf<'roster'>[],
  day: Day,
  claim: Claim,
): string | null {
  return identifyAmong(roster, (cells) => isOnRoster(cells, day), claim);
}

function identifyAmong(
  roster: readonly EntryOf<'roster'>[],
  isMeant: (cells: EntryOf<'roster'>['cells']) => boolean,
  claim: Claim,
): string | null {
  const name = foldName(claim.name);
  const digits = digitsOf(claim.digits);
  if (name === '' || digits.length !== PHONE_DIGITS) return null;
  const fitting = roster.filter(
    ({ cells }) =>
      foldName(cells.name ?? '') === name &&
      digitsOf(cells.phone ?? '').slice(-PHONE_DIGITS) === digits &&
      isMeant(cells),
  );
  const ids = new Set(fitting.flatMap(({ cells }) => cells.id ?? []));
  const [id] = ids;
  return id !== undefined && ids.size === 1 ? id : null;
}

/** Full-width digits are digits too. */
function digitsOf(words: string): string {
  return words.normalize('NFKC').replace(/\D/g, '');
}
