// The decision on each person's last request for one session, for the mail that tells the person of it.
import { rowsIn } from '../model/book';
import type { Snapshot } from '../workbook/snapshot';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';

export interface DecidedLeave {
  readonly decision: 'approved' | 'refused';
  readonly kind: LeaveKind | null;
  /** As entered; null: blank. */
  readonly approver: string | null;
}

/** By person. A request that waits, was withdrawn or was cancelled has no decision; the last row of a person counts. */
export function decidedLeave(snapshot: Snapshot, sessionId: string): Map<string, DecidedLeave> {
  const decided = new Map<string, DecidedLeave>();
  for (const { cells } of rowsIn(snapshot, 'leave')) {
    const { memberId, decision, kind = null, approver = null, returnedOn } = cells;
    if (cells.sessionId !== sessionId || memberId === undefined) continue;
    if ((decision === 'approved' || decision === 'refused') && !returnedOn)
      decided.set(memberId, { decision, kind, approver });
    else decided.delete(memberId);
  }
  return decided;
}
