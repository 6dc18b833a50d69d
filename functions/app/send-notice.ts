// Carries out a previewed notice: lease → what is in doubt looked up → ledger rows → mails in chunks → ledger rows.
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { NoticeKind } from '#core/notice/notice';
import { readSettings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Language } from '#core/text/language';
import { AppError } from '../errors';
import { checkDailyLimit } from './daily-limit';
import { describeSession, describeSkip } from './describe-notice';
import { finishDrafts } from './finish-drafts';
import { holdLease, type Fence } from './hold-lease';
import { ledgerWriter } from './ledger-writer';
import { differenceOf } from './notice-digest';
import { planMails } from './outgoing';
import { prepareNotice, type Preparation } from './prepare-notice';
import { sendChunks, type Sent } from './send-chunks';
import type { Ports } from './use-case';

export interface SendCall {
  readonly spreadsheetId: string;
  readonly kind: NoticeKind;
  readonly sessionId: string;
  /** Of the preview that is to be sent; null when the schedule calls, which nobody previews. */
  readonly digest: string | null;
  readonly language: Language;
  /** Reads the workbook again, under the lease. */
  readonly reread: () => Promise<Snapshot>;
}

export async function sendNotice(call: SendCall, ports: Ports): Promise<NoticeSent> {
  const fence = await holdLease(call.spreadsheetId, ports);
  try {
    return await sendUnderLease(call, fence, ports);
  } finally {
    await fence.release();
  }
}

async function sendUnderLease(call: SendCall, fence: Fence, ports: Ports): Promise<NoticeSent> {
  const snapshot = await call.reread();
  const { settings } = readSettings(snapshot.tables.settings);
  const now = ports.clock.now();
  const prepared = prepareNotice({ ...call, snapshot, settings, now, links: ports.links });
  checkPreview(prepared, call);
  checkDailyLimit(snapshot, { planned: prepared.messages.length, settings, now });
  const mailer = ports.mailer(settings);
  try {
    const { language } = settings;
    const ledger = ledgerWriter(snapshot, { fence, language, reread: call.reread }, ports);
    await finishDrafts(snapshot, { plan: prepared.plan, ledger, mailer }, ports);
    const outgoing = planMails(prepared, { snapshot, settings, now });
    const mailsPerMinute = Math.min(settings.mailsPerMinute, mailer.perMinute ?? Infinity);
    const sent = await sendChunks({ ledger, outgoing, mailer, mailsPerMinute }, ports);
    return summarise(prepared, sent, call.language);
  } finally {
    await mailer.close();
  }
}

function checkPreview(
  prepared: Preparation,
  { digest, language }: Pick<SendCall, 'digest' | 'language'>,
): void {
  const { blocking } = prepared;
  if (blocking.length > 0)
    throw new AppError('entriesBlock', { facts: { count: blocking.length } });
  if (digest === null || digest === prepared.digest) return;
  const changed = differenceOf(digest, prepared.digest, language);
  throw new AppError('previewOutdated', { facts: { changed } });
}

function summarise({ plan }: Preparation, sent: readonly Sent[], language: Language): NoticeSent {
  const trouble = (...states: readonly string[]): NoticeSent['failed'] =>
    sent.flatMap(({ outgoing, result }) => {
      if (result.state === 'sent' || !states.includes(result.state)) return [];
      const { memberId, name } = outgoing.message.recipient;
      return [{ memberId, name, code: result.state, reason: result.reason }];
    });
  return {
    action: 'send',
    kind: plan.kind,
    session: describeSession(plan, language),
    sent: sent.filter(({ result }) => result.state === 'sent').length,
    failed: trouble('failed', 'retry'),
    unknown: trouble('unknown'),
    skipped: plan.skipped.map((skip) => describeSkip(skip, language)),
  };
}
