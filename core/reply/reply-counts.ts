// How the people who got a notice have answered it: who attends, who asked for leave, who has not answered.
import { rowsIn } from '../model/book';
import { isInForce, leaveStateOf } from '../model/leave-state';
import { answeredBy } from '../notice/select-recipients';
import type { Snapshot } from '../workbook/snapshot';

interface ReplyCounts {
  readonly told: number;
  readonly answered: number;
  /** Of those who answered: who waits for a decision on leave, or has leave. */
  readonly leave: number;
  /** Of those who answered: everybody else, also whose leave was refused. */
  readonly attend: number;
  readonly none: number;
}

export function replyCounts(
  snapshot: Snapshot,
  sessionId: string,
  told: readonly string[],
): ReplyCounts {
  const answers = answeredBy(snapshot, sessionId);
  const onLeave = new Set(
    rowsIn(snapshot, 'leave').flatMap(({ cells }) => {
      const state = leaveStateOf(cells);
      const holds = state === 'pending' || isInForce(state);
      return cells.sessionId === sessionId && cells.memberId && holds ? [cells.memberId] : [];
    }),
  );
  const answered = told.filter((memberId) => answers.has(memberId));
  const leave = answered.filter((memberId) => onLeave.has(memberId)).length;
  return {
    told: told.length,
    answered: answered.length,
    leave,
    attend: answered.length - leave,
    none: told.length - answered.length,
  };
}
