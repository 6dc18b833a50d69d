// A clerk says what became of mails in doubt: treat them as sent, or send them again.
import type { MailsResolved, WeeklyNoticeRequest } from '#core/contract/weekly-notice';
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

/** Throws `AppError` notInDoubt, and then resolves none of them. */
export async function resolveMails(
  request: ResolveRequest,
  reread: () => Promise<Snapshot>,
  ports: Ports,
): Promise<MailsResolved> {
  const lease = await acquireLease(request.spreadsheetId, ports);
  try {
    const first = await reread();
    const open = openRows(first, request);
    const { settings } = readSettings(first.tables.settings);
    const states = await statesOf(request, open, ports.mailer(settings));
    const decide = (snapshot: Snapshot): PlannedWrite<MailsResolved> => {
      const { language } = readSettings(snapshot.tables.settings).settings;
      const updatedAt = ports.clock.now().toISOString();
      const rows = openRows(snapshot, request).map((row) => ({
        ...row,
        state: states.get(row.memberId) ?? request.as,
        reason: REASON[language],
        updatedAt,
      }));
      const resolved = [...states].map(([memberId, as]) => ({ memberId, as }));
      return {
        changes: writeLedger(snapshot, rows, language),
        result: { action: 'resolve', resolved },
      };
    };
    const apply: HeldLease['apply'] = (...write) => lease.apply(...write);
    return await writeWithRetry(first, { reread, decide, apply }, ports);
  } finally {
    await lease.release();
  }
}

/** Throws `AppError` notInDoubt when one of them has none. */
function openRows(
  snapshot: Snapshot,
  { occasionId, memberIds, kind = 'weekly' }: ResolveRequest,
): readonly LedgerRow[] {
  const wanted = new Set(memberIds);
  const rows = findLedgerRows(
    snapshot,
    (row) =>
      row.sessionId === occasionId &&
      row.kind === kind &&
      wanted.has(row.memberId) &&
      (row.state === 'sending' || row.state === 'unknown'),
  );
  const found = new Set(rows.map(({ memberId }) => memberId));
  if (found.size < wanted.size) throw new AppError('notInDoubt');
  return rows;
}

type Resolution = ResolveRequest['as'];

/** By person. A draft that is gone was sent, whatever the clerk believes. */
async function statesOf(
  { memberIds, as }: ResolveRequest,
  rows: readonly LedgerRow[],
  mailer: MailerPort,
): Promise<ReadonlyMap<string, Resolution>> {
  const states = new Map<string, Resolution>();
  try {
    for (const memberId of new Set(memberIds)) {
      const draftId = rows.find((row) => row.memberId === memberId)?.draftId ?? null;
      const isGone =
        as === 'retry' && draftId !== null && (await mailer.drafts?.isWaiting(draftId)) === false;
      states.set(memberId, isGone ? 'sent' : as);
    }
    return states;
  } finally {
    await mailer.close();
  }
}
