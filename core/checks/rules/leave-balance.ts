// V30, V33 across tabs: marks of leave without a leave, and people on leave for too much of the year.
import { yearOf, type Day } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import { wholeLeaves } from '../../model/leave-extent';
import { isTooMuch, shownFraction } from '../../leave/leave-share';
import { audienceMatcher, isOnRoster } from '../../model/due';
import type { Text } from '../../text/language';
import { LEAVE } from '../../workbook/tabs/leave';
import { UNREADABLE } from '../../workbook/read/read-columns';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import type { Statuses } from '../../model/statuses';
import { foldWord } from '../../text/clean';
import { LEAVE_NOT_RECORDED, TOO_MUCH_LEAVE } from './leave-balance.texts';

type Leave = EntryOf<'leave'>;
const pair = (sessionId = '', memberId = ''): string => `${sessionId}|${memberId}`;

export function checkLeaveMarks(book: Book, statuses: Statuses): Finding[] {
  const leaves = book.entries.leave;
  if (leaves.length === 0) return []; // a programme that keeps no leave register
  const known = new Set<string>();
  for (const [key, ofPair] of groupBy(leaves, ({ cells }) =>
    pair(cells.sessionId, cells.memberId),
  )) {
    const isUnclear = ofPair.some(
      ({ row }) =>
        book.isUnreadable('leave', row, 'decision') || book.isUnreadable('leave', row, 'kind'),
    );
    if (isUnclear) known.add(`${key}|`);
    const approved = ofPair.filter(({ cells }) => cells.decision === 'approved');
    for (const { cells } of wholeLeaves(book, approved)) known.add(`${key}|${cells.kind ?? ''}`);
  }
  const unreadable = leaves.filter(({ cells }) => !cells.sessionId || !cells.memberId).length;
  const found = unrecorded(book, statuses, known);
  return found.length > unreadable ? found : [];
}

function unrecorded(book: Book, statuses: Statuses, known: ReadonlySet<string>): Finding[] {
  const { columns, filledRows } = book.attendance;
  const { sessionId, memberId, status } = columns;
  const kinds = status.values.map((label) => statuses.byWord.get(foldWord(label))?.leave ?? null);
  if (kinds.every((kind) => kind === null)) return [];
  const found: Finding[] = [];
  for (const index of filledRows) {
    const code = status.codes[index] ?? UNREADABLE;
    const kind = kinds[code];
    const session = sessionId.values[sessionId.codes[index] ?? UNREADABLE];
    const member = memberId.values[memberId.codes[index] ?? UNREADABLE];
    if (!kind || session === undefined || member === undefined) continue;
    const key = pair(session, member);
    if (known.has(`${key}|${kind}`) || known.has(`${key}|`)) continue;
    const place = placeAt('attendance', index + 2, 'status');
    found.push(finding(LEAVE_NOT_RECORDED, place, status.values[code], { kind: kindName(kind) }));
  }
  return found;
}

function kindName(kind: keyof typeof LEAVE.columns.kind.choices): Text {
  return LEAVE.columns.kind.choices[kind];
}

export function checkLeaveShare(book: Book): Finding[] {
  const sessions = book.entries.schedule.filter(
    ({ cells }) => cells.date !== undefined && cells.state !== 'cancelled',
  );
  const calls = sessions.map(({ cells }) => ({
    id: cells.id,
    date: cells.date,
    isInvited: audienceMatcher(cells.audience),
  }));
  const years = groupBy(calls, ({ date }) => (date ? String(yearOf(date)) : null));
  const byMember = groupBy(
    book.entries.leave.filter(({ cells }) => cells.decision === 'approved'),
    ({ cells }) => cells.memberId,
  );
  return [...byMember].flatMap(([memberId, leaves]) =>
    [...years].flatMap(([year, ofYear]) => checkShare(book, memberId, { leaves, year, ofYear })),
  );
}

interface Call {
  readonly id: string | undefined;
  readonly date: Day | undefined;
  readonly isInvited: ReturnType<typeof audienceMatcher>;
}

interface Year {
  readonly year: string;
  readonly ofYear: readonly Call[];
  readonly leaves: readonly Leave[];
}

function checkShare(book: Book, memberId: string, { leaves, year, ofYear }: Year): Finding[] {
  const { roster, today } = book;
  const member = roster.nearestRow(memberId, today);
  if (!member || !roster.isReadable(memberId)) return [];
  const rows = roster.rowsOf(memberId);
  const due = ofYear.filter(({ date, isInvited }) =>
    rows.some(({ cells }) => date && isOnRoster(cells, date) && isInvited(cells)),
  );
  const bySession = groupBy(leaves, ({ cells }) => cells.sessionId);
  const onLeave = new Set(
    [...bySession].flatMap(([id, ofPair]) => (wholeLeaves(book, ofPair).length > 0 ? [id] : [])),
  );
  const count = due.filter(({ id }) => id !== undefined && onLeave.has(id)).length;
  const limit = book.settings.leaveShare;
  if (!isTooMuch({ leaves: count, due: due.length }, limit)) return [];
  const facts = { year, total: due.length, leaves: count, limit: shownFraction(limit) };
  return [finding(TOO_MUCH_LEAVE, placeAt('roster', member.row, 'name'), member.cells.name, facts)];
}
