import type { Book, EntryOf } from '#core/checks/book';
import type { LeaveItem } from '#core/contract/leave-register';
import { approverRule } from '#core/leave/approvers';
import { sayConcern } from '#core/leave/concerns';
import { contentOf } from '#core/leave/find-leave';
import { leaveLine } from '#core/leave/leave-line';
import { possibleEvents } from '#core/leave/life';
import { STATE_WORDS } from '#core/leave/words';
import type { Language } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';

export interface Reader {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly language: Language;
}

/** A leave with the names a clerk sees. */
export function leaveItem(
  { book, snapshot, language }: Reader,
  entry: Pick<EntryOf<'leave'>, 'row' | 'cells'>,
): LeaveItem {
  const line = leaveLine(book, { ...entry, whole: null });
  const { cells, session, member, state, kind } = line;
  return {
    ...{ id: cells.id ?? '', row: entry.row, content: contentOf(cells) },
    name: member.name ?? cells.memberId ?? '',
    unit: member.unit ?? '',
    session: { id: cells.sessionId ?? '', title: session.title ?? '', date: line.date ?? '' },
    kind: kind === null ? '' : TABS.leave.columns.kind.choices[kind][language],
    minutes: line.minutes,
    reason: cells.reason ?? '',
    state,
    stateLabel: STATE_WORDS[state][language],
    approver: cells.approver ?? (state === 'pending' ? entitled(book, line) : ''),
    makeUp: cells.makeUp ?? '',
    concerns: line.concerns.map((concern) => sayConcern(concern, language)),
    events: possibleEvents(state),
    sheetId: tableOf(snapshot, 'leave').sheetId,
    cell: cellName(entry.row, book.positions.get('leave')?.get('decision') ?? 0),
  };
}

/** The first whom the rules name; the clerk may put another. */
function entitled(book: Book, { member, kind }: ReturnType<typeof leaveLine>): string {
  const rule = approverRule(book, member, kind);
  return rule?.approver?.split(/[、,，;；\n]/)[0]?.trim() ?? '';
}
