import type { Book } from '#core/model/book';
import type { LeaveItem } from '#core/contract/leave-register';
import { suggestedApprover } from '#core/leave/approvers';
import { formatConcern } from '#core/leave/concerns';
import { leaveContent } from '#core/leave/find-leave';
import type { LeaveLine } from '#core/leave/leave-line';
import { possibleEvents } from '#core/model/leave-state';
import { LEAVE_STATE_TEXTS } from '#core/leave/leave.texts';
import type { Language } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';

export interface WorkbookView {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly language: Language;
}

/** A leave with the names a clerk sees. */
export function leaveItem({ book, snapshot, language }: WorkbookView, line: LeaveLine): LeaveItem {
  const { row, cells, session, member, state, kind } = line;
  return {
    id: cells.id ?? '',
    row,
    content: leaveContent(cells),
    name: member.name ?? cells.memberId ?? '',
    unit: member.unit ?? '',
    session: { id: cells.sessionId ?? '', title: session.title ?? '', date: line.date ?? '' },
    kind: kind === null ? '' : TABS.leave.columns.kind.choices[kind][language],
    minutes: line.minutes,
    reason: cells.reason ?? '',
    state,
    stateLabel: LEAVE_STATE_TEXTS[state][language],
    approver: cells.approver ?? (state === 'pending' ? suggested(book, line) : ''),
    makeUp: cells.makeUp ?? '',
    concerns: line.concerns.map((concern) => formatConcern(concern, language)),
    events: possibleEvents(state),
    sheetId: tableOf(snapshot, 'leave').sheetId,
    cell: cellName(row, book.positions.get('leave')?.get('decision') ?? 0),
  };
}

/** By the post of today, on which it would be decided. The clerk may put another. */
function suggested(book: Book, { cells, member, kind }: LeaveLine): string {
  const { today } = book;
  const asker = book.roster.nearestRow(cells.memberId ?? '', today)?.cells ?? member;
  return suggestedApprover(book, asker, { kind, on: today }) ?? '';
}
