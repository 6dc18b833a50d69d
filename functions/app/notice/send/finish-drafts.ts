// Mails that an interrupted send left in doubt, where a draft shows whether the mail was sent.
import { findLedgerRows } from '#core/notice/ledger/ledger';
import type { LedgerRow, NoticePlan } from '#core/notice/notice';
import { readSettings } from '#core/model/read-settings';
import { text, type Language } from '#core/text/language';
import type { Snapshot } from '#core/workbook/snapshot';
import type { MailerPort, SendResult } from '../../../ports/mailer';
import type { LedgerWriter } from './ledger-writer';
import { isInDoubt, isPersonal, outdatedDrafts } from './outdated-drafts';
import { inParallel } from './send-chunks';
import { sendDraft } from './send-one';
import type { Ports } from '../../runtime/use-case';

interface Unfinished {
  readonly plan: NoticePlan;
  readonly ledger: LedgerWriter;
  readonly mailer: MailerPort;
}

/**
 * A draft that is still there is sent as it is, unless it tells the person what has changed since; one that is gone was sent.
 * Returns how many were looked at.
 */
export async function finishDrafts(
  snapshot: Snapshot,
  { plan, ledger, mailer }: Unfinished,
  { clock }: Pick<Ports, 'clock'>,
): Promise<number> {
  const { drafts } = mailer;
  if (!drafts) return 0;
  const inDoubt = draftsInDoubt(snapshot, plan);
  const { language } = readSettings(snapshot.tables.settings).settings;
  const outdated = outdatedDrafts(inDoubt, { plan, snapshot });
  const finished = await inParallel(inDoubt, mailer.parallel, async (row) => {
    const id = row.draftId ?? '';
    const isWaiting = await drafts.isWaiting(id);
    if (isWaiting === true && outdated.has(row.key)) return noted(row, withdrawn(plan, language));
    return noted(
      row,
      isWaiting === true ? await sendDraft(id, mailer) : resultOfDraft(isWaiting, language),
    );
  });
  await ledger.write(finished);
  return finished.length;

  function noted(row: LedgerRow, result: SendResult | Withdrawn): LedgerRow {
    const reason = result.state === 'sent' ? null : result.reason;
    return { ...row, state: result.state, reason, updatedAt: clock.now().toISOString() };
  }
}

/** The mails of a notice that their drafts decide. */
export function draftsInDoubt(
  snapshot: Snapshot,
  { kind, occasion }: Pick<NoticePlan, 'kind' | 'occasion'>,
): readonly LedgerRow[] {
  return findLedgerRows(
    snapshot,
    (row) =>
      row.sessionId === occasion.id && row.kind === kind && isInDoubt(row) && row.draftId !== null,
  );
}

interface Withdrawn {
  readonly state: 'skipped';
  readonly reason: string;
}

const NOT_SAID = text('邮件服务器没有答复', '郵件伺服器沒有答覆', 'the mail server did not say');
const DECIDED_ANEW = text(
  '审批结果已改，草稿未发',
  '審批結果已改，草稿未發',
  'The decision has changed; the draft was not sent',
);

const CHANGED = text(
  '安排已改，草稿未发',
  '安排已改，草稿未發',
  'The details have changed; the draft was not sent',
);

/** The draft stays where it is; nothing sends it any more. */
const withdrawn = (plan: NoticePlan, language: Language): Withdrawn => ({
  state: 'skipped',
  reason: (isPersonal(plan) ? DECIDED_ANEW : CHANGED)[language],
});

const resultOfDraft = (isWaiting: boolean | null, language: Language): SendResult =>
  isWaiting === false ? { state: 'sent' } : { state: 'unknown', reason: NOT_SAID[language] };
