// What the ledger says about mails that did not arrive, and the lease about a send that did not end.
import { groupBy } from '../text/group-by';
import { listedTexts } from '../text/listed';
import { text, type Text } from '../text/language';
import { isLeaseFree, leaseEnd } from '../notice/ledger/lease';
import { ownRows } from '../notice/ledger/own-rows';
import { isGivenUp, MAX_ATTEMPTS } from '../notice/ledger/progress';
import type { LedgerRow } from '../notice/notice';
import type { Snapshot } from '../workbook/snapshot';
import { NOTICE_KIND_KEYS, NOTICE_KINDS } from '../workbook/tabs/notice-kinds';
import { diagnosis, shownTime, type Diagnosis } from './diagnosis';

export interface MailFacts {
  /** Value of the lease for sending; null when nobody holds it. */
  readonly lease: string | null;
  readonly now: Date;
  readonly timeZone: string;
}

export function diagnoseMail(snapshot: Snapshot, facts: MailFacts): Diagnosis[] {
  if (snapshot.tables.notices === undefined) return [];
  const rows = ownRows(snapshot).flatMap(({ whole }) => whole ?? []);
  const isRunning = !isLeaseFree(facts.lease, facts.now);
  const inDoubt = rows.filter(
    ({ state }) => state === 'unknown' || (state === 'sending' && !isRunning),
  );
  const givenUp = rows.filter(isGivenUp);
  const bounced = rows.filter(({ state }) => state === 'bounced');
  return [
    ...diagnoseLease(facts),
    ...(inDoubt.length > 0 ? [diagnosis('mailsInDoubt', counted(inDoubt))] : []),
    ...refusals(rows),
    ...(givenUp.length > 0
      ? [diagnosis('mailsGivenUp', { ...counted(givenUp), tries: MAX_ATTEMPTS })]
      : []),
    ...(bounced.length > 0 ? [diagnosis('mailsBounced', { count: bounced.length })] : []),
  ];
}

function diagnoseLease({ lease, now, timeZone }: MailFacts): Diagnosis[] {
  const end = lease === null ? null : leaseEnd(lease);
  if (end === null) return [];
  const until = shownTime(end, timeZone);
  return [diagnosis(isLeaseFree(lease, now) ? 'leaseStale' : 'leaseHeld', { until })];
}

/** Those refused for the same reason together, the most frequent reason first. */
function refusals(rows: readonly LedgerRow[]): Diagnosis[] {
  const failed = rows.filter(({ state }) => state === 'failed');
  const groups = [...groupBy(failed, ({ reason }) => reason ?? '')];
  return groups
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, group]) => diagnosis('mailsRefused', { ...counted(group), reason }));
}

function counted(rows: readonly LedgerRow[]): { count: number; kinds: Text } {
  const kinds = new Set(rows.map(({ kind }) => kind));
  const labels = [...kinds].map((word) => {
    const known = NOTICE_KIND_KEYS.find((kind) => kind === word);
    return known === undefined ? text(word, word, word) : NOTICE_KINDS[known].label;
  });
  return { count: rows.length, kinds: listedTexts(labels) };
}
