// The decisions on each person's requests for one session, for the mail that tells the person of them.
import { rowsIn, type Book } from '../model/book';
import { leaveStateOf, type LeaveCells } from '../model/leave-state';
import { groupBy } from '../text/group-by';
import type { Snapshot } from '../workbook/snapshot';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';

/** The decision on one request. */
export interface DecidedLeave {
  readonly decision: 'approved' | 'refused';
  readonly kind: LeaveKind | null;
  /** As entered; null: blank. */
  readonly approver: string | null;
  /** Of a request for a part of the session; null: for all of it. */
  readonly minutes: number | null;
}

/** By person, in the order of the rows; a person without a decision has no entry. */
export function decidedLeave(
  snapshot: Snapshot,
  sessionId: string,
): ReadonlyMap<string, readonly DecidedLeave[]> {
  const ofSession = rowsIn(snapshot, 'leave')
    .map(({ cells }) => cells)
    .filter((cells) => cells.sessionId === sessionId && cells.memberId !== undefined);
  const decided = new Map<string, readonly DecidedLeave[]>();
  for (const [memberId, requests] of groupBy(ofSession, (cells) => cells.memberId)) {
    const own = withoutReplaced(requests).flatMap(toDecided);
    if (own.length > 0) decided.set(memberId, own);
  }
  return decided;
}

/** The decisions as one line that is the same in whatever order the rows are. */
export const decisionDetails = (decided: readonly DecidedLeave[]): string =>
  decided
    .map(({ decision, minutes }) => (minutes === null ? decision : `${decision} ${minutes}`))
    .toSorted()
    .join('; ');

/** Whether there is a decision of which the person can be told now: before the session, for which the notice is. */
export function canTellDecision({ sessions, today }: Book, cells: LeaveCells): boolean {
  const session = sessions.get(cells.sessionId ?? '')?.cells;
  return (
    decisionOn(cells) !== null && session?.state === 'planned' && (session.date ?? '') >= today
  );
}

/** A request that waits, was withdrawn, was cancelled or is closed has none. */
function decisionOn(cells: LeaveCells): DecidedLeave['decision'] | null {
  const state = leaveStateOf(cells);
  return state === 'approved' || state === 'refused' ? state : null;
}

function toDecided(cells: LeaveCells): DecidedLeave[] {
  const { kind = null, approver = null } = cells;
  const decision = decisionOn(cells);
  return decision === null ? [] : [{ decision, kind, approver, minutes: minutesIn(cells) }];
}

const minutesIn = ({ minutes }: LeaveCells): number | null => (minutes ? minutes : null);

/** Who asks again for the whole session gets another row: what was decided on the earlier one does not count once this one is decided. */
function withoutReplaced(requests: readonly LeaveCells[]): readonly LeaveCells[] {
  const isAnswered = (cells: LeaveCells): boolean =>
    minutesIn(cells) === null && !['pending', 'cancelled'].includes(leaveStateOf(cells));
  const last = requests.findLast(isAnswered);
  return requests.filter((cells) => cells === last || !isAnswered(cells));
}
