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
/**
 * A row says when its whole chunk was sent, and a server can return a mail within seconds: the notification may be some minutes older
 * than the row. A chunk with all its repeated attempts takes less.
 */
const CHUNK_MINUTES = 5;
const MINUTE_MS = 60_000;
const MAX_REASON = 200;

/** Mails that a server has taken, or may have. */
const ACCEPTED: ReadonlySet<LedgerRow['state']> = new Set(['sent', 'sending', 'unknown']);

export interface MatchedBounces {
  /** Rows that become `bounced`, with the reason; each once. */
  readonly rows: readonly LedgerRow[];
  /** Notifications of rows that say so already. */
  readonly known: number;
  /** Notifications of mails that are not in this ledger, or of an attempt before the one that a row is about. */
  readonly others: number;
}

export function matchBounces(snapshot: Snapshot, bounces: readonly Bounce[]): MatchedBounces {
  const mails = ownRows(snapshot).flatMap(({ whole }) => whole ?? []);
  const rows = new Map<string, LedgerRow>();
  let others = 0;
  for (const bounce of bounces) {
    const row = rowOf(bounce, mails);
    if (row === null) others += 1;
    else if (ACCEPTED.has(row.state)) rows.set(row.key, bounced(row, bounce));
  }
  return { rows: [...rows.values()], known: bounces.length - others - rows.size, others };
}

/** The row that the notification names; where it names none of ours, the last mail to the address that it can be about. */
function rowOf(bounce: Bounce, mails: readonly LedgerRow[]): LedgerRow | null {
  const { recipient, messageId, at } = bounce;
  const named = messageId === null ? undefined : mails.find((mail) => mail.messageId === messageId);
  if (named !== undefined) return isSentAnew(named, bounce) ? null : named;
  const [latest] = mails
    .filter((mail) => isTo(mail, recipient))
    // A mail server keeps our id, Gmail replaces it: with another id only a mail through Gmail can be meant.
    .filter(({ draftId }) => messageId === null || (draftId ?? null) !== null)
    .filter(({ state }) => ACCEPTED.has(state) || state === 'bounced')
    .map((row) => ({ row, time: sentBefore(row, at) }))
    .filter(({ time }) => time <= at.getTime() + CHUNK_MINUTES * MINUTE_MS)
    .filter(({ time }) => time >= at.getTime() - LATEST_DAYS * DAY_MS)
    .sort((a, b) => b.time - a.time);
  return latest?.row ?? null;
}

const isTo = ({ recipient }: LedgerRow, address: string): boolean =>
  recipient?.toLowerCase() === address;

/** The mail went out again, to a corrected address, after this notification: the id is the same. A forwarded mail has one attempt. */
function isSentAnew(row: LedgerRow, { recipient, at }: Bounce): boolean {
  const time = Date.parse(row.updatedAt ?? '');
  return !isTo(row, recipient) && (row.attempts ?? 0) > 1 && time > at.getTime();
}

/** The row was written when a mail in doubt was looked up or resolved, at any time after it was sent. A sent mail has no reason. */
const isInDoubt = ({ state, reason }: LedgerRow): boolean =>
  state === 'unknown' || (state === 'sent' && (reason ?? null) !== null);

/** In milliseconds. What was in doubt may have been sent at any time before its row was written, so the notification is not too old. */
function sentBefore(row: LedgerRow, at: Date): number {
  const time = Date.parse(row.updatedAt ?? '');
  return isInDoubt(row) ? Math.min(time, at.getTime()) : time;
}

/** A row whose time says nothing of the sending gets the notification's, so that the same notification finds it again. */
function bounced(row: LedgerRow, bounce: Bounce): LedgerRow {
  const updatedAt = isInDoubt(row) ? bounce.at.toISOString() : row.updatedAt;
  return { ...row, state: 'bounced', reason: reasonOf(bounce), updatedAt };
}

function reasonOf({ status, diagnostic }: Bounce): string {
  const words = `${status} ${diagnostic}`.replace(/\s+/g, ' ').trim();
  return words.length > MAX_REASON ? `${words.slice(0, MAX_REASON - 1)}…` : words;
}
