// V29, V34 over the attendance rows: statuses, doubled rows, people not on the roster that day.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Place } from '../../workbook/finding';
import { covers, isVacant, termOf, type Term } from '../../model/due';
import { UNREADABLE, type CodedColumn } from '../../workbook/read/read-columns';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import type { MarkIndex } from '../../model/mark-index';
import type { Statuses } from '../../model/statuses';
import type { ReferredTab } from '../../names/name-index';
import { areIdsReadable, idsOf, unknownIdFinding } from './identity';
import { foldWord } from '../../text/clean';
import { UNKNOWN_STATUS, MARKED_TWICE, NOT_ON_ROSTER, POST_VACANT } from './attendance.texts';

export function checkAttendance(book: Book, statuses: Statuses, marks: MarkIndex): Finding[] {
  return [
    ...checkStatuses(book, statuses),
    ...checkDoubled(book, marks),
    ...checkKnown(book, 'sessionId', 'schedule'),
    ...checkKnown(book, 'memberId', 'roster'),
    ...checkOnRoster(book),
  ];
}

/** The rows of which the column has a wrong value, given whether each distinct value is wrong. */
function rowsWith(
  { codes }: CodedColumn,
  isWrong: readonly boolean[],
  filledRows: Int32Array,
): number[] {
  const rows: number[] = [];
  if (!isWrong.includes(true)) return rows;
  const flags = Uint8Array.from(isWrong, Number);
  for (let at = 0; at < filledRows.length; at += 1) {
    const index = filledRows[at] ?? 0;
    const code = codes[index] ?? UNREADABLE;
    if (code >= 0 && flags[code] === 1) rows.push(index);
  }
  return rows;
}

function checkStatuses(book: Book, statuses: Statuses): Finding[] {
  if (statuses.hasUnreadable || statuses.labels.length === 0) return [];
  const { columns, filledRows } = book.attendance;
  const { codes, values } = columns.status;
  const { byWord, doubled } = statuses;
  // A word of several rows is a finding of the statuses tab.
  const isKnown = (word: string): boolean => byWord.has(word) || doubled.has(word);
  const isWrong = values.map((status) => !isKnown(foldWord(status)));
  const choices = statuses.labels.join('、');
  return rowsWith(columns.status, isWrong, filledRows).map((index) =>
    finding(
      UNKNOWN_STATUS,
      placeAt('attendance', index + 2, 'status'),
      values[codes[index] ?? UNREADABLE],
      {
        choices,
      },
    ),
  );
}

function checkKnown(book: Book, column: 'sessionId' | 'memberId', target: ReferredTab): Finding[] {
  const { columns, filledRows } = book.attendance;
  const { codes, values } = columns[column];
  const known = idsOf(book, target);
  const isUnknown = values.map((id) => !known.has(id));
  const count = isUnknown.filter(Boolean).length;
  if (count === 0 || !areIdsReadable(book, target, count)) return [];
  const tell = unknownIdFinding(book, target);
  return rowsWith(columns[column], isUnknown, filledRows).flatMap((index) =>
    tell(placeAt('attendance', index + 2, column), values[codes[index] ?? UNREADABLE]),
  );
}

function checkDoubled(book: Book, marks: MarkIndex): Finding[] {
  const { sessionId, memberId } = book.attendance.columns;
  const tell = (index: number, other: number): Finding => {
    const session = sessionId.values[sessionId.codes[index] ?? UNREADABLE] ?? '';
    const member = memberId.values[memberId.codes[index] ?? UNREADABLE] ?? '';
    const place = placeAt('attendance', index + 2, 'memberId');
    return finding(MARKED_TWICE, place, member, { session, member, other: other + 2 });
  };
  const first = new Map(marks.doubled.map(([index, other]) => [other, index]));
  return [
    ...marks.doubled.map(([index, other]) => tell(index, other)),
    ...Array.from(first, ([other, index]) => tell(other, index)),
  ];
}

function checkOnRoster(book: Book): Finding[] {
  const { columns, filledRows } = book.attendance;
  const { sessionId, memberId } = columns;
  const days = sessionId.values.map((id) => book.sessions.get(id)?.cells.date);
  const members = memberId.values.map((id) => termsOf(book, id));
  if (members.every((terms) => terms === null || terms.some(isAlways))) return [];
  const found: Finding[] = [];
  for (const index of filledRows) {
    const date = days[sessionId.codes[index] ?? UNREADABLE];
    const code = memberId.codes[index] ?? UNREADABLE;
    const terms = members[code];
    if (!date || !terms || terms.some((term) => covers(term, date))) continue;
    const place = placeAt('attendance', index + 2, 'memberId');
    found.push(notOnRoster(book, place, { id: memberId.values[code] ?? '', date }));
  }
  return found;
}

/** The times a person is on the roster; null: that cannot be read, or the id is unknown, which is a finding of another rule. */
function termsOf({ roster }: Book, id: string): (Term | null)[] | null {
  const rows = roster.rowsOf(id);
  return rows.length > 0 && roster.isReadable(id) ? rows.map(({ cells }) => termOf(cells)) : null;
}

const isAlways = (term: Term | null): boolean => term?.from === null && term.to === null;

export function notOnRoster(
  { roster }: Book,
  place: Place,
  { id, date }: { readonly id: string; readonly date: Day },
): Finding {
  const rule = roster.rowsOf(id).every(({ cells }) => isVacant(cells))
    ? POST_VACANT
    : NOT_ON_ROSTER;
  return finding(rule, place, id, { name: roster.nearestRow(id, date)?.cells.name ?? '', date });
}
