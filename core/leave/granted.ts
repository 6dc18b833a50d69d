// What the leave tab says of each person at a session: the one answer for notices, lists, follow-up and checks.
import type { Book, EntryOf } from '../checks/book';
import { parseTable } from '../workbook/parse-table';
import type { Tables } from '../workbook/table';
import { LEAVE, SCHEDULE } from '../workbook/tabs/programme';
import { partialMinutes } from './extent';
import { counts, stateOf, type LeaveCells } from './life';

/**
 * `whole`: approved leave for all of the session; nothing less excuses. `notGranted`: asked for, and refused, withdrawn or approved for
 * a part only. Whoever has asked for nothing, or waits for a decision, is neither.
 */
export type Granted = 'whole' | 'notGranted';

/** By session, then by person. */
type GrantedAt = (sessionId: string) => ReadonlyMap<string, Granted>;

type Sessions = Pick<Book, 'sessions'>;

const NOBODY: ReadonlyMap<string, Granted> = new Map();
/** Of several requests the best answer counts. */
const RANK = { whole: 2, pending: 1, notGranted: 0 } as const;

export function grantedAt({ leave, schedule }: Tables): GrantedAt {
  const rows = leave ? parseTable(LEAVE, leave).entries : [];
  const sessions = new Map<string, EntryOf<'schedule'>>();
  for (const entry of rows.length > 0 && schedule ? parseTable(SCHEDULE, schedule).entries : [])
    if (entry.cells.id !== undefined && !sessions.has(entry.cells.id))
      sessions.set(entry.cells.id, entry);
  return grantedIn(rows, { sessions });
}

export function grantedIn(
  leave: readonly Pick<EntryOf<'leave'>, 'cells'>[],
  book: Sessions,
): GrantedAt {
  const bySession = new Map<string, Map<string, keyof typeof RANK>>();
  for (const { cells } of leave) {
    const { sessionId, memberId } = cells;
    if (!sessionId || !memberId) continue;
    const people = bySession.get(sessionId) ?? new Map<string, keyof typeof RANK>();
    const [before, answer] = [people.get(memberId), answerOf(cells, book)];
    if (before === undefined || RANK[answer] > RANK[before]) people.set(memberId, answer);
    bySession.set(sessionId, people);
  }
  const granted = new Map([...bySession].map(([id, people]) => [id, withoutPending(people)]));
  return (sessionId) => granted.get(sessionId) ?? NOBODY;
}

function answerOf(cells: LeaveCells, book: Sessions): keyof typeof RANK {
  const state = stateOf(cells);
  if (state === 'pending') return 'pending';
  return counts(state) && partialMinutes(book, cells) === null ? 'whole' : 'notGranted';
}

function withoutPending(people: ReadonlyMap<string, keyof typeof RANK>): Map<string, Granted> {
  return new Map(
    [...people].flatMap(([id, answer]) => (answer === 'pending' ? [] : [[id, answer] as const])),
  );
}
