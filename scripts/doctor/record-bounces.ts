// Writes mails that came back into the ledger, under the lease of a sender, so that no send is disturbed.
import { matchBounces, type MatchedBounces } from '#core/notice/ledger/bounces';
import { writeLedger } from '#core/notice/ledger/ledger';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { acquireLease } from '#functions/app/runtime/held-lease';
import { writeWithRetry } from '#functions/app/runtime/write-with-retry';
import type { Ports } from '#functions/app/runtime/use-case';
import { readNotification } from './read-notification';

export interface RecordedBounces {
  readonly count: number;
  readonly known: number;
  readonly others: number;
  /** Mails that are no notification in the form of RFC 3464. */
  readonly unread: number;
}

/** Throws `AppError` leaseHeld while somebody sends. */
export async function recordBounces(
  spreadsheetId: string,
  mails: readonly Buffer[],
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<RecordedBounces> {
  const read = await Promise.all(mails.map((mail) => readNotification(mail)));
  const bounces = read.flatMap((one) => one.bounces);
  const unread = read.filter(({ isNotification }) => !isNotification).length;
  const open = () => ports.workbook.read(spreadsheetId, ['settings', 'notices']);
  const first = await open();
  const { rows, known, others } = matchBounces(first, bounces);
  if (rows.length === 0) return { count: 0, known, others, unread };
  const lease = await acquireLease(spreadsheetId, ports);
  try {
    const decide = (snapshot: Snapshot) => planBounces(snapshot, matchBounces(snapshot, bounces));
    // What was read before the lease may have changed since.
    const apply: Ports['workbook']['apply'] = (...change) => lease.apply(...change);
    const attempt = { reread: open, decide, apply };
    return { ...(await writeWithRetry(await open(), attempt, ports)), unread };
  } finally {
    await lease.release();
  }
}

function planBounces(snapshot: Snapshot, { rows, known, others }: MatchedBounces) {
  const { language } = readSettings(snapshot.tables.settings).settings;
  const changes = writeLedger(snapshot, rows, language);
  return { changes, result: { count: rows.length, known, others } };
}
