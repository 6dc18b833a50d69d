// W22, V34: the roster itself: one id twice on a day, the same person twice, dates the wrong way round, an audience nobody belongs to.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { audienceMatcher, audienceParts, isVacant } from '../../model/due';
import { foldName } from '../../text/clean';
import { text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { listed } from '../../text/listed';

export const SAME_DAY_TWICE: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”有不止一行在同一天有效（第{rows}行）。',
    '「{value}」有不止一列在同一天有效（第{rows}列）。',
    '"{value}" has more than one row valid on the same day (rows {rows}).',
  ),
  suggestion: text(
    '调动的人一段任职一行：前一行填截止日期，后一行从次日起填起始日期；是两个人的，改成不同的编号。',
    '調動的人一段任職一列：前一列填截止日期，後一列從次日起填起始日期；是兩個人的，改成不同的編號。',
    'Whoever changed posts has a row for each: end the first, and begin the next on the day after. Two people need different ids.',
  ),
};
export const ID_OF_TWO: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text(
    '编号“{value}”先后用于不同的人：{names}（第{rows}行）。',
    '編號「{value}」先後用於不同的人：{names}（第{rows}列）。',
    'The id "{value}" is given to different people at different times: {names} (rows {rows}).',
  ),
  suggestion: text(
    '考勤和请假都靠编号对应，不能转给别人：请给后来的人一个新编号。',
    '考勤和請假都靠編號對應，不能轉給別人：請給後來的人一個新編號。',
    'Attendance and leave use the id, so it is never reused: give the later person a new one.',
  ),
};
export const SAME_PERSON_TWICE: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '“{unit}”的“{value}”与第{other}行是同一人（比较时不计空格）。',
    '「{unit}」的「{value}」與第{other}列是同一人（比較時不計空格）。',
    '"{value}" of "{unit}" is also in row {other} (compared without spaces).',
  ),
  suggestion: text(
    '一人一行：请合并，或用起止日期区分任期。',
    '一人一列：請合併，或用起訖日期區分任期。',
    'One row per person: merge them, or separate the terms by dates.',
  ),
};
export const SAME_NAME: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”与第{other}行（{unit}）同名。',
    '「{value}」與第{other}列（{unit}）同名。',
    '"{value}" has the same name as row {other} ({unit}).',
  ),
  suggestion: text(
    '请确认是两个人；一人兼两职的只在主要单位保留一行。',
    '請確認是兩個人；一人兼兩職的只在主要單位保留一列。',
    'Make sure these are two people; someone with two posts has one row, at the main unit.',
  ),
};
export const ENDS_BEFORE_IT_BEGINS: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '截止日期{to}早于起始日期{from}。',
    '截止日期{to}早於起始日期{from}。',
    'The last day {to} is before the first day {from}.',
  ),
  suggestion: text('请核对起止日期。', '請核對起訖日期。', 'Check the two dates.'),
};
export const EMPTY_AUDIENCE: Rule = {
  code: 'W24',
  severity: 'warning',
  source: null,
  message: text(
    '参加范围中的“{part}”不是花名册中的类别或单位，不会通知到任何人。',
    '參加範圍中的「{part}」不是花名冊中的類別或單位，不會通知到任何人。',
    '"{part}" in the audience is not a category or unit of the roster, so it matches no one.',
  ),
  suggestion: text(
    '请按花名册中的类别或单位名称填写。',
    '請按花名冊中的類別或單位名稱填寫。',
    'Use the categories and units of the roster.',
  ),
};

type Member = EntryOf<'roster'>;

export function checkRoster(book: Book): Finding[] {
  return [...checkIds(book), ...checkDates(book), ...checkNames(book), ...checkAudiences(book)];
}

/** A person may have several rows with one id, each for its own time. */
function checkIds(book: Book): Finding[] {
  const groups = groupBy(book.entries.roster, ({ cells: { id } }) => id?.toLowerCase());
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const together = validTogether(book, group);
    if (together.length > 0) return tellIds(SAME_DAY_TWICE, together);
    const people = group.filter(({ cells }) => cells.name !== undefined && !isVacant(cells));
    const names = new Map(people.map(({ cells: { name = '' } }) => [foldName(name), name]));
    return names.size > 1 ? tellIds(ID_OF_TWO, group, { names: listed([...names.values()]) }) : [];
  });
}

