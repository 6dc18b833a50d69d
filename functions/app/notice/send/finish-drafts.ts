// Mails that an interrupted send left in doubt, where a draft shows whether the mail was sent.
import { findLedgerRows } from '#core/notice/ledger/ledger';
import type { LedgerRow, NoticePlan } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import type { MailerPort, SendResult } from '../../../ports/mailer';
import type { LedgerWriter } from './ledger-writer';
import { inParallel } from './send-chunks';
import { sendDraft } from './send-one';
import type { Ports } from '../../runtime/use-case';

interface Unfinished {
  readonly plan: NoticePlan;
  readonly ledger: LedgerWriter;
  readonly mailer: MailerPort;
}

/** A draft that is still there is sent as it is; one that is gone was sent. Returns how many were looked at. */
export async function finishDrafts(
  snapshot: Snapshot,
  { plan, ledger, mailer }: Unfinished,
  { clock }: Pick<Ports, 'clock'>,
): Promise<number> {
  const { drafts } = mailer;
  if (!drafts) return 0;
  const inDoubt = findLedgerRows(
    snapshot,
    ({ sessionId, kind, state, draftId }) =>
      sessionId === plan.occasion.id &&
      kind === plan.kind &&
      (state === 'sending' || state === 'unknown') &&
      draftId !== null,
  );
  const finished = await inParallel(inDoubt, mailer.parallel, async (row) => {
    const id = row.draftId ?? '';
    const isWaiting = await drafts.isWaiting(id);
    return noted(row, isWaiting === true ? await sendDraft(id, mailer) : resultOfDraft(isWaiting));
  });
  await ledger.write(finished);
  return finished.length;

  function noted(row: LedgerRow, result: SendResult): LedgerRow {
    const reason = result.state === 'sent' ? null : result.reason;
    return { ...row, state: result.state, reason, updatedAt: clock.now().toISOString() };
  }
}

const resultOfDraft = (isWaiting: boolean | null): SendResult =>
  isWaiting === false
    ? { state: 'sent' }
    : { state: 'unknown', reason: 'the mail server did not say' };
