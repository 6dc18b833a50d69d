// Who may write the ledger now, as a text kept in the workbook: `token.count|expiry`.

/** Long enough for a chunk of mails with slow answers; renewed with every ledger write. */
const LEASE_MINUTES = 5;

/** `count` differs with every renewal, so that reading the value back shows whether a write was carried out. */
export function formatLease(token: string, count: number, now: Date): string {
  return `${token}.${count}|${new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString()}`;
}

/** When the lease runs out; null for a value that is none. */
export function leaseEnd(present: string): Date | null {
  const expiry = Date.parse(present.split('|')[1] ?? '');
  return Number.isNaN(expiry) ? null : new Date(expiry);
}

/** A lease may be taken when nobody holds it, or its holder did not renew it in time. */
export function isLeaseFree(present: string | null, now: Date): boolean {
  const end = present === null ? null : leaseEnd(present);
  return end === null || end < now;
}
