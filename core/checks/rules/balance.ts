// V32: after a session everybody due has one row: 应到 = 实到 + 请假 + 缺席.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { dueFinder } from '../../model/due-finder';
import { text } from '../../text/language';
import { UNREADABLE } from '../../workbook/read/read-columns';
import type { Book, EntryOf } from '../../model/book';
import { NO_ROW, type MarkIndex } from '../../model/mark-index';
import { placeAt } from '../../model/place-at';
import type { Statuses, StatusMeaning } from '../../model/statuses';
import { listed } from '../../text/listed';
import { foldWord } from '../../text/clean';

export const DOES_NOT_BALANCE: Rule = {
  code: 'V32',
  severity: 'error',
  source: null,
  message: text(
    '应到{due}人 ≠ 实到{present}人 + 请假{leave}人 + 缺席{absent}人：{missing}人没有考勤（{names}）。',
    '應到{due}人 ≠ 實到{present}人 + 請假{leave}人 + 缺席{absent}人：{missing}人沒有考勤（{names}）。',
    '{due} due ≠ {present} present + {leave} on leave + {absent} absent: {missing} without a row ({names}).',
  ),
  suggestion: text(
    '请补登这些人的考勤，或核对参加范围。',
    '請補登這些人的考勤，或核對參加範圍。',
    'Enter a row for each of them, or check the audience.',
  ),
};

export function checkBalance(book: Book, statuses: Statuses, marks: MarkIndex): Finding[] {
  if (!book.hasColumn('roster', 'id') || !book.hasColumn('attendance', 'memberId')) return [];
  const findDue = certainlyDue(book, marks);
  const { codes, values } = book.attendance.columns.status;
  const kinds = values.map((status) => kindOf(statuses.byWord.get(foldWord(status))));
  return book.entries.schedule.flatMap((session) => {
    if (!isHeld(session, book)) return [];
    const id = session.cells.id ?? '';
    const number = marks.sessionAt(id);
    const due = findDue(session);
    const marked = due.map((person) => {
      const row = marks.rowAt(number, person.number);
      return row === NO_ROW ? 'none' : (kinds[codes[row] ?? UNREADABLE] ?? 'unclear');
    });
    const isComplete =
      marked.reduce((n, kind) => (kind === 'none' ? n + 1 : n), 0) <= marks.unplaced(id);
    return isComplete ? [] : [toFinding(session, due, marked)];
  });
}

function isHeld({ row, cells }: EntryOf<'schedule'>, book: Book): boolean {
  const { id, date, state } = cells;
  const isClear = !book.isUnreadable('schedule', row, 'audience');
  return (
    isClear && id !== undefined && state === 'held' && date !== undefined && date <= book.today
  );
}

/** `unclear`: there is a row, but its status cannot be read or has no known meaning; that is a finding of its own. */
type Kind = 'present' | 'leave' | 'absent' | 'notCounted' | 'unclear' | 'none';

function kindOf(meaning: StatusMeaning | undefined): Kind {
  if (!meaning) return 'unclear';
  const { treatment, presence, attended } = meaning;
  if (treatment === 'notCounted') return 'notCounted';
  if (attended) return 'present';
  if (presence === null) return 'unclear';
  return presence === 'absent' ? 'absent' : 'leave';
}

interface DuePerson {
  readonly name: string;
  /** In the mark index. */
  readonly number: number;
}

type FindPeople = (session: EntryOf<'schedule'>) => readonly DuePerson[];

/** Finds those due among the people of whom it is certain when they are on the roster and to whom they belong. */
function certainlyDue({ roster }: Book, marks: MarkIndex): FindPeople {
  const certain = roster.ids.filter(
    (id) =>
      roster.isReadable(id) &&
      roster
        .rowsOf(id)
        .every(({ cells }) => cells.unit !== undefined && cells.category !== undefined),
  );
  const rows = certain.flatMap((id, identity) =>
    roster.rowsOf(id).map(({ cells }) => ({
      cells,
      identity,
      name: cells.name ?? '',
      number: marks.memberAt(id),
    })),
  );
  const findDue = dueFinder(
    rows.map(({ cells }) => cells),
    Int32Array.from(rows, ({ identity }) => identity),
  );
  return ({ cells: { date, audience = null } }) =>
    date === undefined ? [] : findDue({ date, audience }).flatMap((at) => rows[at] ?? []);
}

function toFinding(
  { row, cells }: EntryOf<'schedule'>,
  due: readonly DuePerson[],
  marked: readonly Kind[],
): Finding {
  const countOf = (kind: Kind): number => marked.filter((one) => one === kind).length;
  const missing = due.filter((_, index) => marked[index] === 'none').map(({ name }) => name);
  const facts = {
    due: due.length - countOf('notCounted'),
    present: countOf('present'),
    leave: countOf('leave'),
    absent: countOf('absent'),
    missing: missing.length,
    names: listed(missing),
  };
  return finding(DOES_NOT_BALANCE, placeAt('schedule', row, 'state'), cells.id, facts);
}
