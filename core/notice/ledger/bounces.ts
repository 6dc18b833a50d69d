// Mails that came back: which row of the ledger each is about, and what is written there.
import type { Snapshot } from '../../workbook/snapshot';
import type { LedgerRow } from '../notice';
import { ownRows } from './own-rows';

/** What a mail server said of one recipient in a delivery status notification (RFC 3464). */
export interface Bounce {
  /** In small letters. */
  readonly recipient: string;
  /** Of the mail that came back, without angle brackets; null when the notification does not say, as with Gmail's own ids. */
  readonly messageId: string | null;
  /** `5.1.1` */
  readonly status: string;
  /** The mail server's own words; empty when it gave none. */
  readonly diagnostic: string;
  readonly at: Date;
}

/** A notification whose recipient is known, but not which mail: the last one to this address, not longer before than this. */
const LATEST_DAYS = 7;
const DAY_MS = 86_400_000;
const MAX_REASON = 200;

/** Mails that a server has taken, or may have. */
const ACCEPTED: ReadonlySet<LedgerRow['state']> = new Set(['sent', 'sending', 'unknown']);

export interface MatchedBounces {
  /** Rows that become `bounced`, with the reason; each once. */
  readonly rows: readonly LedgerRow[];
  /** Notifications of rows that say so already. */
  readonly known: number;
  /** Notifications of mails that are not in this ledger. */
  readonly others: number;
}

export function matchBounces(snapshot: Snapshot, bounces: readonly Bounce[]): MatchedBounces {
  const mails = ownRows(snapshot).flatMap(({ whole }) => whole ?? []);
  const rows = new Map<string, LedgerRow>();
  let others = 0;
  for (const bounce of bounces) {
    const row = rowOf(bounce, mails);
    if (row === null) others += 1;
    else if (ACCEPTED.has(row.state))
      rows.set(row.key, { ...row, state: 'bounced', reason: reasonOf(bounce) });
  }
  return { rows: [...rows.values()], known: bounces.length - others - rows.size, others };
}

/** The row that the notification names; where it names none of ours, the last mail to the address that it can be about. */
function rowOf(bounce: Bounce, mails: readonly LedgerRow[]): LedgerRow | null {
  const { recipient, messageId, at } = bounce;
  const named = messageId === null ? undefined : mails.find((mail) => mail.messageId === messageId);
  if (named !== undefined) return named;
  const [latest] = mails
    .filter((mail) => mail.recipient?.toLowerCase() === recipient)
    // A mail server keeps our id, Gmail replaces it: with another id only a mail through Gmail can be meant.
    .filter(({ draftId }) => messageId === null || (draftId ?? null) !== null)
    .filter(({ state }) => ACCEPTED.has(state) || state === 'bounced')
    .map((row) => ({ row, time: Date.parse(row.updatedAt ?? '') }))
    .filter(({ time }) => time <= at.getTime() && time >= at.getTime() - LATEST_DAYS * DAY_MS)
    .sort((a, b) => b.time - a.time);
  return latest?.row ?? null;
}

function reasonOf({ status, diagnostic }: Bounce): string {
  const words = `${status} ${diagnostic}`.replace(/\s+/g, ' ').trim();
  return words.length > MAX_REASON ? `${words.slice(0, MAX_REASON - 1)}…` : words;
}
