// The day that a notice has under its signature: the same for everyone who gets it, also when a send goes on after midnight.
import { toLocalTime } from '../../calendar/zone';
import type { Day } from '../../calendar/day';
import type { Snapshot } from '../../workbook/snapshot';
import { NOTICE_KINDS } from '../../workbook/tabs/notice-kinds';
import type { NoticeKind } from '../notice';
import { ownRows } from './own-rows';
import { canContinue } from './progress';

export interface IssueQuery {
  readonly kind: NoticeKind;
  readonly occasionId: string;
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * The day of the first ledger row of this kind and occasion, else today. A kind that may go out again is a new notice each time, so
 * only rows of a send that is not over count.
 */
export function issueDay(snapshot: Snapshot, query: IssueQuery): Day {
  const { kind, occasionId, now, timeZone } = query;
  const { isRepeatable } = NOTICE_KINDS[kind];
  const written = ownRows(snapshot).flatMap(({ cells }) => {
    const isCounted =
      cells.sessionId === occasionId &&
      cells.kind === kind &&
      (!isRepeatable || canContinue(cells));
    const at = isCounted ? Date.parse(cells.updatedAt ?? '') : NaN;
    return Number.isNaN(at) ? [] : [at];
  });
  const first = Math.min(now.getTime(), ...written);
  return toLocalTime(new Date(first), timeZone).day;
}
