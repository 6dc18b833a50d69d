// V29, V34 over the attendance rows: statuses, doubled rows, people not on the roster that day.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Place, type Rule } from '../../workbook/finding';
import { covers, isVacant, termOf, type Term } from '../../model/due';
import { text } from '../../text/language';
import { UNREADABLE, type CodedColumn } from '../../workbook/read/read-columns';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import type { MarkIndex } from '../../model/mark-index';
import type { StatusMeanings } from '../../model/status-meanings';
import { areIdsReadable, idsOf, unknownIdFinding, type ReferredTab } from './identity';
import { foldWord } from '../../text/clean';

export const UNKNOWN_STATUS: Rule = {
  code: 'V29',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”不是“考勤状态”中的状态。',
    '「{value}」不是「考勤狀態」中的狀態。',
    '"{value}" is not a status in Statuses.',
  ),
  suggestion: text(
    '请从下拉列表选择：{choices}。',
    '請從下拉清單選擇：{choices}。',
    'Choose one of: {choices}.',
  ),
};
export const MARKED_TWICE: Rule = {
  code: 'V29',
  severity: 'error',
  source: null,
  message: text(
    '{member}在{session}有不止一行考勤（另见第{other}行）。',
    '{member}在{session}有不止一列考勤（另見第{other}列）。',
    '{member} has more than one row for {session} (see row {other}).',
  ),
  suggestion: text(
    '每人每期只保留一行。',
    '每人每期只保留一列。',
    'Keep one row per person and session.',
  ),
};
export const NOT_ON_ROSTER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '{date}当天“{value}”（{name}）不在册。',
    '{date}當天「{value}」（{name}）不在冊。',
    '"{value}" ({name}) was not on the roster on {date}.',
  ),
  suggestion: text(
    '请核对人员编号，或更正花名册的起止日期。',
    '請核對人員編號，或更正花名冊的起訖日期。',
    'Check the member id, or correct the dates on the roster.',
  ),
};
export const POST_VACANT: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”是空缺职务，不能登记。',
    '「{value}」是空缺職務，不能登記。',
    '"{value}" is a vacant post; nobody can be entered for it.',
  ),
  suggestion: text(
    '请核对人员编号；到任后先更新花名册。',
    '請核對人員編號；到任後先更新花名冊。',
    'Check the member id; when the post is filled, update the roster first.',
  ),
};

export function checkAttendance(book: Book, statuses: StatusMeanings, marks: MarkIndex): Finding[] {
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

function checkStatuses(book: Book, statuses: StatusMeanings): Finding[] {
  if (statuses.hasUnreadable || statuses.labels.length === 0) return [];
  const { columns, filledRows } = book.attendance;
  const { codes, values } = columns.status;
  const isWrong = values.map((status) => !statuses.byWord.has(foldWord(status)));
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
  return rowsWith(columns[column], isUnknown, filledRows).map((index) =>
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
