// Decisions on leave, one, several or all that were typed: what is to be written, and the answer.
import { isDay, type ClockTime } from '#core/calendar/day';
import { withRows, type Book, type EntryOf } from '#core/model/book';
import type {
  LeaveDecided,
  LeaveDecisionRequest,
  LeaveItem,
  LeaveRegisterResponse,
  LeavesDecided,
} from '#core/contract/leave-register';
import { canTellDecision } from '#core/leave/decided-leave';
import { dueProblem, type DueProblem } from '#core/leave/due-problem';
import { findLeave } from '#core/leave/find-leave';
import { nextState, leaveStateOf, type LeaveCells } from '#core/model/leave-state';
import type { LeaveContext } from '#core/leave/leave-writes';
import { leaveLineReader } from '#core/leave/leave-line';
import { planDecision, type Decision } from '#core/leave/plan-decision';
import { planMarkUpdates } from '#core/leave/plan-mark-updates';
import { LEAVE_EVENT_TEXTS, LEAVE_STATE_TEXTS } from '#core/leave/leave.texts';
import { overlay } from '#core/row-safety/overlay';
import type { Snapshot } from '#core/workbook/snapshot';
import type { WorkbookChange } from '#core/workbook/write/change';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../../errors';
import { leaveItem, type WorkbookView } from './leave-item';

/** The workbook as read for this attempt. */
export interface LeaveDecisionContext {
  readonly context: LeaveContext;
  readonly view: WorkbookView;
  /** What the clock on the wall shows. */
  readonly time: ClockTime;
}

interface LeaveWrite<Result extends LeaveRegisterResponse = LeaveRegisterResponse> {
  readonly changes: readonly WorkbookChange[];
  readonly result: Result;
}

/** Throws `AppError` leaveNoKind, leaveNoMember, leaveNoSession, leaveCancelledSession, leaveNotDue, noLeave, leaveMoved, leaveNotNow, noApprover, badDay, dayToCome, leaveTooEarly or columnMissing. */
export function decideLeave(
  request: LeaveDecisionRequest,
  { context, view, time }: LeaveDecisionContext,
): LeaveWrite<LeaveDecided> {
  checkColumn(view);
  const leave = shownLeave(context, request);
  const decision = checkedDecision(request, leave, { ...view, time });
  if (request.event === 'approve') checkDue(context.book, leave.cells);
  const { changes, mark, cells } = planDecision(context, leave, decision);
  const { before, after } = mark.kind === 'change' ? mark : { before: '', after: '' };
  const decided = { ...leave, cells };
  const result: LeaveDecided = {
    action: 'decide',
    event: decision.event,
    leave: decidedItem(view, context.book, decided),
    mark: { kind: mark.kind, before, after },
    canInform: canTellDecision(context.book, cells),
  };
  return { changes, result };
}

/**
 * Each decision as if it were made alone, on the workbook as the ones before it leave it. What is refused keeps none of the others from
 * being written. Of one person and session only the first is made: the next would write rows that this write only adds.
 */
export function decideLeaves(
  requests: readonly LeaveDecisionRequest[],
  snapshot: Snapshot,
  contextOf: (snapshot: Snapshot) => LeaveDecisionContext,
): LeaveWrite<LeavesDecided> {
  const changes: WorkbookChange[] = [];
  const decided: LeaveDecided[] = [];
  const refused: { position: number; reason: string }[] = [];
  const taken = new Set<string>();
  let at = contextOf(snapshot);
  for (const [position, request] of requests.entries()) {
    try {
      const { cells } = shownLeave(at.context, request);
      const pair = JSON.stringify([cells.sessionId, cells.memberId]);
      if (taken.has(pair)) throw new AppError('leaveOfSamePair');
      const one = decideLeave(request, at);
      taken.add(pair);
      changes.push(...one.changes);
      decided.push(one.result);
      at = contextOf(overlay(at.context.snapshot, one.changes));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { detail, nextStep } = error.explain(at.view.language);
      refused.push({ position, reason: `${detail} ${nextStep}` });
    }
  }
  return { changes, result: { action: 'decideMany', decided, refused } };
}

