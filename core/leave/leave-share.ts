// How much of a year's sessions a person is on leave for. The training regulation's seventh is written for full-time courses; for a weekly
// programme it is an analogy, hence a setting and a warning only.
import { yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import type { Fraction } from '../workbook/read/setting-cells';
import { wholeLeaves } from '../model/leave-extent';
import { isInForce, leaveStateOf, type LeaveCells } from '../model/leave-state';
import { LEAVE_KINDS } from '../workbook/tabs/leave-kinds';

export interface LeaveShare {
  /** Sessions missed whole. */
  readonly leaves: number;
  /** Sessions of the year, held and planned, at which the person is due. */
  readonly due: number;
}

/** Below this many sessions a single leave is already more than a seventh and says nothing. */
const FEWEST_SESSIONS = 7;

/** `asked`: a session counted as if leave for it were approved. */
export function leaveShare(
  book: Book,
  memberId: string,
  year: number,
  asked: string | null = null,
): LeaveShare {
  const { roster } = book;
  if (!roster.isReadable(memberId)) return { leaves: 0, due: 0 };
  const due = new Set<string>();
  for (const { cells } of book.entries.schedule) {
    const { id, date, state, audience } = cells;
    if (id === undefined || date === undefined || state === 'cancelled') continue;
    if (yearOf(date) === year && roster.isDue(memberId, { date, audience: audience ?? null }))
      due.add(id);
  }
  const holding = book.entries.leave.filter(
    ({ cells }) =>
      cells.memberId === memberId &&
      isInForce(leaveStateOf(cells)) &&
      countsTowardsShare(cells) &&
      due.has(cells.sessionId ?? ''),
  );
  const bySession = groupBy(holding, ({ cells }) => cells.sessionId);
  const missed = new Set(
    [...bySession].flatMap(([id, leaves]) => (wholeLeaves(book, leaves).length > 0 ? [id] : [])),
  );
  if (asked !== null && due.has(asked)) missed.add(asked);
  return { leaves: missed.size, due: due.size };
}

/** Leave without a readable kind counts, so that it is noticed. */
export const countsTowardsShare = ({ kind }: LeaveCells): boolean =>
  !kind || LEAVE_KINDS[kind].countsTowardsShare;

/** Compares exactly: one of seven is not more than a seventh. */
export function isTooMuch({ leaves, due }: LeaveShare, limit: Fraction): boolean {
  return due >= FEWEST_SESSIONS && leaves * limit.denominator > due * limit.numerator;
}

/** `1/7` or `15%`, as a clerk enters it. */
export function shownFraction({ numerator, denominator }: Fraction): string {
  return denominator === 10_000 ? `${numerator / 100}%` : `${numerator}/${denominator}`;
}
