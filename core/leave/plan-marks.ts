// Decisions that clerks typed into the leave tab themselves → the marks that follow from them, all in one step.
import type { EntryOf } from '../checks/book';
import { appendRows } from '../workbook/append-rows';
import type { WorkbookChange } from '../workbook/change';
import { counts, stateOf } from './life';
import type { MarkPlan } from './mark-plan';
import { markLog, writeLeave, writeMark, type LeaveDesk, type LogLine } from './leave-writes';
import { markBefore, markTools, planMark } from './plan-decision';

export interface PlannedMarks {
  readonly changes: readonly WorkbookChange[];
  /** Marks that become leave. */
  readonly applied: number;
  /** Marks that are given back. */
  readonly givenBack: number;
  /** Leave whose mark could not be settled. */
  readonly open: readonly { readonly leave: EntryOf<'leave'>; readonly why: MarkPlan['kind'] }[];
}

const OPEN: readonly MarkPlan['kind'][] = ['came', 'unclear', 'noStatus'];

export function planMarks(desk: LeaveDesk): PlannedMarks {
  const { book } = desk;
  const tools = markTools(book);
  const changes: WorkbookChange[] = [];
  const log: LogLine[] = [];
  const open: PlannedMarks['open'][number][] = [];
  let [applied, givenBack] = [0, 0];
  for (const leave of book.entries.leave) {
    const isOn = counts(stateOf(leave.cells));
    if (!isOn && !mayBeOwed(leave)) continue;
    const mark = planMark(book, leave.cells, tools, isOn);
    if (OPEN.includes(mark.kind)) open.push({ leave, why: mark.kind });
    if (mark.kind !== 'change') continue;
    if (isOn) applied += 1;
    else givenBack += 1;
    changes.push(writeLeave(desk, leave, markBefore(mark)), ...writeMark(desk, mark));
    log.push(...markLog(desk, leave.cells, mark, isOn));
  }
  const { language } = book.settings;
  return {
    ...{ applied, givenBack, open },
    changes: [...changes, ...appendRows(desk.snapshot, 'log', { rows: log, language })],
  };
}

/** Only a mark that a leave once changed is taken back without being asked for. */
function mayBeOwed({ cells }: EntryOf<'leave'>): boolean {
  const wasEnded = cells.decision === 'refused' || cells.decision === 'cancelled';
  return wasEnded && cells.markBefore !== null && cells.markBefore !== undefined;
}
