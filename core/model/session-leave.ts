// All leave of one person for one session: there is one mark for it, however many rows ask for it.
import type { Book, EntryOf } from './book';
import type { StatusWords } from './attendance-rows';
import { partialMinutes } from './leave-extent';
import { isInForce, leaveStateOf } from './leave-state';
import { parseMemory, type MarkMemory } from './mark-memory';

export type Leave = Pick<EntryOf<'leave'>, 'row' | 'cells'>;

export interface SessionLeave {
  readonly sessionId: string;
  readonly memberId: string;
  /** In the order of their rows. */
  readonly leaves: readonly Leave[];
}

/** Null when it cannot be read whose leave it is, or for what. */
export function sessionLeaveOf(book: Book, leave: Leave): SessionLeave | null {
  const { sessionId, memberId } = leave.cells;
  if (!sessionId || !memberId) return null;
  const leaves = book
    .leaveOf(memberId)
    .map((entry) => (entry.row === leave.row ? leave : entry))
    .filter(({ cells }) => cells.sessionId === sessionId);
  return { sessionId, memberId, leaves };
}

/** In the order of their first rows. */
export function sessionLeaves(book: Book): SessionLeave[] {
  const pairs = new Map<string, SessionLeave & { readonly leaves: Leave[] }>();
  for (const leave of book.entries.leave) {
    const { sessionId, memberId } = leave.cells;
    if (!sessionId || !memberId) continue;
    const key = `${sessionId}|${memberId}`;
    const pair = pairs.get(key);
    if (pair) pair.leaves.push(leave);
    else pairs.set(key, { sessionId, memberId, leaves: [leave] });
  }
  return [...pairs.values()];
}

export const leavesInForce = ({ leaves }: SessionLeave): Leave[] =>
  leaves.filter(({ cells }) => cells.kind && isInForce(leaveStateOf(cells)));

export const isWhole = (book: Pick<Book, 'sessions'>, { cells }: Leave): boolean =>
  partialMinutes(book, cells) === null;

/** Of several in force for the whole session the one decided last; on one day `latest`, then the one that has the mark. */
export function decisiveLeave(
  leaves: readonly Leave[],
  latest: number | null = null,
): Leave | null {
  const rank = ({ row, cells }: Leave): readonly (string | number)[] => [
    cells.decidedOn ?? '',
    Number(row === latest),
    Number(Boolean(cells.markBefore)),
    row,
  ];
  return leaves.reduce<Leave | null>(
    (best, leave) => (best === null || isAfter(rank(leave), rank(best)) ? leave : best),
    null,
  );
}

function isAfter(left: readonly (string | number)[], right: readonly (string | number)[]): boolean {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? value;
    if (value !== other) return value > other;
  }
  return false;
}

/** The mark from before all of them: where several remember something, what is not itself the mark of one of them. */
export function memoryOf({ leaves }: SessionLeave, statuses: StatusWords): MarkMemory {
  const memories = leaves.map(({ cells }) => parseMemory(cells.markBefore));
  const kinds = new Set(leaves.map(({ cells }) => cells.kind));
  const isOneOfThem = (status: string): boolean => {
    const leave = statuses.meaningOf(status)?.leave;
    return leave !== undefined && leave !== null && kinds.has(leave);
  };
  const known = memories.flatMap(({ status }) => (status === null ? [] : [status]));
  return {
    status: known.find((status) => !isOneOfThem(status)) ?? known[0] ?? null,
    minutes: memories.find(({ minutes }) => minutes !== null)?.minutes ?? null,
  };
}
