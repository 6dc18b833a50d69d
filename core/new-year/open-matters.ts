// What last year leaves open and an empty workbook cannot show: sessions to be made up, fees not paid, sessions not held.
import { feesOfSessions, type DatedSession } from '../budget/expected-fees';
import type { Day } from '../calendar/day';
import { makeUpDueOn } from '../leave/make-up';
import type { Book } from '../model/book';
import { inOfficialOrder } from '../model/due';
import type { Cents } from '../money/cents';

export const MATTER_KINDS = ['makeUp', 'fee', 'session'] as const;

export interface OpenMatter {
  readonly kind: (typeof MATTER_KINDS)[number];
  readonly sessionId: string;
  readonly title: string;
  readonly date: Day | null;
  /** Who makes the session up, or taught it; empty where nobody is named. */
  readonly name: string;
  readonly unit: string;
  /** The last day for a make-up. */
  readonly dueOn: Day | null;
  /** The expected fee, before tax. */
  readonly gross: Cents | null;
}

/** `memberIds`: the people of the new year; nobody else makes up a session there. */
export function openMatters(
  book: Book,
  { memberIds, firstDay }: { readonly memberIds: ReadonlySet<string>; readonly firstDay: Day },
): OpenMatter[] {
  return [...openMakeUps(book, memberIds, firstDay), ...unpaidFees(book), ...openSessions(book)];
}

/** In official order. */
function openMakeUps(book: Book, memberIds: ReadonlySet<string>, firstDay: Day): OpenMatter[] {
  const open = book.entries.leave.flatMap(({ cells }) => {
    const { memberId = '' } = cells;
    const dueOn = memberIds.has(memberId) ? makeUpDueOn(book, cells) : null;
    return dueOn === null ? [] : [{ cells, dueOn, memberId }];
  });
  return open
    .map((one) => ({ ...one, person: book.roster.nearestRow(one.memberId, firstDay)?.cells ?? {} }))
    .toSorted((a, b) => inOfficialOrder(a.person, b.person))
    .map(({ cells, dueOn, memberId, person }) => ({
      ...ofSession(book, cells.sessionId ?? ''),
      kind: 'makeUp',
      name: person.name ?? memberId,
      unit: person.unit ?? '',
      dueOn,
      gross: null,
    }));
}

/** Held, with a fee to expect, and no expense that pays it. */
function unpaidFees(book: Book): OpenMatter[] {
  const held = byDate(book).filter(({ session }) => session.cells.state === 'held');
  return feesOfSessions(book, held).map(({ session, gross }) => {
    const speaker = book.speakers.get(session.cells.speakerId ?? '')?.cells;
    return {
      ...ofSession(book, session.cells.id ?? ''),
      kind: 'fee',
      name: speaker?.name ?? session.cells.speakerId ?? '',
      unit: speaker?.unit ?? '',
      dueOn: null,
      gross,
    };
  });
}

/**
 * Still planned: before the new year nobody said whether they were held, and from then on they are not in the new schedule. Those without
 * a date come last.
 */
function openSessions(book: Book): OpenMatter[] {
  const undated = book.entries.schedule.filter(({ cells }) => !cells.date);
  const sessions = [...byDate(book).map(({ session }) => session), ...undated];
  return sessions.flatMap((session): OpenMatter[] => {
    const { id: sessionId = '', state, speakerId, title = '', date = null } = session.cells;
    if (state !== 'planned') return [];
    const speaker = book.speakers.get(speakerId ?? '')?.cells;
    const who = { name: speaker?.name ?? speakerId ?? '', unit: speaker?.unit ?? '' };
    return [{ sessionId, title, date, ...who, kind: 'session', dueOn: null, gross: null }];
  });
}

function byDate({ entries }: Book): DatedSession[] {
  return entries.schedule
    .flatMap((session) => {
      const { date } = session.cells;
      return date ? [{ session, date }] : [];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function ofSession(
  { sessions }: Book,
  sessionId: string,
): Pick<OpenMatter, 'sessionId' | 'title' | 'date'> {
  const { title = '', date = null } = sessions.get(sessionId)?.cells ?? {};
  return { sessionId, title, date };
}
