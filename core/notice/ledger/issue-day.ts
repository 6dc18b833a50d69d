// The day that a notice has under its signature: the same for everyone who gets it, also when a send goes on after midnight.
import { toLocalTime } from '../../calendar/zone';
import type { Day } from '../../calendar/day';
import type { Snapshot } from '../../workbook/snapshot';
import { NOTICE_KINDS } from '../../workbook/tabs/notice-kinds';
import type { LedgerRow, NoticeKind } from '../notice';
import { mayHaveLeft } from './history';
import { ownRows } from './own-rows';
import { canContinue } from './progress';

export interface IssueQuery {
  readonly kind: NoticeKind;
  readonly occasionId: string;
  /** The details that the notice announces. */
  readonly told: string;
  /** A send that was begun goes on. */
  readonly isContinued: boolean;
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * A send that goes on has the day of its own rows: the last one, where an earlier send left some too. A new send has the day of the
 * first mail with the same notice that left. A kind that may go out again is a new notice each time. Otherwise it is today.
 */
export function issueDay(snapshot: Snapshot, query: IssueQuery): Day {
  const { kind, occasionId, told, isContinued, now, timeZone } = query;
  const isOfNotice = isContinued ? canContinue : isSameNotice(kind, told);
  const days = ownRows(snapshot)
    .flatMap(({ cells }) =>
      cells.sessionId === occasionId && cells.kind === kind && isOfNotice(cells)
        ? (cells.issued ?? [])
        : [],
    )
    .sort();
  return (isContinued ? days.at(-1) : days[0]) ?? toLocalTime(now, timeZone).day;
}

const isSameNotice =
  (kind: NoticeKind, told: string) =>
  (row: Partial<LedgerRow>): boolean =>
    !NOTICE_KINDS[kind].isRepeatable && row.told === told && hasLeft(row);

/** A mail that came back had left. */
const hasLeft = ({ state }: Partial<LedgerRow>): boolean =>
  state !== undefined && (mayHaveLeft(state) || state === 'bounced');
