// How fast mails may follow each other: a mail server counts the mails of the minute before each of them, from every sender.
import { rowsIn } from '../../model/book';
import type { Snapshot } from '../../workbook/snapshot';

const MINUTE_MS = 60_000;

/** When mails were tried, in milliseconds, by the ledger: of any notice, by any sender, also one that died. */
export function attemptTimes(snapshot: Snapshot): number[] {
  const entries = rowsIn(snapshot, 'notices');
  return entries.flatMap(({ cells: { attempts, updatedAt } }) =>
    (attempts ?? 0) > 0 ? [Date.parse(updatedAt ?? '') || 0] : [],
  );
}

/** Milliseconds until so many more fit into a minute; at most `perMinute` can be asked for. */
export function throttleDelay(
  tried: readonly number[],
  mails: number,
  { perMinute, now }: { readonly perMinute: number; readonly now: number },
): number {
  const recent = tried.filter((at) => at > now - MINUTE_MS).sort((a, b) => a - b);
  const tooMany = recent.length + mails - perMinute;
  const lastToLeave = recent[tooMany - 1];
  return lastToLeave === undefined ? 0 : lastToLeave + MINUTE_MS - now;
}
