// V09, V25 and the state of a session: numbers, the approved plan, and whether it can have been held.
import { yearOf } from '../../calendar/day';
import { acceptWithReason, finding, type Finding, type Rule } from '../../workbook/finding';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  NUMBER_REPEATED,
  NUMBER_OUT_OF_ORDER,
  NUMBER_SKIPPED,
  NUMBER_MISSING,
  NOT_IN_PLAN,
  HELD_IN_FUTURE,
  STILL_PLANNED,
} from './programme-order.texts';

type Session = EntryOf<'schedule'>;

export function checkProgrammeOrder(book: Book): Finding[] {
  const live = book.entries.schedule.filter(
    ({ row, cells }) => cells.state !== 'cancelled' && !book.isUnreadable('schedule', row, 'state'),
  );
  const years = groupBy(live, ({ cells }) =>
    cells.date === undefined ? null : String(yearOf(cells.date)),
  );
  const numbered = [...years.values()].flatMap((sessions) => checkNumbers(book, sessions));
  return [
    ...numbered.map(({ session, found }) => acceptWithReason(found, session.cells.exceptionReason)),
    ...live.flatMap((session) => [...checkPlan(book, session), ...checkState(book, session)]),
  ];
}

interface About {
  readonly session: Session;
  readonly found: Finding;
}

function checkNumbers(book: Book, sessions: readonly Session[]): About[] {
  const numbered = sessions
    .filter(({ cells }) => typeof cells.number === 'number')
    .toSorted(byDate);
  if (numbered.length === 0) return [];
  const blank = sessions.filter(
    ({ row, cells }) => cells.number === undefined && !book.isUnreadable('schedule', row, 'number'),
  );
  return [
    ...blank.map((session) => about(NUMBER_MISSING, session)),
    ...repeated(numbered),
    ...outOfOrder(book, numbered),
  ];
}

function byDate(a: Session, b: Session): number {
  const key = ({ cells }: Session): string =>
    `${cells.date ?? ''} ${cells.start ?? ''} ${cells.id ?? ''}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function repeated(numbered: readonly Session[]): About[] {
  const groups = groupBy(numbered, ({ cells }) => String(cells.number));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const others = group.map(({ cells }) => cells.id ?? '').join('、');
      return group.map((session) => about(NUMBER_REPEATED, session, { others }));
    });
}

/** Each number against the one before it; a repeated number is reported as repeated, not as out of order. */
function outOfOrder(book: Book, numbered: readonly Session[]): About[] {
  let last: Session | null = null;
  const found: About[] = [];
  for (const session of numbered) {
    const before = last?.cells.number ?? null;
    const number = session.cells.number ?? 0;
    if (before !== null && number < before)
      found.push(about(NUMBER_OUT_OF_ORDER, session, { before }));
    if (last && before !== null && number > before + 1 && isMissing(book, last, session))
      found.push(about(NUMBER_SKIPPED, session, { before }));
    last = session;
  }
  return found;
}

/** Whether a number between the two is nobody's: neither a cancelled session's, nor that of a row whose number or day is not known. */
function isMissing(book: Book, { cells: from }: Session, { cells: to }: Session): boolean {
  const [first, last] = [from.date ?? '', to.date ?? ''];
  const taken = new Set<number>();
  let unknown = 0;
  for (const { cells } of book.entries.schedule) {
    const { number, date, state } = cells;
    const isLive = date !== undefined && (state === 'planned' || state === 'held');
    if (typeof number !== 'number') {
      if (date === undefined || (first <= date && date <= last)) unknown += 1;
    } else if (!isLive && (date ?? first).slice(0, 4) === first.slice(0, 4)) taken.add(number);
  }
  let missing = (to.number ?? 0) - (from.number ?? 0) - 1;
  for (const number of taken)
    if (number > (from.number ?? 0) && number < (to.number ?? 0)) missing -= 1;
  return missing > unknown;
}

function about(rule: Rule, session: Session, facts: Finding['facts'] = {}): About {
  const place = placeAt('schedule', session.row, 'number');
  return { session, found: finding(rule, place, session.cells.number, facts) };
}

function checkPlan(book: Book, { row, cells }: Session): Finding[] {
  if (!book.hasColumn('schedule', 'planNumber') || cells.planNumber || cells.exceptionReason)
    return [];
  if (
    book.isUnreadable('schedule', row, 'planNumber') ||
    book.isUnreadable('schedule', row, 'exceptionReason')
  )
    return [];
  return [finding(NOT_IN_PLAN, placeAt('schedule', row, 'planNumber'), '')];
}

function checkState(book: Book, { row, cells }: Session): Finding[] {
  const { date, state } = cells;
  if (date === undefined) return [];
  const place = placeAt('schedule', row, 'state');
  if (state === 'held' && date > book.today) return [finding(HELD_IN_FUTURE, place, '', { date })];
  if (state === 'planned' && date < book.today)
    return [finding(STILL_PLANNED, place, '', { date })];
  return [];
}
