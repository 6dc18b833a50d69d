// Decisions that clerks typed into the leave tab themselves → the marks that follow from them, all in one step.
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { dueProblem } from './due-problem';
import { markLog, writeMark, writeMemories, type LeaveDesk, type LogLine } from './leave-writes';
import type { MarkPlan } from './mark-plan';
import { rulingLeave, standing, type Leave, type LeavePair, leavePairs } from '../model/pair';
import { markTools } from './plan-decision';
import { settleMark } from './settle-mark';

export interface PlannedMarks {
  readonly changes: readonly WorkbookChange[];
  /** Marks that become leave. */
  readonly applied: number;
  /** Marks that are given back. */
  readonly givenBack: number;
  /** Leave whose mark could not be settled. */
  readonly open: readonly { readonly leave: Leave; readonly why: MarkPlan['kind'] | 'notDue' }[];
}

const OPEN: readonly MarkPlan['kind'][] = ['came', 'unclear', 'noStatus'];

export function planMarks(desk: LeaveDesk): PlannedMarks {
  const { book } = desk;
  const tools = markTools(book);
  const changes: WorkbookChange[] = [];
  const log: LogLine[] = [];
  const open: PlannedMarks['open'][number][] = [];
  let [applied, givenBack] = [0, 0];
  for (const pair of leavePairs(book)) {
    const leave = teller(pair);
    if (leave === null) continue;
    if (standing(pair).length > 0) {
      const problem = dueProblem(book, leave.cells);
      if (problem === 'noMember' || problem === 'noSession' || problem === 'notCalled')
        open.push({ leave, why: 'notDue' });
      // Of a session that was cancelled since, no mark is asked for.
      if (problem !== null) continue;
    }
    const { mark, changes: marks, memories, isOn } = settleMark(book, pair, tools);
    if (OPEN.includes(mark.kind)) open.push({ leave, why: mark.kind });
    changes.push(
      ...writeMemories(desk, memories),
      ...marks.flatMap((each) => writeMark(desk, each)),
    );
    log.push(...marks.flatMap((each) => markLog(desk, leave.cells, each, isOn)));
    if (mark.kind !== 'change') continue;
    if (isOn) applied += 1;
    else givenBack += 1;
  }
  const { language } = book.settings;
  return {
    ...{ applied, givenBack, open },
    changes: [...changes, ...appendRows(desk.snapshot, 'log', { rows: log, language })],
  };
}

/** The leave that is named for the mark: the one that rules, or the last that holds; when none does, the ended one that changed a mark. */
function teller(pair: LeavePair): Leave | null {
  const holding = standing(pair);
  if (holding.length > 0) return rulingLeave(holding) ?? null;
  // Only a mark that a leave once changed is taken back without being asked for.
  const wasEnded = ({ cells }: Leave): boolean =>
    cells.decision === 'refused' || cells.decision === 'cancelled';
  return pair.leaves.find((leave) => wasEnded(leave) && Boolean(leave.cells.markBefore)) ?? null;
}
