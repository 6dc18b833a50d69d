// V30, V33 across tabs: marks of leave without a leave, leave of people who came, and people on leave for too much of the year.
import { yearOf, type Day } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import { wholeLeaves } from '../../model/leave-extent';
import { attendedOnLeave } from '../../leave/attended-on-leave';
import { isTooMuch, leaveShares, shownFraction } from '../../leave/leave-share';
import type { Text } from '../../text/language';
import { LEAVE } from '../../workbook/tabs/leave';
import { UNREADABLE } from '../../workbook/read/read-columns';
import type { Book } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import type { Statuses } from '../../model/statuses';
import { foldWord } from '../../text/clean';
import { ATTENDED_ON_LEAVE, LEAVE_NOT_RECORDED, TOO_MUCH_LEAVE } from './leave-balance.texts';

const pair = (sessionId = '', memberId = ''): string => `${sessionId}|${memberId}`;

export function checkLeaveMarks(book: Book, statuses: Statuses): Finding[] {
  const leaves = book.entries.leave;
  const since = registerBegins(book);
  if (since === null) return []; // a programme that keeps no leave register
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
  const found = unrecorded(book, statuses, { known, since });
  return found.length > unreadable ? found : [];
}

/** The first session that has leave in the tab. Marks of earlier sessions may be from a time when leave was kept elsewhere. */
function registerBegins({ entries, sessions }: Book): Day | null {
  const days = entries.leave.flatMap(
    ({ cells }) => sessions.get(cells.sessionId ?? '')?.cells.date ?? [],
  );
  return days.sort()[0] ?? null;
}

interface Register {
  /** Session, person and kind of each leave; without the kind where it is unclear. */
  readonly known: ReadonlySet<string>;
  readonly since: Day;
}

function unrecorded(book: Book, statuses: Statuses, { known, since }: Register): Finding[] {
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
    const date = book.sessions.get(session)?.cells.date;
    if (date && date < since) continue;
    if (known.has(`${key}|${kind}`) || known.has(`${key}|`)) continue;
    const place = placeAt('attendance', index + 2, 'status');
    found.push(finding(LEAVE_NOT_RECORDED, place, status.values[code], { kind: kindName(kind) }));
  }
  return found;
}

function kindName(kind: keyof typeof LEAVE.columns.kind.choices): Text {
  return LEAVE.columns.kind.choices[kind];
}

/** Leave for the whole session of people who are marked as attended. */
export function checkAttendedOnLeave(book: Book): Finding[] {
  const attended = attendedOnLeave(book);
  return book.entries.leave.flatMap(({ row, cells }) => {
    const mark = attended.get(row);
    if (!mark) return [];
    const facts = { session: cells.sessionId ?? '', status: mark.status ?? '', row: mark.row };
    const place = placeAt('leave', row, 'decision');
    return [finding(ATTENDED_ON_LEAVE, place, book.rawCell('leave', row, 'decision'), facts)];
  });
}

export function checkLeaveShare(book: Book): Finding[] {
  const shareOf = leaveShares(book);
  const limit = book.settings.leaveShare;
  const years = yearsOf(book);
  const people = new Set(book.entries.leave.flatMap(({ cells }) => cells.memberId ?? []));
  return [...people].flatMap((memberId) => {
    const member = book.roster.nearestRow(memberId, book.today);
    if (!member) return [];
    const place = placeAt('roster', member.row, 'name');
    return years.flatMap((year) => {
      const share = shareOf(memberId, year);
      if (!isTooMuch(share, limit)) return [];
      const { due: total, leaves } = share;
      const facts = { year: String(year), total, leaves, limit: shownFraction(limit) };
      return [finding(TOO_MUCH_LEAVE, place, member.cells.name, facts)];
    });
  });
}

const yearsOf = ({ entries }: Book): number[] => [
  ...new Set(entries.schedule.flatMap(({ cells: { date } }) => (date ? [yearOf(date)] : []))),
];
