// A clerk says what became of a mail in doubt: treat it as sent, or send it again.
import type { MailSettled, WeeklyNoticeRequest } from '#core/contract/weekly-notice';
import { findLines, writeLedger } from '#core/notice/ledger';
import { text } from '#core/text/language';
import { readSettings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../errors';
import { holdLease } from './hold-lease';
import { mark } from './send-chunks';
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
    const ledger = findLines(
      snapshot,
      (row) =>
        row.sessionId === request.sessionId &&
        row.kind === kind &&
        row.memberId === request.memberId &&
        (row.state === 'sending' || row.state === 'unknown'),
      settings.language,
    );
    if (ledger.lines.length === 0) throw new AppError('notInDoubt');
    const settled = {
      state: request.as,
      reason: REASON[settings.language],
      updatedAt: ports.clock.now().toISOString(),
    };
    await fence.apply(
      writeLedger(
        ledger,
        ledger.lines.map((line) => mark(line, settled)),
      ),
    );
    return { action: 'settle', memberId: request.memberId, as: request.as };
  } finally {
    await fence.release();
  }
}
