import type { Book } from './book';
import { toTimedSession, type SessionEntry } from './due-people';

/** To make a sheet: today's session, else the next one, else the last. To close one: the last that has come, else the next. */
export function chooseSession(
  book: Pick<Book, 'entries' | 'today'>,
  purpose: 'make' | 'screen' | 'close',
): SessionEntry | null {
  const sessions = book.entries.schedule
    .flatMap((entry) => {
      const session = toTimedSession(entry);
      return session && session.state !== 'cancelled' ? [{ entry, session }] : [];
    })
    .toSorted((a, b) => (beginningOf(a.session) < beginningOf(b.session) ? -1 : 1));
  const next = sessions.find(({ session }) => session.date >= book.today);
  const come = sessions.findLast(({ session }) => session.date <= book.today);
  const found = purpose === 'close' ? (come ?? next) : (next ?? come);
  return found?.entry ?? null;
}

const beginningOf = ({ date, start }: { readonly date: string; readonly start: string }): string =>
  `${date} ${start}`;
