// Sessions of the schedule: which of them can be held, and which one is meant when none is named.
import type { Day } from '../calendar/day';
import { foldNameOrId } from '../text/clean';
import type { Book, EntryOf } from './book';
import { feeRows } from './fee-rows';

export type SessionEntry = EntryOf<'schedule'>;
/** A session that can be held: its day and times can be read. */
export type TimedSession = SessionEntry['cells'] &
  Required<Pick<SessionEntry['cells'], 'id' | 'date' | 'start' | 'end'>>;

export function toTimedSession({ cells }: SessionEntry): TimedSession | null {
  const { id, date, start, end } = cells;
  return id && date && start && end ? { ...cells, id, date, start, end } : null;
}

/** The session behind a link: a typing error in another of its cells does not close its pages. */
export function timedSessionOf(
  schedule: readonly SessionEntry[],
  sessionId: string,
): TimedSession | null {
  const entry = schedule.find(({ cells }) => cells.id === sessionId);
  return entry ? toTimedSession(entry) : null;
}

/** Neither held nor cancelled; a state that cannot be read cancels nothing. */
export const isAhead = ({ state }: Pick<TimedSession, 'state'>): boolean =>
  state !== 'held' && state !== 'cancelled';

/** What a session is wanted for. */
export type SessionPurpose =
  | 'planned' // a notice of what is to come
  | 'cancelled' // a notice of a cancellation
  | 'held' // a notice that looks back
  | 'signIn' // to make a sign-in sheet or to show the screen
  | 'closeSignIn'
  | 'settlement';

export interface SessionQuery {
  readonly purpose: SessionPurpose;
  /** The session's ID or number, as a clerk types it. Undefined: the session that the purpose calls for. */
  readonly sessionId: string | undefined;
  readonly today: Day;
}

/** The session that was named, whatever its state; without a name the one that the purpose calls for. Null when there is none. */
export function findSession(
  schedule: readonly SessionEntry[],
  { purpose, sessionId, today }: SessionQuery,
): SessionEntry | null {
  const found =
    sessionId === undefined
      ? CHOOSE[purpose](byDay(schedule), today)
      : sessionNamed(schedule, sessionId);
  return found ?? null;
}