/** Rows of which two or more are valid on one day, in order of their first days. Unreadable days are findings already. */
function validTogether(book: Book, group: readonly Member[]): Member[] {
  const dated = group.filter(
    ({ row, cells: { from, to } }) =>
      !['from', 'to'].some((column) => book.isUnreadable('roster', row, column)) &&
      !(from && to && to < from),
  );
  const together = new Set<Member>();
  let longest: Member | null = null;
  for (const member of dated.toSorted(byFirstDay)) {
    if (longest && (member.cells.from ?? '') <= lastDayOf(longest))
      together.add(longest).add(member);
    if (!longest || lastDayOf(member) > lastDayOf(longest)) longest = member;
  }
  return group.filter((member) => together.has(member));
}

/** Days compare as text; a row without a last day is valid for good. */
const lastDayOf = ({ cells: { to } }: Member): string => to ?? '~';

function byFirstDay({ cells: a }: Member, { cells: b }: Member): number {
  const [first, other] = [a.from ?? '', b.from ?? ''];
  return first === other ? 0 : first < other ? -1 : 1;
}

function tellIds(rule: Rule, group: readonly Member[], facts: Finding['facts'] = {}): Finding[] {
  const rows = listed(group.map(({ row }) => String(row)));
  return group.map(({ row, cells }) =>
    finding(rule, placeAt('roster', row, 'id'), cells.id, { rows, ...facts }),
  );
}

function checkDates(book: Book): Finding[] {
  return book.entries.roster.flatMap(({ row, cells: { from, to } }) =>
    from && to && to < from
      ? [finding(ENDS_BEFORE_IT_BEGINS, placeAt('roster', row, 'to'), to, { from, to })]
      : [],
  );
}

function checkNames(book: Book): Finding[] {
  const people = book.entries.roster.filter(({ cells }) => !isVacant(cells));
  const groups = groupBy(people, ({ cells }) => cells.name);
  return [...groups.values()].flatMap((group) =>
    group.length < 2 ? [] : group.flatMap((member) => sameName(member, group)),
  );
}

/** Compared with at most this many namesakes, so that a column of one name stays cheap. */
const NAMESAKES = 20;

function sameName(member: Member, group: readonly Member[]): Finding[] {
  const { id, name, unit = '' } = member.cells;
  const others = group
    .slice(0, NAMESAKES)
    .filter((other) => other !== member && atTheSameTime(member, other))
    .filter((other) => id === undefined || other.cells.id !== id); // one id twice is another rule's finding
  const twin = others.find((other) => sameWords(other.cells.unit ?? '', unit));
  const place = placeAt('roster', member.row, 'name');
  if (twin) return [finding(SAME_PERSON_TWICE, place, name, { unit, other: twin.row })];
  const [other] = others;
  return other
    ? [finding(SAME_NAME, place, name, { unit: other.cells.unit ?? '', other: other.row })]
    : [];
}

function atTheSameTime(a: Member, b: Member): boolean {
  const startsBeforeEnd = (one: Member, other: Member): boolean =>
    !one.cells.from || !other.cells.to || one.cells.from <= other.cells.to;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

const sameWords = (a: string, b: string): boolean => foldName(a) === foldName(b);

function checkAudiences(book: Book): Finding[] {
  if (!book.hasColumn('roster', 'unit') || !book.hasColumn('roster', 'category')) return [];
  const people = book.entries.roster.map(({ cells }) => cells);
  if (people.some((cells) => cells.unit === undefined || cells.category === undefined)) return [];
  const reached = new Map<string, boolean>();
  const reachesNobody = (part: string): boolean => {
    const known = reached.get(part);
    if (known !== undefined) return !known;
    reached.set(part, people.some(audienceMatcher(part)));
    return reachesNobody(part);
  };
  return book.entries.schedule.flatMap(({ row, cells: { audience } }) =>
    (audienceParts(audience) ?? [])
      .filter(reachesNobody)
      .map((part) =>
        finding(EMPTY_AUDIENCE, placeAt('schedule', row, 'audience'), audience, { part }),
      ),
  );
}
