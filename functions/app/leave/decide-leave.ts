// One decision on a leave, or all that were typed: what is to be written, and the answer.
import { isDay, type ClockTime } from '#core/calendar/day';
import type { Book, EntryOf } from '#core/model/book';
import type { LeaveRegisterRequest, LeaveRegisterResponse } from '#core/contract/leave-register';
import { dueProblem, type DueProblem } from '#core/leave/due-problem';
import { findLeave } from '#core/leave/find-leave';
import { after, stateOf, type LeaveCells } from '#core/model/life';
import type { LeaveDesk } from '#core/leave/leave-writes';
import { planDecision, type Decision } from '#core/leave/plan-decision';
import { planMarks } from '#core/leave/plan-marks';
import { EVENT_WORDS, STATE_WORDS } from '#core/leave/words';
import type { WorkbookChange } from '#core/workbook/write/change';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../../errors';
import { leaveItem, type Reader } from './leave-item';

type Decide = Extract<LeaveRegisterRequest, { action: 'decide' }>;

/** The workbook as it stands when the turn has come. */
export interface AtWork {
  readonly desk: LeaveDesk;
  readonly reader: Reader;
  /** What the clock on the wall shows. */
  readonly time: ClockTime;
}

interface Decided {
  readonly changes: readonly WorkbookChange[];
  readonly result: LeaveRegisterResponse;
}

/** Throws `AppError` leaveNoKind, leaveNoMember, leaveNoSession, leaveCancelledSession, leaveNotCalled, noLeave, leaveMoved, leaveNotNow, noApprover, badDay, dayToCome, leaveTooEarly or columnMissing. */
export function decideLeave(request: Decide, { desk, reader, time }: AtWork): Decided {
  checkColumn(reader);
  const leave = shownLeave(desk, request);
  const decision = checkedDecision(request, leave, { ...reader, time });
  if (request.event === 'approve') checkDue(desk.book, leave.cells);
  const { changes, mark, cells } = planDecision(desk, leave, decision);
  const { before, after } = mark.kind === 'change' ? mark : { before: '', after: '' };
  const decided = { ...leave, cells };
  const result: LeaveRegisterResponse = {
    action: 'decide',
    event: decision.event,
    leave: leaveItem({ ...reader, book: withLeave(desk.book, decided) }, decided),
    mark: { kind: mark.kind, before, after },
  };
  return { changes, result };
}

/** The book with this leave as it is now, so that what is said of it holds. */
function withLeave(book: Book, decided: EntryOf<'leave'>): Book {
  const leave = book.entries.leave.map((entry) => (entry.row === decided.row ? decided : entry));
  return { ...book, entries: { ...book.entries, leave } };
}

function shownLeave({ book }: LeaveDesk, request: Decide): EntryOf<'leave'> {
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
  notCalled: 'leaveNotCalled',
};

/** Leave that nobody needs would change marks and shares, so it is not approved; it can still be refused or cancelled. */
function checkDue(book: Book, cells: LeaveCells): void {
  const problem = dueProblem(book, cells);
  if (problem === null) return;
  const { memberId = '', sessionId = '' } = cells;
  const member = book.roster.who(memberId, book.today)?.cells.name ?? memberId;
  throw new AppError(REFUSED_FOR[problem], { facts: { member, session: sessionId } });
}

function checkedDecision(
  request: Decide,
  { cells }: EntryOf<'leave'>,
  { book, language, time }: Reader & Pick<AtWork, 'time'>,
): Decision {
  const { event, on = book.today, approver, makeUp = null, reason = null } = request;
  const state = stateOf(cells);
  if (!isDay(on)) throw new AppError('badDay', { facts: { day: on } });
  if (on > book.today) throw new AppError('dayToCome', { facts: { day: on } });
  if (after(state, event) === null) {
    const facts = { event: EVENT_WORDS[event][language], state: STATE_WORDS[state][language] };
    throw new AppError('leaveNotNow', { facts });
  }
  if ((event === 'approve' || event === 'refuse') && approver === undefined)
    throw new AppError('noApprover');
  const date = book.sessions.get(cells.sessionId ?? '')?.cells.date;
  const isClosing = event === 'return' || event === 'makeUp';
  if (isClosing && date !== undefined && on < date)
    throw new AppError('leaveTooEarly', { facts: { date } });
  return {
    ...{ event, on, makeUp, reason },
    time: on === book.today ? time : null,
    approver: approver ?? null,
  };
}

/** Marks brought in line with every decision, typed or pressed. Throws `AppError` columnMissing. */
export function applyDecisions({ desk, reader }: AtWork): Decided {
  checkColumn(reader);
  const { changes, applied, givenBack, open } = planMarks(desk);
  const unsettled = open.map(({ leave, why }) => ({ leave: leaveItem(reader, leave), why }));
  return { changes, result: { action: 'apply', applied, givenBack, open: unsettled } };
}

/** Without this column a mark could not be given back. */
function checkColumn({ book, language }: Reader): void {
  if (book.hasColumn('leave', 'markBefore')) return;
  const label = TABS.leave.columns.markBefore.label[language];
  const problems = `${TABS.leave.title[language]}: ${label}`;
  throw new AppError('columnMissing', { facts: { problems } });
}
