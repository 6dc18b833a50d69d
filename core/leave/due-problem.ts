// Whether somebody can be on leave from a session at all.
import type { Book } from '../checks/book';
import { audienceMatcher, covers } from '../roster/due';
import type { LeaveCells } from './life';

/** `notCalled`: not on the roster that day, or the session is not meant for this person. */
export type DueProblem = 'noKind' | 'noMember' | 'noSession' | 'cancelled' | 'notCalled';

/** Null: nothing speaks against it, as far as it can be read. */
export function dueProblem(book: Book, cells: LeaveCells): DueProblem | null {
  if (!cells.kind) return 'noKind';
  const member = book.members.get(cells.memberId ?? '');
  if (!member) return 'noMember';
  const session = book.sessions.get(cells.sessionId ?? '')?.cells;
  if (!session) return 'noSession';
  if (session.state === 'cancelled') return 'cancelled';
  return isNotCalled(book, member, session) ? 'notCalled' : null;
}

type Member = Book['members'] extends ReadonlyMap<string, infer Entry> ? Entry : never;
type Session = NonNullable<ReturnType<Book['sessions']['get']>>['cells'];

function isNotCalled(book: Book, { row, cells }: Member, { date, audience }: Session): boolean {
  const term = book.terms.get(cells.id ?? '');
  if (term && date !== undefined && !covers(term.term, date)) return true;
  const isUnclear = ['unit', 'category'].some((column) => book.isRefused('roster', row, column));
  return !isUnclear && !audienceMatcher(audience)(cells);
}
