// Mails that an interrupted send left in doubt, where their drafts tell what became of them.
import { findLines, writeLedger, type LedgerLine } from '#core/notice/ledger';
import type { NoticePlan } from '#core/notice/notice';
import type { Settings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { MailerPort, SendResult } from '../ports/mailer';
import type { Fence } from './hold-lease';
import { inParallel, mark } from './send-chunks';
import { sendDraft } from './send-one';
import type { Ports } from './use-case';

interface Unfinished {
  readonly plan: NoticePlan;
  readonly settings: Settings;
  readonly fence: Fence;
  readonly mailer: MailerPort;
}

/** A draft that is still there is sent as it is; one that is gone was sent. Returns how many were looked at. */
export async function finishDrafts(
  snapshot: Snapshot,
  { plan, settings, fence, mailer }: Unfinished,
  { clock }: Pick<Ports, 'clock'>,
): Promise<number> {
  const { drafts } = mailer;
  if (!drafts) return 0;
  const ledger = findLines(
    snapshot,
    ({ sessionId, kind, state, draftId }) =>
      sessionId === plan.session.id &&
      kind === plan.kind &&
      (state === 'sending' || state === 'unknown') &&
      draftId !== null,
    settings.language,
  );
  if (ledger.lines.length === 0) return 0;
  const finished = await inParallel(ledger.lines, mailer.parallel, async (line) => {
    const id = line.row.draftId ?? '';
    const isWaiting = await drafts.isWaiting(id);
    return noted(line, isWaiting === true ? await sendDraft(id, mailer) : foundOut(isWaiting));
  });
  await fence.apply(writeLedger(ledger, finished));
  return finished.length;

  function noted(line: LedgerLine, result: SendResult): LedgerLine {
    const reason = result.state === 'sent' ? null : result.reason;
    return mark(line, { state: result.state, reason, updatedAt: clock.now().toISOString() });
  }
}

const foundOut = (isWaiting: boolean | null): SendResult =>
  isWaiting === false
    ? { state: 'sent' }
    : { state: 'unknown', reason: 'the mail server did not say' };
