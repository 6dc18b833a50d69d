// Expense rows that pay a lecture fee, each with its session, its speaker and the hours taught.
import type { Day } from '../calendar/day';
import type { Cents } from '../money/cents';
import { withoutSpaces } from '../text/clean';
import type { Book, EntryOf } from './book';
import type { RateQuery } from './rate-book';

export interface FeeRow {
  readonly row: number;
  readonly cells: EntryOf<'expenses'>['cells'];
  readonly session: EntryOf<'schedule'> | null;
  /** By the payee's name, otherwise the session's own; null when neither is in the pool. */
  readonly speaker: EntryOf<'speakers'> | null;
  /** The same for all payments to one person. */
  readonly personKey: string;
  /** The day whose rates hold: the session's, or the payment's without one. */
  readonly day: Day | null;
  /** What is paid out; null while blank or unreadable. */
  readonly net: Cents | null;
}

/** A lecture fee is a payment under the lecturers' head with a net or a gross amount; travel and lodging have neither. */
export function feeRows(book: Book): FeeRow[] {
  const byName = new Map<string, EntryOf<'speakers'>>();
  for (const speaker of book.entries.speakers)
    if (speaker.cells.name !== undefined) byName.set(speaker.cells.name, speaker);
  return book.entries.expenses.flatMap(({ row, cells }) => {
    if (cells.head !== 'lecturer' || !((cells.net ?? 0) > 0 || (cells.gross ?? 0) > 0)) return [];
    const session = book.sessions.get(cells.sessionId ?? '') ?? null;
    const own = book.speakers.get(session?.cells.speakerId ?? '') ?? null;
    const payee = withoutSpaces(cells.payee ?? '');
    const speaker = own?.cells.name === payee ? own : (byName.get(payee) ?? own);
    const personKey = speaker?.cells.id ?? payee;
    const day = session?.cells.date ?? cells.date ?? null;
    return [{ row, cells, session, speaker, personKey, day, net: cells.net ?? null }];
  });
}

/** Somebody wrote down why this fee is a matter of its own and not taxed with the month. */
export function isSeparate({ cells }: FeeRow): boolean {
  return cells.taxBasis === 'separate' && Boolean(cells.taxReason);
}

/** The cap a fee is judged by; null when the speaker's title level or the day is not known. */
export function capQuery({ speaker, day }: FeeRow): RateQuery | null {
  const level = speaker?.cells.titleLevel;
  return level && day && level !== 'localLeader' ? { item: 'feeCap', scope: level, day } : null;
}