/** In the book with this leave as it is now, so that the answer matches it. */
function decidedItem(view: WorkbookView, before: Book, decided: EntryOf<'leave'>): LeaveItem {
  const leave = before.entries.leave.map((entry) => (entry.row === decided.row ? decided : entry));
  const book = withRows(before, { leave });
  return leaveItem({ ...view, book }, leaveLineReader(book)(decided));
}

function shownLeave({ book }: LeaveContext, request: LeaveDecisionRequest): EntryOf<'leave'> {
  const { leaveId: id = '', row = 0, content = '' } = request;
  const leave = findLeave(book.entries.leave, { id, row, content });
  if (leave !== null) return leave;
  throw id === '' ? new AppError('leaveMoved') : new AppError('noLeave', { facts: { id } });
}

const REFUSED_FOR: Readonly<Record<DueProblem, AppError['refusal']>> = {
  noKind: 'leaveNoKind',
  noMember: 'leaveNoMember',
  noSession: 'leaveNoSession',
  cancelled: 'leaveCancelledSession',
  notDue: 'leaveNotDue',
};

/** Leave that nobody needs would change marks and shares, so it is not approved; it can still be refused or cancelled. */
function checkDue(book: Book, cells: LeaveCells): void {
  const problem = dueProblem(book, cells);
  if (problem === null) return;
  const { memberId = '', sessionId = '' } = cells;
  const member = book.roster.nearestRow(memberId, book.today)?.cells.name ?? memberId;
  throw new AppError(REFUSED_FOR[problem], { facts: { member, session: sessionId } });
}

function checkedDecision(
  request: LeaveDecisionRequest,
  { cells }: EntryOf<'leave'>,
  { book, language, time }: WorkbookView & Pick<LeaveDecisionContext, 'time'>,
): Decision {
  const { event, on = book.today, approver, makeUp = null, reason = null } = request;
  const state = leaveStateOf(cells);
  if (!isDay(on)) throw new AppError('badDay', { facts: { day: on } });
  if (on > book.today) throw new AppError('dayToCome', { facts: { day: on } });
  if (nextState(state, event) === null) {
    const facts = {
      event: LEAVE_EVENT_TEXTS[event][language],
      state: LEAVE_STATE_TEXTS[state][language],
    };
    throw new AppError('leaveNotNow', { facts });
  }
  if ((event === 'approve' || event === 'refuse') && approver === undefined)
    throw new AppError('noApprover');
  const date = book.sessions.get(cells.sessionId ?? '')?.cells.date;
  const isClosing = event === 'return' || event === 'makeUp';
  if (isClosing && date !== undefined && on < date)
    throw new AppError('leaveTooEarly', { facts: { date } });
  return {
    event,
    on,
    makeUp,
    reason,
    time: on === book.today ? time : null,
    approver: approver ?? null,
  };
}

/** Reconciles marks with every decision, typed or pressed. Throws `AppError` columnMissing. */
export function applyDecisions({ context, view }: LeaveDecisionContext): LeaveWrite {
  checkColumn(view);
  const { changes, applied, restored, open } = planMarkUpdates(context);
  const lineOf = leaveLineReader(view.book);
  const unresolved = open.map(({ leave, why }) => ({ leave: leaveItem(view, lineOf(leave)), why }));
  return { changes, result: { action: 'apply', applied, restored, open: unresolved } };
}

/** Without this column a mark could not be restored. */
function checkColumn({ book, language }: WorkbookView): void {
  if (book.hasColumn('leave', 'markBefore')) return;
  const label = TABS.leave.columns.markBefore.label[language];
  const problems = `${TABS.leave.title[language]}: ${label}`;
  throw new AppError('columnMissing', { facts: { problems } });
}
