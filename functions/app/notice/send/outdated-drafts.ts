// Mails in doubt that would tell a person of a decision on leave that is another by now.
import { decidedLeave, decisionDetails } from '#core/leave/decided-leave';
import type { LedgerRow, NoticePlan } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import { NOTICE_KINDS } from '#core/workbook/tabs/notice-kinds';

interface Present {
  readonly plan: Pick<NoticePlan, 'kind' | 'occasion'>;
  readonly snapshot: Snapshot;
}

/** Nobody knows whether the mail left. */
export const isInDoubt = ({ state }: LedgerRow): boolean =>
  state === 'sending' || state === 'unknown';

/** The keys of such rows; none of a kind that says the same to all. */
export function outdatedDrafts(
  rows: readonly LedgerRow[],
  { plan, snapshot }: Present,
): ReadonlySet<string> {
  if (NOTICE_KINDS[plan.kind].recipients !== 'decided') return new Set();
  const decided = decidedLeave(snapshot, plan.occasion.id);
  const outdated = rows.filter(
    (row) => isInDoubt(row) && row.told !== decisionDetails(decided.get(row.memberId) ?? []),
  );
  return new Set(outdated.map(({ key }) => key));
}
