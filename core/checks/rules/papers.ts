// V24, V26, V27: what finance asks to see with a session's bills: staff, papers, people paid for.
import type { Day } from '../../calendar/day';
import { finding, type Finding, type Place } from '../../workbook/finding';
import type { Text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import type { HeadCounts } from '../../attendance/head-counts';
import { placeAt } from '../../model/place-at';
import { findStandard, type Standards, type StandardQuery } from '../../model/standards';
import {
  TOO_MANY_STAFF,
  PAPERS_MISSING,
  MORE_PAID_THAN_CAME,
  MORE_PAID_THAN_DUE,
  NOTICE,
  SIGN_IN,
  BILL,
} from './papers.texts';

export function checkPapers(book: Book, standards: Standards, people: HeadCounts): Finding[] {
  return [
    ...book.entries.schedule.flatMap((session) => checkStaff(session, standards, people)),
    ...checkSessionPapers(book),
    ...checkBills(book),
    ...book.entries.expenses.flatMap((expense) => checkHeads(book, expense, people)),
  ];
}

/** The standards without which the number of staff cannot be checked. */
export function standardsForStaff(book: Book): StandardQuery[] {
  return book.entries.schedule.flatMap(({ cells: { date, staffCount } }) =>
    date && staffCount ? [{ item: 'staffRatio', scope: null, day: date } as const] : [],
  );
}

function checkStaff(
  { row, cells }: EntryOf<'schedule'>,
  standards: Standards,
  people: HeadCounts,
): Finding[] {
  const { id = '', date, staffCount, state } = cells;
  if (!date || !staffCount || state === 'cancelled') return [];
  const count = people.atMost(id);
  const ratio = findStandard(standards, { item: 'staffRatio', scope: null, day: date });
  const most = findStandard(standards, { item: 'staffLimit', scope: null, day: date });
  const limits = [
    ...(ratio
      ? [{ limit: Math.floor(count * ratio.value + 1e-9), document: ratio.documentNumber }]
      : []),
    ...(most ? [{ limit: most.value, document: most.documentNumber }] : []),
  ];
  const [strictest] = limits.toSorted((a, b) => a.limit - b.limit);
  if (!strictest || staffCount <= strictest.limit) return [];
  return [
    finding(TOO_MANY_STAFF, placeAt('schedule', row, 'staffCount'), staffCount, {
      people: count,
      ...strictest,
    }),
  ];
}

/** Of sessions held since papers are kept here; what was filed for other sessions says nothing about this one. */
function checkSessionPapers(book: Book): Finding[] {
  const { schedule, expenses, notices } = book.entries;
  const paidFor = new Set(expenses.map(({ cells }) => cells.sessionId));
  const mailed = new Set(
    notices.filter(({ cells }) => cells.state === 'sent').map(({ cells }) => cells.sessionId),
  );
  return schedule.flatMap(({ row, cells }) => {
    const { id, state, date, noticeNumber, signInProof } = cells;
    if (id === undefined || state !== 'held' || !paidFor.has(id) || !areKept(book, date)) return [];
    const lacksNotice = !noticeNumber && !mailed.has(id);
    return [
      ...(lacksNotice ? missing(book, placeAt('schedule', row, 'noticeNumber'), NOTICE) : []),
      ...(signInProof ? [] : missing(book, placeAt('schedule', row, 'signInProof'), SIGN_IN)),
    ];
  });
}

function checkBills(book: Book): Finding[] {
  return book.entries.expenses.flatMap(({ row, cells }) =>
    cells.proof || !areKept(book, cells.date)
      ? []
      : missing(book, placeAt('expenses', row, 'proof'), BILL),
  );
}

function areKept({ settings: { papersFrom } }: Book, day: Day | undefined): boolean {
  return papersFrom !== null && day !== undefined && day >= papersFrom;
}

function missing(book: Book, place: Place, what: Text): Finding[] {
  const isUnknown =
    !book.hasColumn(place.tab, place.column ?? '') ||
    book.isUnreadable(place.tab, place.row, place.column);
  return isUnknown ? [] : [finding(PAPERS_MISSING, place, '', { missing: what })];
}

function checkHeads(
  book: Book,
  { row, cells }: EntryOf<'expenses'>,
  people: HeadCounts,
): Finding[] {
  const { sessionId, headCount } = cells;
  const session = book.sessions.get(sessionId ?? '');
  if (!headCount || !sessionId || session?.cells.state !== 'held') return [];
  const most = people.atMost(sessionId);
  if (headCount <= most) return [];
  const rule = people.isMarked(sessionId) ? MORE_PAID_THAN_CAME : MORE_PAID_THAN_DUE;
  return [finding(rule, placeAt('expenses', row, 'headCount'), headCount, { people: most })];
}
