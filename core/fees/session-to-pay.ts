import type { Day } from '../calendar/day';
import type { Book } from '../model/book';
import { feeRows } from '../model/fee-rows';
import type { SessionEntry } from './fee-basis';

/** The first held session whose fee is not booked; without one the next planned session; null when there is neither. */
export function sessionToPay(book: Book, today: Day): SessionEntry | null {
  const booked = new Set(feeRows(book).map(({ session }) => session?.row));
  const byDate = book.entries.schedule
    .filter(({ cells }) => cells.date !== undefined && cells.id !== undefined)
    .toSorted((a, b) => ((a.cells.date ?? '') < (b.cells.date ?? '') ? -1 : 1));
  const isUnpaid = ({ row, cells }: SessionEntry): boolean =>
    cells.state === 'held' && !booked.has(row) && expectsFee(book, cells.speakerId);
  const isNext = ({ cells }: SessionEntry): boolean =>
    cells.state === 'planned' && (cells.date ?? '') >= today;
  return byDate.find(isUnpaid) ?? byDate.find(isNext) ?? null;
}

/** The district's own leaders teach without a fee. */
function expectsFee(book: Book, speakerId: string | null | undefined): boolean {
  return book.speakers.get(speakerId ?? '')?.cells.titleLevel !== 'localLeader';
}
