// Whether somebody can be on leave from a session at all.
import type { Book } from '../model/book';
import { audienceMatcher, isOnRoster } from '../model/due';
import type { LeaveCells } from '../model/leave-state';

/** `notDue`: not on the roster that day, or the person is not in the session's audience. */
export type DueProblem = 'noKind' | 'noMember' | 'noSession' | 'cancelled' | 'notDue';

/** Null: nothing speaks against it, as far as it can be read. */
export function dueProblem(book: Book, cells: LeaveCells): DueProblem | null {
  if (!cells.kind) return 'noKind';
  const { memberId = '' } = cells;
  if (!book.roster.has(memberId)) return 'noMember';
  const session = book.sessions.get(cells.sessionId ?? '')?.cells;
  if (!session) return 'noSession';
  if (session.state === 'cancelled') return 'cancelled';
  return isNotDue(book, memberId, session) ? 'notDue' : null;
}

type Session = NonNullable<ReturnType<Book['sessions']['get']>>['cells'];

function isNotDue(book: Book, id: string, { date, audience }: Session): boolean {
  const { roster } = book;
  const nearest = roster.nearestRow(id, book.today);
  const rows =
    date === undefined
      ? nearest === null
        ? []
        : [nearest]
      : roster.rowsOf(id).filter(({ cells }) => isOnRoster(cells, date));
  if (rows.length === 0) return roster.isReadable(id);
  const isInvited = audienceMatcher(audience);
  return !rows.some(({ row, cells }) => isInvited(cells) || isUnclear(book, row));
}

const isUnclear = (book: Book, row: number): boolean =>
  ['unit', 'category'].some((column) => book.isUnreadable('roster', row, column));
