import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { LeaveRegisterResponse } from '#core/contract/leave-register';
import { searchLeave, openLeave } from '#core/leave/leave-line';
import { buildLeaveRegister as register } from '#core/leave/register-sheet';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { requestLeave } from './request-leave';
import {
  applyDecisions,
  decideLeave,
  decideLeaves,
  type LeaveDecisionContext,
} from './decide-leave';
import { leaveItem, type WorkbookView } from './leave-item';
import { writeReport } from '../runtime/write-report';
import type { OpenedWorkbook, UseCase } from '../runtime/use-case';
import { optimisticWrite } from '../runtime/optimistic-write';

const REQUIRED: readonly TabKey[] = [
  'leave',
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'log',
];

const TABS: readonly TabKey[] = [...REQUIRED, 'approvers'];

const REPORT = 'report-leave' as const;

/** Leave from request to make-up: what is open, one decision with the mark it changes, all typed decisions, the register. */
export const leaveRegister: UseCase<'leaveRegister'> = {
  tabs: TABS,
  reports: ({ action }) => (action === 'report' ? [REPORT] : []),
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const now = ports.clock.now();
    const local = toLocalTime(now, opened.settings.timeZone);
    const { book } = readBook(opened.snapshot.tables, local.day);
    const { snapshot } = opened;
    const view: WorkbookView = { book, snapshot, language: opened.language };
    if (request.action === 'list') return list(view);
    if (request.action === 'find') {
      const leaves = searchLeave(book, request.wanted).map((line) => leaveItem(view, line));
      return { action: 'find', leaves };
    }
    if (request.action === 'report') {
      const make = (newest: Snapshot) => {
        const { book: newestBook } = readBook(newest.tables, local.day);
        const { sheet, ...counted } = register(newestBook, `${local.day} ${local.time}`);
        return { key: REPORT, sheet, answer: { action: request.action, ...counted } };
      };
      return writeReport(make, opened, ports);
    }
    const contextOf = (newest: Snapshot) => decisionContext(newest, opened, now);
    const decide = (newest: Snapshot) => {
      if (request.action === 'decideMany')
        return decideLeaves(request.decisions, newest, contextOf);
      const at = contextOf(newest);
      if (request.action === 'ask') return requestLeave(request, at.context);
      return request.action === 'apply' ? applyDecisions(at) : decideLeave(request, at);
    };
    return optimisticWrite(
      request.spreadsheetId,
      { read: opened.reread, decide, whenBusy: 'writeConflict' },
      ports,
    );
  },
};

function decisionContext(
  snapshot: Snapshot,
  { settings, language, caller }: OpenedWorkbook,
  now: Date,
): LeaveDecisionContext {
  const { day, time } = toLocalTime(now, settings.timeZone);
  const { book } = readBook(snapshot.tables, day);
  const context = { book, snapshot, who: caller.email, at: now.toISOString() };
  return { context, view: { book, snapshot, language }, time };
}

function list(view: WorkbookView): LeaveRegisterResponse {
  const { book } = view;
  const open = openLeave(book);
  const item = (line: (typeof open.pending)[number]) => leaveItem(view, line);
  return {
    action: 'list',
    pending: open.pending.map(item),
    toClose: open.toClose.map(item),
    toMakeUp: open.toMakeUp.map(item),
    coming: open.coming.map(item),
  };
}
