// A clerk says what became of a mail in doubt: treat it as sent, or send it again.
import type { MailResolved, WeeklyNoticeRequest } from '#core/contract/weekly-notice';
import { findLedgerRows, writeLedger } from '#core/notice/ledger/ledger';
import type { LedgerRow } from '#core/notice/notice';
import { text } from '#core/text/language';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../../errors';
import type { MailerPort } from '../../../ports/mailer';
import { writeWithRetry, type PlannedWrite } from '../../runtime/write-with-retry';
import { acquireLease, type HeldLease } from '../../runtime/held-lease';
import type { Ports } from '../../runtime/use-case';

export type ResolveRequest = Extract<WeeklyNoticeRequest, { action: 'resolve' }>;

const REASON = text('经办人认定', '經辦人認定', 'Resolved by a clerk');

export async function resolveMail(
  request: ResolveRequest,
  reread: () => Promise<Snapshot>,
  ports: Ports,
): Promise<MailResolved> {
  const lease = await acquireLease(request.spreadsheetId, ports);
  try {
    const first = await reread();
    const state = await stateOf(
      request.as,
      openRows(first, request)[0],
      ports.mailer(readSettings(first.tables.settings).settings),
    );
    const decide = (snapshot: Snapshot): PlannedWrite<MailResolved> => {
      const { language } = readSettings(snapshot.tables.settings).settings;
      const resolved = {
        state,
        reason: REASON[language],
        updatedAt: ports.clock.now().toISOString(),
      };
      const rows = openRows(snapshot, request).map((row) => ({ ...row, ...resolved }));
      const result = { action: 'resolve', memberId: request.memberId, as: state } as const;
      return { changes: writeLedger(snapshot, rows, language), result };
    };
    const apply: HeldLease['apply'] = (...write) => lease.apply(...write);
    return await writeWithRetry(first, { reread, decide, apply }, ports);
  } finally {
    await lease.release();
  }
}

/** Throws `AppError` notInDoubt when there is none. */
function openRows(
  snapshot: Snapshot,
  { occasionId, memberId, kind = 'weekly' }: ResolveRequest,
): readonly LedgerRow[] {
  const rows = findLedgerRows(
    snapshot,
    (row) =>
      row.sessionId === occasionId &&
      row.kind === kind &&
      row.memberId === memberId &&
      (row.state === 'sending' || row.state === 'unknown'),
  );
  if (rows.length === 0) throw new AppError('notInDoubt');
  return rows;
}

/** A draft that is gone was sent, whatever the clerk believes. */
async function stateOf(
  wanted: ResolveRequest['as'],
  { draftId = null }: Partial<LedgerRow> = {},
  mailer: MailerPort,
): Promise<ResolveRequest['as']> {
  try {
    if (wanted === 'sent' || draftId === null || !mailer.drafts) return wanted;
    return (await mailer.drafts.isWaiting(draftId)) === false ? 'sent' : wanted;
  } finally {
    await mailer.close();
  }
}
