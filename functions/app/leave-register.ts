import { isDay } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import { readBook, type Book, type EntryOf } from '#core/checks/book';
import type { LeaveRegisterRequest, LeaveRegisterResponse } from '#core/contract/leave-register';
import { leaveLines, openLeave } from '#core/leave/leave-line';
import { after, stateOf } from '#core/leave/life';
import { planDecision, type Decision, type LeaveDesk } from '#core/leave/plan-decision';
import { planMarks } from '#core/leave/plan-marks';
import { leaveRegister as register } from '#core/leave/register-sheet';
import { EVENT_WORDS, STATE_WORDS } from '#core/leave/words';
import { planReports } from '#core/workbook/plan-reports';
import type { TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../errors';
import { leaveItem, type Reader } from './leave-item';
import type { Opened, Ports, UseCase } from './use-case';

const REQUIRED: readonly TabKey[] = [
  'leave',
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'log',
];

type Decide = Extract<LeaveRegisterRequest, { action: 'decide' }>;

/** Leave from request to make-up: what is open, one decision with the mark it changes, all typed decisions, the register. */
export const leaveRegister: UseCase<'leaveRegister'> = {
  tabs: [...REQUIRED, 'approvers'],
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const now = ports.clock.now();
    const local = toLocalTime(now, opened.settings.timeZone);
    const { book } = readBook(opened.snapshot.tables, local.day);
    const { snapshot, caller } = opened;
    const desk: LeaveDesk = { book, snapshot, who: caller.email, at: now.toISOString() };
    const reader: Reader = { book, snapshot, language: opened.language };
    if (request.action === 'list') return list(reader);
    if (request.action === 'report') {
      const { sheet, ...counted } = register(book, `${local.day} ${local.time}`);
      const writes = planReports(snapshot, [{ key: 'report-leave', sheet }]);
      await ports.workbook.apply(request.spreadsheetId, writes);
      const [tab] = writes;
      if (!tab) throw new Error('a report has its tab');
      return { action: 'report', ...counted, tab: { title: tab.sheet.title, sheetId: tab.sheetId } };
    }
    if (!book.hasColumn('leave', 'markBefore')) throw columnMissing(opened);
    return request.action === 'apply'
      ? apply(request.spreadsheetId, { desk, reader }, ports)
      : decide(request, { desk, reader }, ports);
  },
}; // prettier-ignore

/** Without this column a mark could not be given back. */
function columnMissing({ language }: Opened): AppError {
  const label = TABS.leave.columns.markBefore.label[language];
  return new AppError('columnMissing', { facts: { problems: `${TABS.leave.title[language]}: ${label}` } });
} // prettier-ignore

function list(reader: Reader): LeaveRegisterResponse {
  const { book } = reader;
  const open = openLeave(book);
  const item = (line: (typeof open.pending)[number]) => leaveItem(reader, line);
  const coming = leaveLines(book).filter(
    ({ state, date }) => state === 'approved' && date !== null && date > book.today,
  );
  return {
    action: 'list',
    pending: open.pending.map(item),
    toClose: open.toClose.map(item),
    toMakeUp: open.toMakeUp.map(item),
    coming: coming.map(item),
  };
}

interface AtWork {
  readonly desk: LeaveDesk;
  readonly reader: Reader;
}

async function decide(
  request: Decide,
  { desk, reader }: AtWork,
  { workbook }: Ports,
): Promise<LeaveRegisterResponse> {
  const leave = findLeave(desk, request.leaveId);
  const decision = checkedDecision(request, leave, reader);
  const { changes, mark, cells } = planDecision(desk, leave, decision);
  await workbook.apply(request.spreadsheetId, changes);
  const { before, after } = mark.kind === 'change' ? mark : { before: '', after: '' };
  const decided = { ...leave, cells };
  return {
    action: 'decide',
    event: decision.event,
    leave: leaveItem({ ...reader, book: withLeave(desk.book, decided) }, decided),
    mark: { kind: mark.kind, before, after },
  };
}

/** The book with this leave as it is now, so that what is said of it holds. */
function withLeave(book: Book, decided: EntryOf<'leave'>): Book {
  const leave = book.entries.leave.map((entry) => (entry.row === decided.row ? decided : entry));
  return { ...book, entries: { ...book.entries, leave } };
}

/** An id that two rows share names neither. */
function findLeave({ book }: LeaveDesk, id: string): EntryOf<'leave'> {
  const [leave, ...others] = book.entries.leave.filter(({ cells }) => cells.id === id);
  if (!leave || others.length > 0) throw new AppError('noLeave', { facts: { id } });
  return leave;
}

function checkedDecision(
  request: Decide,
  { cells }: EntryOf<'leave'>,
  { book, language }: Reader,
): Decision {
  const { event, on = book.today, approver, makeUp = null, reason = null } = request;
  const state = stateOf(cells);
  if (!isDay(on)) throw new AppError('badDay', { facts: { day: on } });
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
  return { event, on, approver: approver ?? null, makeUp, reason };
}

async function apply(
  spreadsheetId: string,
  { desk, reader }: AtWork,
  { workbook }: Ports,
): Promise<LeaveRegisterResponse> {
  const { changes, applied, givenBack, open } = planMarks(desk);
  await workbook.apply(spreadsheetId, changes);
  return {
    action: 'apply',
    ...{ applied, givenBack },
    open: open.map(({ leave, why }) => ({ leave: leaveItem(reader, leave), why })),
  };
}
