// Which sessions missed with leave are to be made up, and until when.
import { addDays, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { partialMinutes, wholeLeaves } from '../model/leave-extent';
import { isInForce, leaveStateOf, type LeaveCells } from '../model/leave-state';
import { LEAVE_KINDS } from '../workbook/tabs/leave-kinds';

/**
 * The last day for the make-up that is still owed; null: none is. Owed is every whole session missed with leave of a kind that the settings
 * do not exempt, and whatever else a make-up was arranged for.
 */
export function makeUpDueOn(book: Book, cells: LeaveCells): Day | null {
  const session = book.sessions.get(cells.sessionId ?? '')?.cells;
  if (session?.date === undefined || session.state === 'cancelled') return null;
  if (!isInForce(leaveStateOf(cells)) || cells.makeUpDone) return null;
  if (!book.hasColumn('leave', 'makeUpDone') || !(cells.makeUp || isOwed(book, cells))) return null;
  return addDays(session.date, Math.trunc(book.settings.makeUpDays));
}

function isOwed(book: Book, cells: LeaveCells): boolean {
  const { kind } = cells;
  if (!kind || !LEAVE_KINDS[kind].needsMakeUp || book.settings.makeUpExempt.includes(kind))
    return false;
  return partialMinutes(book, cells) === null || isLastOfParts(book, cells);
}

/** Parts that together are the whole session owe one make-up: the last of them does. */
function isLastOfParts(book: Book, cells: LeaveCells): boolean {
  const { id, sessionId, memberId = '' } = cells;
  const holding = book
    .leaveOf(memberId)
    .filter((other) => other.cells.sessionId === sessionId && isInForce(leaveStateOf(other.cells)));
  const whole = wholeLeaves(book, holding);
  const last = whole.at(-1)?.cells;
  if (last === undefined || whole.length < holding.length) return false;
  return last === cells || (Boolean(id) && last.id === id);
}
