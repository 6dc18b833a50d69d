// Finds the row of a leave that a clerk was shown, although rows may have been added, sorted or deleted since.
import type { EntryOf } from '../model/book';
import type { LeaveCells } from '../model/leave-state';

/** How a leave was shown: by its ID; without one by its row and the row's content. */
export interface ShownLeave {
  readonly id: string;
  readonly row: number;
  readonly content: string;
}

type Leave = Pick<EntryOf<'leave'>, 'row' | 'cells'>;

/** What distinguishes a row without an ID from the others; two rows that agree in all this are interchangeable. */
export function leaveContent(cells: LeaveCells): string {
  const { sessionId, memberId, kind, reason, requestedOn, minutes, decision } = cells;
  const told = [sessionId, memberId, kind, reason, requestedOn, minutes, decision];
  return JSON.stringify(told.map((cell) => cell ?? ''));
}

/** Null: the row has gone or says something else by now, or an ID names two rows. */
export function findLeave<L extends Leave>(leaves: readonly L[], shown: ShownLeave): L | null {
  if (shown.id !== '') {
    const [leave, ...others] = leaves.filter(({ cells }) => cells.id === shown.id);
    return leave && others.length === 0 ? leave : null;
  }
  const same = leaves.filter(({ cells }) => !cells.id && leaveContent(cells) === shown.content);
  return (
    same.find(({ row }) => row === shown.row) ?? (same.length === 1 ? (same[0] ?? null) : null)
  );
}
