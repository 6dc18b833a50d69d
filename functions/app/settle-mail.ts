// A clerk says what became of a mail in doubt: treat it as sent, or send it again.
import type { MailSettled, WeeklyNoticeRequest } from '#core/contract/weekly-notice';
import { findLedgerRows } from '#core/notice/ledger';
import { text } from '#core/text/language';
import { readSettings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../errors';
import type { MailerPort } from '../ports/mailer';
import { holdLease } from './hold-lease';
import { ledgerWriter } from './ledger-writer';
import type { Ports } from './use-case';

export type SettleRequest = Extract<WeeklyNoticeRequest, { action: 'settle' }>;

const REASON = text('经办人认定', '經辦人認定', 'Settled by a clerk');

export async function settleMail(
  request: SettleRequest,
  reread: () => Promise<Snapshot>,
  ports: Ports,
): Promise<MailSettled> {
  const fence = await holdLease(request.spreadsheetId, ports);
  try {
    const snapshot = await reread();
    const { settings } = readSettings(snapshot.tables.settings);
    const kind = request.kind ?? 'weekly';
    const inDoubt = findLedgerRows(
      snapshot,
      (row) =>
        row.sessionId === request.sessionId &&
        row.kind === kind &&
        row.memberId === request.memberId &&
        (row.state === 'sending' || row.state === 'unknown'),
    );
    const [first] = inDoubt;
    if (!first) throw new AppError('notInDoubt');
    const state = await stateOf(request.as, first.draftId, ports.mailer(settings));
    const settled = {
      state,
      reason: REASON[settings.language],
      updatedAt: ports.clock.now().toISOString(),
    };
    const { language } = settings;
    const ledger = ledgerWriter(snapshot, { fence, language, reread }, ports);
    await ledger.write(inDoubt.map((row) => ({ ...row, ...settled })));
    return { action: 'settle', memberId: request.memberId, as: state };
  } finally {
    await fence.release();
  }
}

/** A draft that is gone was sent, whatever the clerk believes. */
async function stateOf(
  wanted: SettleRequest['as'],
  draftId: string | null,
  mailer: MailerPort,
): Promise<SettleRequest['as']> {
  try {
    if (wanted === 'sent' || draftId === null || !mailer.drafts) return wanted;
    return (await mailer.drafts.isWaiting(draftId)) === false ? 'sent' : wanted;
  } finally {
    await mailer.close();
  }
}
