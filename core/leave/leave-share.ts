// How much of a year's sessions a person is on leave for. The training regulation's seventh is written for full-time courses; for a weekly
// programme it is an analogy, hence a setting and a warning only.
import { yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import type { Fraction } from '../workbook/read/setting-cells';
import { audienceMatcher, isOnRoster } from '../model/due';
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
export type FindShare = (memberId: string, year: number, asked?: string | null) => LeaveShare;

/** Goes through the schedule once, for any number of people. */
export function leaveShares(book: Book): FindShare {
  const sessions = groupBy(sessionsOf(book), ({ year }) => String(year));
  return (memberId, year, asked = null) => {
    const { roster } = book;
    if (!roster.isReadable(memberId)) return { leaves: 0, due: 0 };
    const rows = roster.rowsOf(memberId);
    const ofYear = sessions.get(String(year)) ?? [];
    const due = new Set(
      ofYear.flatMap(({ id, date, isInvited }) =>
        rows.some(({ cells }) => isOnRoster(cells, date) && isInvited(cells)) ? [id] : [],
      ),
    );
    const leaves = book
      .leaveOf(memberId)
      .filter(({ cells }) => isInForce(leaveStateOf(cells)) && countsTowardsShare(cells));
    const bySession = groupBy(leaves, ({ cells }) => cells.sessionId);
    const missed = [...bySession].flatMap(([id, ofSession]) =>
      due.has(id) && wholeLeaves(book, ofSession).length > 0 ? [id] : [],
    );
    const isMore = asked !== null && due.has(asked) && !missed.includes(asked);
    return { leaves: missed.length + (isMore ? 1 : 0), due: due.size };
  };
}

/** Held and planned. */
function sessionsOf({ entries }: Book) {
  return entries.schedule.flatMap(({ cells: { id, date, state, audience } }) =>
    id === undefined || date === undefined || state === 'cancelled'
      ? []
      : [{ id, date, year: yearOf(date), isInvited: audienceMatcher(audience) }],
  );
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
