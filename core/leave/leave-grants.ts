// What the leave tab says of each person at a session: the one answer for notices, lists, follow-up and checks.
import { entriesOf, type Book, type EntryOf } from '../model/book';
import type { Tables } from '../workbook/table';
import { wholeLeaves } from '../model/leave-extent';
import { isInForce, leaveStateOf } from '../model/leave-state';

/**
 * `whole`: approved leave for all of the session, in one or in parts; nothing less excuses. `notGranted`: asked for, and refused,
 * withdrawn or approved for a part only. A person who asked for nothing, or waits for a decision, is neither.
 */
export type LeaveGrant = 'whole' | 'notGranted';

/** By session, then by person. */
export type LeaveGrants = (sessionId: string) => ReadonlyMap<string, LeaveGrant>;

type Sessions = Pick<Book, 'sessions'>;

const NOBODY: ReadonlyMap<string, LeaveGrant> = new Map();

export function leaveGrants(tables: Tables): LeaveGrants {
  const rows = entriesOf(tables, 'leave');
  const sessions = new Map<string, EntryOf<'schedule'>>();
  for (const entry of rows.length > 0 ? entriesOf(tables, 'schedule') : [])
    if (entry.cells.id !== undefined && !sessions.has(entry.cells.id))
      sessions.set(entry.cells.id, entry);
  return leaveGrantsIn(rows, { sessions });
}

type Leave = Pick<EntryOf<'leave'>, 'cells'>;

export function leaveGrantsIn(leave: readonly Leave[], book: Sessions): LeaveGrants {
  const bySession = new Map<string, Map<string, Leave[]>>();
  for (const entry of leave) {
    const { sessionId, memberId } = entry.cells;
    if (!sessionId || !memberId) continue;
    const people = bySession.get(sessionId) ?? new Map<string, Leave[]>();
    people.set(memberId, [...(people.get(memberId) ?? []), entry]);
    bySession.set(sessionId, people);
  }
  const granted = new Map([...bySession].map(([id, people]) => [id, answers(people, book)]));
  return (sessionId) => granted.get(sessionId) ?? NOBODY;
}

function answers(
  people: ReadonlyMap<string, readonly Leave[]>,
  book: Sessions,
): Map<string, LeaveGrant> {
  const found = new Map<string, LeaveGrant>();
  for (const [memberId, leaves] of people) {
    const answer = answerTo(leaves, book);
    if (answer !== null) found.set(memberId, answer);
  }
  return found;
}

/** Null while a decision is pending, unless what was approved is enough. */
function answerTo(leaves: readonly Leave[], book: Sessions): LeaveGrant | null {
  const approved = leaves.filter(({ cells }) => isInForce(leaveStateOf(cells)));
  if (wholeLeaves(book, approved).length > 0) return 'whole';
  return leaves.some(({ cells }) => leaveStateOf(cells) === 'pending') ? null : 'notGranted';
}
