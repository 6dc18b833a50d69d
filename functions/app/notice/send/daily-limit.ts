// The mail server's limit a day is looked at before the first mail, so that no send stops half-way for it.
import { rowsIn } from '#core/model/book';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { mayHaveLeft } from '#core/notice/ledger/history';
import { AppError } from '../../../errors';

const DAY_MS = 24 * 3600_000;

/** Counts what left, or may have left, in the last 24 hours. Throws `AppError` dailyLimit. */
export function checkDailyLimit(
  snapshot: Snapshot,
  { planned, settings, now }: { planned: number; settings: Settings; now: Date },
): void {
  const since = now.getTime() - DAY_MS;
  const entries = rowsIn(snapshot, 'notices');
  const used = entries.filter(
    ({ cells: { state, updatedAt } }) =>
      state !== undefined && mayHaveLeft(state) && Date.parse(updatedAt ?? '') > since,
  ).length;
  const limit = settings.mailsPerDay;
  if (used + planned > limit) throw new AppError('dailyLimit', { facts: { used, planned, limit } });
}
