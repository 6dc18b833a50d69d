// Mails in doubt that would tell a person what is no longer so: another decision on leave, or other details of the session.
import { decidedLeave, decisionDetails } from '#core/leave/decided-leave';
import { noticeDetails } from '#core/notice/select-recipients';
import type { LedgerRow, NoticePlan } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import { NOTICE_KINDS } from '#core/workbook/tabs/notice-kinds';

interface Present {
  readonly plan: Pick<NoticePlan, 'kind' | 'occasion' | 'speaker'>;
  readonly snapshot: Snapshot;
}

/** Nobody knows whether the mail left. */
export const isInDoubt = ({ state }: LedgerRow): boolean =>
  state === 'sending' || state === 'unknown';

/** Whether the kind tells each person something else: the own decision. */
export const isPersonal = ({ kind }: Pick<NoticePlan, 'kind'>): boolean =>
  NOTICE_KINDS[kind].recipients === 'decided';

/** The keys of such rows. */
export function outdatedDrafts(
  rows: readonly LedgerRow[],
  { plan, snapshot }: Present,
): ReadonlySet<string> {
  const decided = isPersonal(plan) ? decidedLeave(snapshot, plan.occasion.id) : null;
  const detailsNow = ({ memberId }: LedgerRow): string =>
    decided === null ? noticeDetails(plan) : decisionDetails(decided.get(memberId) ?? []);
  const outdated = rows.filter((row) => isInDoubt(row) && row.told !== detailsNow(row));
  return new Set(outdated.map(({ key }) => key));
}
