// W22, V34: the roster itself: one id twice on a day, the same person twice, dates the wrong way round, an audience nobody belongs to.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { audienceMatcher, audienceParts, isVacant } from '../../model/due';
import { foldName } from '../../text/clean';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { listed } from '../../text/listed';
import {
  SAME_DAY_TWICE,
  ID_OF_TWO,
  SAME_PERSON_TWICE,
  SAME_NAME,
  ENDS_BEFORE_IT_BEGINS,
  EMPTY_AUDIENCE,
} from './roster.texts';

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
