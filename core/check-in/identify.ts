// Who checks in: a name and the last four digits of the telephone number in the roster. Both must fit one person.
import type { Day } from '../calendar/day';
import type { Book, EntryOf } from '../model/book';
import { isDue, isOnRoster } from '../model/due';
import { foldName } from '../text/clean';
import type { TimedSession } from '../model/session';

export interface Claim {
  readonly name: string;
  /** As typed: the last four digits of the telephone number, or all of it. Only digits count. */
  readonly digits: string;
}

/** The digits asked for. */
const PHONE_DIGITS = 4;

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
  if (name === '') return null;
  const fitting = roster.filter(
    ({ cells }) =>
      foldName(cells.name ?? '') === name &&
      isOfPhone(digits, digitsOf(cells.phone ?? '')) &&
      isMeant(cells),
  );
  const ids = new Set(fitting.flatMap(({ cells }) => cells.id ?? []));
  const [id] = ids;
  return id !== undefined && ids.size === 1 ? id : null;
}

/** With a country code or without, on either side. */
const COUNTRY_CODE = /^(?:00)?86(?=1\d{10}$)/;

/** The last digits, or the number itself; a part of another length is a guess like any other. */
function isOfPhone(digits: string, phone: string): boolean {
  if (digits.length === PHONE_DIGITS) return phone.slice(-PHONE_DIGITS) === digits;
  const whole = phone.replace(COUNTRY_CODE, '');
  return whole.length > PHONE_DIGITS && digits.replace(COUNTRY_CODE, '') === whole;
}

/** Full-width digits are digits too. */
function digitsOf(words: string): string {
  return words.normalize('NFKC').replace(/\D/g, '');
}
