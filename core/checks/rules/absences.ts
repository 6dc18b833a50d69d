// V33: people who are absent without leave, late or early away too often within a year. How often is a setting.
import { yearOf } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { leaveGrantsIn } from '../../leave/leave-grants';
import { UNREADABLE } from '../../workbook/read/read-columns';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import type { Presence, Statuses, StatusMeaning } from '../../model/statuses';
import { foldWord } from '../../text/clean';
import { TOO_MANY_ABSENCES, TOO_OFTEN_LATE } from './absences.texts';

type Kind = Extract<Presence, 'absent' | 'late'>;

function isOf(kind: Kind, meaning: StatusMeaning | undefined): boolean {
  return meaning?.treatment === 'due' && meaning.presence === kind;
}

export function checkAbsences(book: Book, statuses: Statuses): Finding[] {
  const { absenceLimit, lateLimit } = book.settings;
  return [
    ...tooOften(book, count(book, statuses, 'absent'), {
      rule: TOO_MANY_ABSENCES,
      limit: absenceLimit,
    }),
    ...tooOften(book, count(book, statuses, 'late'), { rule: TOO_OFTEN_LATE, limit: lateLimit }),
  ];
}

/** By member and year, as `R001|2026`. Rows are counted by their codes, without a text for each of them. */
function count(book: Book, statuses: Statuses, kind: Kind): Map<string, number> {
  const { columns, filledRows } = book.attendance;
  const { sessionId, memberId, status } = columns;
  const isMeant = status.values.map((label) => isOf(kind, statuses.byWord.get(foldWord(label))));
  const counts = new Map<string, number>();
  if (!isMeant.includes(true)) return counts;
  const years = sessionId.values.map((id) => yearOfSession(book, id));
  const granted = leaveGrantsIn(book.entries.leave, book);
  const leave = sessionId.values.map((id) => granted(id));
  for (const index of filledRows) {
    if (isMeant[status.codes[index] ?? UNREADABLE] !== true) continue;
    const year = years[sessionId.codes[index] ?? UNREADABLE];
    const member = memberId.values[memberId.codes[index] ?? UNREADABLE];
    if (!year || member === undefined) continue;
    const isOnLeave = leave[sessionId.codes[index] ?? UNREADABLE]?.get(member) === 'whole';
    if (kind === 'absent' && isOnLeave) continue;
    const key = `${member}|${year}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Null for a session that is unknown, undated or cancelled. */
function yearOfSession(book: Book, id: string): number | null {
  const session = book.sessions.get(id)?.cells;
  return session?.date === undefined || session.state === 'cancelled' ? null : yearOf(session.date);
}

/** A limit of 0 says nothing. */
function tooOften(
  book: Book,
  counts: ReadonlyMap<string, number>,
  { rule, limit }: { readonly rule: Rule; readonly limit: number },
): Finding[] {
  if (limit === 0) return [];
  return [...counts].flatMap(([key, times]) => {
    const [id = '', year = ''] = key.split('|');
    const member = book.roster.nearestRow(id, book.today);
    if (!member || times < limit) return [];
    const facts = { year, count: times, limit };
    return [finding(rule, placeAt('roster', member.row, 'name'), member.cells.name ?? id, facts)];
  });
}
