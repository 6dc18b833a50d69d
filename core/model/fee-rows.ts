// Expense rows that pay a lecture fee, each with its session, its speaker and the hours taught.
import type { Day } from '../calendar/day';
import type { Cents } from '../money/cents';
import { foldName } from '../text/clean';
import type { Book, EntryOf } from './book';
import type { StandardQuery } from './standards';

export interface FeeRow {
  readonly row: number;
  readonly cells: EntryOf<'expenses'>['cells'];
  readonly session: EntryOf<'schedule'> | null;
  /** By the payee's name, otherwise the session's own; null when neither is in the pool. */
  readonly speaker: EntryOf<'speakers'> | null;
  /** Whether the payee is somebody else than the session's speaker and everybody in the pool. */
  readonly isToStranger: boolean;
  /** The same for all payments to one person. */
  readonly personKey: string;
  /** The day whose standards apply: the session's, or the payment's without one. */
  readonly day: Day | null;
  /** What is paid out; null while blank or unreadable. */
  readonly net: Cents | null;
}

type Expense = EntryOf<'expenses'>['cells'];

export const hasFeeAmount = ({ net, gross }: Expense): boolean =>
  (net ?? 0) > 0 || (gross ?? 0) > 0;

/**
 * A lecture fee is a payment with a net or a gross amount under the lecturers' head, or under another when it goes to a speaker;
 * travel and lodging have neither amount.
 */
export function feeRows(book: Book): FeeRow[] {
  const paidSpeaker = payeeFinder(book);
  return book.entries.expenses.flatMap(({ row, cells }) => {
    if (!hasFeeAmount(cells) || cells.head === undefined) return [];
    const { session, own, payee, speaker } = paidSpeaker(cells);
    if (cells.head !== 'lecturer' && speaker === null) return [];
    const day = session?.cells.date ?? cells.date ?? null;
    const isToStranger = payee !== '' && speaker === null;
    const personKey = (speaker ?? own)?.cells.id ?? payee;
    return [
      {
        row,
        cells,
        session,
        speaker: speaker ?? own,
        isToStranger,
        personKey,
        day,
        net: cells.net ?? null,
      },
    ];
  });
}

/** Who is paid, and for which session. */
export interface PaidSpeaker {
  readonly session: EntryOf<'schedule'> | null;
  /** The session's own speaker. */
  readonly own: EntryOf<'speakers'> | null;
  /** Folded; empty while blank or unreadable. */
  readonly payee: string;
  /** The speaker of the payee's name: the session's own before others in the pool. */
  readonly speaker: EntryOf<'speakers'> | null;
}

export function payeeFinder(book: Book): (expense: Expense) => PaidSpeaker {
  const byName = new Map<string, EntryOf<'speakers'>>();
  for (const speaker of book.entries.speakers)
    if (speaker.cells.name !== undefined) byName.set(foldName(speaker.cells.name), speaker);
  return (cells) => {
    const session = book.sessions.get(cells.sessionId ?? '') ?? null;
    const own = book.speakers.get(session?.cells.speakerId ?? '') ?? null;
    const payee = foldName(cells.payee ?? '');
    const isOwn = payee !== '' && foldName(own?.cells.name ?? '') === payee;
    return { session, own, payee, speaker: isOwn ? own : (byName.get(payee) ?? null) };
  };
}

/** Whether everybody in the pool has a name that can be read: otherwise nobody is reported as missing. */
export const isPoolClear = (book: Book): boolean =>
  book.hasColumn('speakers', 'name') &&
  book.entries.speakers.every(({ cells }) => cells.name !== undefined);

/** Somebody wrote down why this fee is a matter of its own and not taxed with the month. */
export function isSeparate({ cells }: FeeRow): boolean {
  return cells.taxBasis === 'separate' && Boolean(cells.taxReason);
}

/** The cap that applies to a fee; null when the speaker's title level or the day is not known. */
export function capQuery({ speaker, day }: FeeRow): StandardQuery | null {
  const level = speaker?.cells.titleLevel;
  return level && day && level !== 'localLeader' ? { item: 'feeCap', scope: level, day } : null;
}
