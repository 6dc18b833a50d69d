// V32: after a session everybody due has one row: 应到 = 实到 + 请假 + 缺席.
import { finding, type Finding, type Rule } from '../../finding';
import { audienceMatcher, covers } from '../../roster/due';
import { text } from '../../text/language';
import { REFUSED } from '../../workbook/read-columns';
import type { Book, EntryOf } from '../book';
import type { MarkIndex } from '../mark-index';
import { at } from '../place';
import { foldStatus, type StatusBook, type StatusMeaning } from '../status-book';
import { memberWithTerm } from './attendance';
import { listed } from './identity';

// prettier-ignore
export const DOES_NOT_BALANCE: Rule = {
  code: 'V32', severity: 'error', source: null,
  message: text('应到{due}人 ≠ 实到{present}人 + 请假{leave}人 + 缺席{absent}人：{missing}人没有考勤（{names}）。', '應到{due}人 ≠ 實到{present}人 + 請假{leave}人 + 缺席{absent}人：{missing}人沒有考勤（{names}）。', '{due} due ≠ {present} present + {leave} on leave + {absent} absent: {missing} without a row ({names}).'),
  suggestion: text('请补登这些人的考勤，或核对参加范围。', '請補登這些人的考勤，或核對參加範圍。', 'Enter a row for each of them, or check the audience.'),
};

export function checkBalance(book: Book, statuses: StatusBook, marks: MarkIndex): Finding[] {
  if (!book.hasColumn('roster', 'id') || !book.hasColumn('attendance', 'memberId')) return [];
  const people = certainMembers(book);
  const { codes, values } = book.attendance.columns.status;
  const meanings = values.map((status) => statuses.meanings.get(foldStatus(status)));
  return book.entries.schedule.flatMap((session) => {
    if (!isHeld(session, book)) return [];
    const balance = balanceOf(session, people, (memberId) => {
      const row = marks.rowOf(session.cells.id ?? '', memberId);
      if (row === null) return 'none';
      return meanings[codes[row] ?? REFUSED] ?? 'unclear';
    });
    const isExplained = balance.missing.length <= marks.unplaced(session.cells.id ?? '');
    return isExplained ? [] : [toFinding(session, balance)];
  });
}

function isHeld({ row, cells }: EntryOf<'schedule'>, book: Book): boolean {
  const { id, date, state } = cells;
  const isClear = !book.isRefused('schedule', row, 'audience');
  return (
    isClear && id !== undefined && state === 'held' && date !== undefined && date <= book.today
  );
}

type Person = NonNullable<ReturnType<typeof memberWithTerm>> & EntryOf<'roster'>['cells'];

/** People of whom it is certain when they are on the roster and to whom they belong. */
function certainMembers(book: Book): Person[] {
  return [...book.members].flatMap(([id, { cells }]) => {
    const member = memberWithTerm(book, id);
    const isCertain = member && cells.unit !== undefined && cells.category !== undefined;
    return isCertain ? [{ ...cells, ...member }] : [];
  });
}

interface Balance {
  due: number;
  present: number;
  leave: number;
  absent: number;
  readonly missing: string[];
}

/** `unclear`: there is a row, but its status cannot be read; that is a finding of its own. */
type Mark = StatusMeaning | 'none' | 'unclear';

function balanceOf(
  { cells }: EntryOf<'schedule'>,
  people: readonly Person[],
  markOf: (memberId: string) => Mark,
): Balance {
  const balance: Balance = { due: 0, present: 0, leave: 0, absent: 0, missing: [] };
  const isInvited = audienceMatcher(cells.audience);
  for (const person of people) {
    if (!cells.date || !covers(person.term, cells.date) || !isInvited(person)) continue;
    count(balance, markOf(person.id), person.name);
  }
  return balance;
}

function count(balance: Balance, mark: Mark, name: string): void {
  if (typeof mark === 'object' && mark.treatment === 'notCounted') return;
  balance.due += 1;
  if (mark === 'none') balance.missing.push(name);
  else if (mark === 'unclear') return;
  else if (mark.attended) balance.present += 1;
  else if (mark.leave || mark.treatment === 'excused') balance.leave += 1;
  else balance.absent += 1;
}

function toFinding({ row, cells }: EntryOf<'schedule'>, balance: Balance): Finding {
  const { due, present, leave, absent, missing } = balance;
  const facts = { due, present, leave, absent, missing: missing.length, names: listed(missing) };
  return finding(DOES_NOT_BALANCE, at('schedule', row, 'state'), cells.id, facts);
}
