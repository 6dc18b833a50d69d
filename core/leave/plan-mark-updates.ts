// Decisions that clerks typed into the leave tab themselves → the marks that follow from them, all in one step.
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { dueProblem } from './due-problem';
import {
  markLogLines,
  writeAttendanceMark,
  writeMemories,
  type LeaveContext,
  type LogLine,
} from './leave-writes';
import type { MarkPlan } from './mark-plan';
import {
  decisiveLeave,
  leavesInForce,
  type Leave,
  type SessionLeave,
  sessionLeaves,
} from '../model/session-leave';
import { markLookup } from './plan-decision';
import { reconcileMark } from './reconcile-mark';

export interface PlannedMarkUpdates {
  readonly changes: readonly WorkbookChange[];
  /** Marks that become leave. */
  readonly applied: number;
  /** Marks that are restored. */
  readonly restored: number;
  /** Leave whose mark could not be reconciled. */
  readonly open: readonly { readonly leave: Leave; readonly why: MarkPlan['kind'] | 'notDue' }[];
}

const OPEN: readonly MarkPlan['kind'][] = ['attended', 'unclear', 'noStatus'];

export function planMarkUpdates(context: LeaveContext): PlannedMarkUpdates {
  const { book } = context;
  const tools = markLookup(book);
  const changes: WorkbookChange[] = [];
  const log: LogLine[] = [];
  const open: PlannedMarkUpdates['open'][number][] = [];
  let [applied, restored] = [0, 0];
  for (const pair of sessionLeaves(book)) {
    const leave = leaveBehindMark(pair);
    if (leave === null) continue;
    if (leavesInForce(pair).length > 0) {
      const problem = dueProblem(book, leave.cells);
      if (problem === 'noMember' || problem === 'noSession' || problem === 'notDue')
        open.push({ leave, why: 'notDue' });
      // Of a session that was cancelled since, no mark is asked for.
      if (problem !== null) continue;
    }
    const { mark, changes: marks, memories, hasLeaveInForce } = reconcileMark(book, pair, tools);
    if (OPEN.includes(mark.kind)) open.push({ leave, why: mark.kind });
    changes.push(
      ...writeMemories(context, memories),
      ...marks.flatMap((each) => writeAttendanceMark(context, each)),
    );
    log.push(...marks.flatMap((each) => markLogLines(context, leave.cells, each, hasLeaveInForce)));
    if (mark.kind !== 'change') continue;
    if (hasLeaveInForce) applied += 1;
    else restored += 1;
  }
  const { language } = book.settings;
  return {
    applied,
    restored,
    open,
    changes: [...changes, ...appendRows(context.snapshot, 'log', { rows: log, language })],
  };
}

/** The leave that is named for the mark: the decisive one, or the last in force; when none is, the ended one that changed a mark. */
function leaveBehindMark(pair: SessionLeave): Leave | null {
  const holding = leavesInForce(pair);
  if (holding.length > 0) return decisiveLeave(holding) ?? null;
  // Without a request, only a mark that a leave once changed is restored.
  const wasEnded = ({ cells }: Leave): boolean =>
    cells.decision === 'refused' || cells.decision === 'cancelled';
  return pair.leaves.find((leave) => wasEnded(leave) && Boolean(leave.cells.markBefore)) ?? null;
}