/** `第11期`, `第 11 次`, `No. 11` or `11`. */
const NUMBER = /^(?:第|no\.?|#)?(\d{1,6})(?:期|次|讲|講)?$/;

/**
 * The session that a clerk's words name: its ID in capitals or small letters, full width or not, or else its number. Null when there is
 * none, or when two have the number.
 */
export function sessionNamed(
  schedule: readonly SessionEntry[],
  words: string,
): SessionEntry | null {
  const exact = schedule.find(({ cells }) => cells.id === words);
  if (exact) return exact;
  const word = foldNameOrId(words).replaceAll(' ', '');
  const byId = schedule.find(({ cells }) => foldNameOrId(cells.id ?? '') === word);
  if (byId) return byId;
  const number = NUMBER.exec(word)?.[1];
  if (number === undefined) return null;
  const [first, ...others] = schedule.filter(({ cells }) => cells.number === Number(number));
  return first && others.length === 0 ? first : null;
}

type Choose = (sessions: readonly SessionEntry[], today: Day) => SessionEntry | undefined;

const CHOOSE: Readonly<Record<SessionPurpose, Choose>> = {
  planned: (sessions, today) => nextOf(sessions.filter(isPlanned), today),
  cancelled: (sessions, today) => nextOf(sessions.filter(isCancelled), today),
  held: (sessions, today) => lastOf(sessions.filter(isHeld), today),
  signIn(sessions, today) {
    const open = sessions.filter(canBeHeld);
    return nextOf(open, today) ?? lastOf(open, today);
  },
  closeSignIn(sessions, today) {
    const open = sessions.filter(canBeHeld);
    return lastOf(open, today) ?? nextOf(open, today);
  },
  settlement: (sessions) => sessions.findLast(isHeld),
};

/** The first held session whose fee is expected and not booked. */
export function unpaidSession(book: Book): SessionEntry | null {
  const booked = new Set(feeRows(book).map(({ session }) => session?.row));
  const sessions = byDay(book.entries.schedule).filter(({ cells }) => cells.id !== undefined);
  const isUnpaid = (session: SessionEntry): boolean =>
    isHeld(session) && !booked.has(session.row) && expectsFee(book, session);
  return sessions.find(isUnpaid) ?? null;
}

/** Whose fee is shown: of the unpaid sessions the first; without one the last held, and only before all of them the next planned. */
export function sessionToPay(book: Book, today: Day): SessionEntry | null {
  const sessions = byDay(book.entries.schedule).filter(({ cells }) => cells.id !== undefined);
  const held = sessions.filter((session) => isHeld(session) && expectsFee(book, session));
  return (
    unpaidSession(book) ?? lastOf(held, today) ?? nextOf(sessions.filter(isPlanned), today) ?? null
  );
}

/** The district's own leaders teach without a fee. */
const expectsFee = (book: Book, { cells }: SessionEntry): boolean =>
  book.speakers.get(cells.speakerId ?? '')?.cells.titleLevel !== 'localLeader';

const isPlanned = ({ cells }: SessionEntry): boolean => cells.state === 'planned';
const isHeld = ({ cells }: SessionEntry): boolean => cells.state === 'held';
const isCancelled = ({ cells }: SessionEntry): boolean => cells.state === 'cancelled';
const canBeHeld = (session: SessionEntry): boolean =>
  !isCancelled(session) && toTimedSession(session) !== null;

/** Today's session counts as the next and as the last. */
const nextOf: Choose = (sessions, today) =>
  sessions.find(({ cells }) => cells.date !== undefined && cells.date >= today);
const lastOf: Choose = (sessions, today) =>
  sessions.findLast(({ cells }) => cells.date !== undefined && cells.date <= today);

export type SessionState = NonNullable<SessionEntry['cells']['state']>;

/** A session to choose from. */
export interface SessionChoice {
  readonly id: string;
  readonly date: Day;
  readonly title: string;
}

/** More are not offered: a year has fewer. */
const MOST_CHOICES = 60;

/** The sessions in one of these states, state by state: of the planned the next first, of the others the last first. */
export function sessionChoices(
  schedule: readonly SessionEntry[],
  states: readonly SessionState[],
  today: Day,
): SessionChoice[] {
  const sorted = byDay(schedule);
  const choices = (state: SessionState): SessionChoice[] => {
    const found = sorted.flatMap(({ cells }) => {
      const { id, date, title = '' } = cells;
      if (id === undefined || date === undefined || cells.state !== state) return [];
      if (state === 'planned' ? date < today : state === 'held' && date > today) return [];
      return [{ id, date, title }];
    });
    return state === 'planned' ? found : found.reverse();
  };
  return states.flatMap(choices).slice(0, MOST_CHOICES);
}

/** Sessions up to today that were not cancelled: first those whose sign-in is open, each the last first. */
export function begunSessions(schedule: readonly SessionEntry[], today: Day): SessionChoice[] {
  const begun = byDay(schedule)
    .filter((session) => canBeHeld(session) && (session.cells.date ?? today) <= today)
    .reverse();
  const open = begun.filter(({ cells }) => isAhead(cells));
  return [...new Set([...open, ...begun])]
    .flatMap(({ cells: { id, date, title = '' } }) => (id && date ? [{ id, date, title }] : []))
    .slice(0, MOST_CHOICES);
}

/** Those with a day, by day and beginning; two at the same time keep the order of their rows. */
export function byDay(schedule: readonly SessionEntry[]): SessionEntry[] {
  const beginning = ({ cells }: SessionEntry): string => `${cells.date ?? ''} ${cells.start ?? ''}`;
  return schedule
    .filter(({ cells }) => cells.date !== undefined)
    .toSorted((a, b) => {
      const [left, right] = [beginning(a), beginning(b)];
      return left < right ? -1 : left > right ? 1 : 0;
    });
}
