import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { LeaveRegisterResponse } from '#core/contract/leave-register';
import { searchLeave, openLeave } from '#core/leave/leave-line';
import { buildLeaveRegister as register } from '#core/leave/register-sheet';
import { planReports } from '#core/report/plan-reports';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { requestLeave } from './request-leave';
import { applyDecisions, decideLeave, type LeaveDecisionContext } from './decide-leave';
import { leaveItem, type WorkbookView } from './leave-item';
import { writeWithRetry, type PlannedWrite } from '../runtime/write-with-retry';
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

const REPORT = 'report-leave';

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
    const reader: WorkbookView = { book, snapshot, language: opened.language };
    if (request.action === 'list') return list(reader);
    if (request.action === 'find') {
      const leaves = searchLeave(book, request.wanted).map((line) => leaveItem(reader, line));
      return { action: 'find', leaves };
    }
    if (request.action === 'report') {
      const decide = (newest: Snapshot): PlannedWrite<LeaveRegisterResponse> => {
        const { sheet, ...counted } = register(
          readBook(newest.tables, local.day).book,
          `${local.day} ${local.time}`,
        );
        const changes = planReports(newest, [{ key: REPORT, sheet }]);
        const [tab] = changes;
        if (!tab) throw new Error('a report has its tab');
        const where = { title: tab.sheet.title, sheetId: tab.sheetId };
        return { changes, result: { action: 'report', ...counted, tab: where } };
      };
      return writeWithRetry(snapshot, { reread: opened.reread, decide }, ports);
    }
    const decide = (newest: Snapshot) => {
      const at = atWork(newest, opened, now);
      if (request.action === 'ask') return requestLeave(request, at.context);
      return request.action === 'apply' ? applyDecisions(at) : decideLeave(request, at);
    };
    return optimisticWrite(
      request.spreadsheetId,
      { read: opened.reread, decide, conflict: 'writeConflict' },
      ports,
    );
  },
};

function atWork(
  snapshot: Snapshot,
  { settings, language, caller }: OpenedWorkbook,
  now: Date,
): LeaveDecisionContext {
  const { day, time } = toLocalTime(now, settings.timeZone);
  const { book } = readBook(snapshot.tables, day);
  const desk = { book, snapshot, who: caller.email, at: now.toISOString() };
  return { context: desk, reader: { book, snapshot, language }, time };
}

function list(reader: WorkbookView): LeaveRegisterResponse {
  const { book } = reader;
  const open = openLeave(book);
  const item = (line: (typeof open.pending)[number]) => leaveItem(reader, line);
  return {
    action: 'list',
    pending: open.pending.map(item),
    toClose: open.toClose.map(item),
    toMakeUp: open.toMakeUp.map(item),
    coming: open.coming.map(item),
  };
}
