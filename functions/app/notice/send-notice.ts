// Carries out a previewed notice, or what an earlier call has left of it: lease → what is in doubt looked up → ledger rows → mails
// in chunks → ledger rows. What does not fit into the call stays planned for the next.
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { NoticeKind, NoticePlan, Skip } from '#core/notice/notice';
import { findLedgerRows } from '#core/notice/ledger/ledger';
import { ownRows } from '#core/notice/ledger/own-rows';
import { canContinue, refusedAddresses } from '#core/notice/ledger/progress';
import { attemptTimes } from '#core/notice/ledger/throttle';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Language } from '#core/text/language';
import { AppError } from '../../errors';
import { checkDailyLimit } from './send/daily-limit';
import { describePlanned, describeSkip } from './show-notice';
import { finishDrafts } from './send/finish-drafts';
import { acquireLease, type HeldLease } from '../runtime/held-lease';
import { ledgerWriter } from './send/ledger-writer';
import { mailerReason } from './send/mailer-reasons.texts';
import { remainingMails, type RemainingMails } from './send/remaining-mails';
import { changedParts } from './notice-fingerprint';
import { planMails, type SendContext } from './send/plan-mails';
import { prepareNotice, type PreparedNotice } from './prepare-notice';
import type { Message } from '#core/notice/words/render-notice';
import { sendChunks, type SendSummary } from './send/send-chunks';
import type { Ports } from '../runtime/use-case';

interface NoticeCall {
  readonly spreadsheetId: string;
  readonly kind: NoticeKind;
  /** Of what it is about. */
  readonly occasionId: string;
  readonly language: Language;
  /** No mail is begun that might not be over by then. */
  readonly deadline: Date;
  /** Reads the workbook again, under the lease. */
  readonly reread: () => Promise<Snapshot>;
}

export interface SendCall extends NoticeCall {
  /** Of the preview that is to be sent; null when the schedule calls, which nobody previews. */
  readonly fingerprint: string | null;
}

/** What of a notice is to be sent, who is left out, and who was planned but is to get nothing now. */
interface SendSelection {
  readonly messages: readonly Message[];
  readonly skipped: readonly Skip[];
  readonly dropped: RemainingMails['dropped'];
}

type SelectMails = (prepared: PreparedNotice, at: SendContext) => SendSelection;

export function sendNotice(call: SendCall, ports: Ports): Promise<NoticeSent> {
  const choose: SelectMails = (prepared, { snapshot }) => {
    checkPreview(prepared, call);
    const { plan } = prepared;
    const messages =
      call.fingerprint === null ? dueMessages(prepared, snapshot) : prepared.messages;
    return { messages, skipped: plan.skipped, dropped: [] };
  };
  return sendWithLease(call, choose, ports);
}

/** What the schedule sends: an address that was refused again and again waits for a clerk. */
export function dueMessages({ messages }: PreparedNotice, snapshot: Snapshot): readonly Message[] {
  const refused = refusedAddresses(ownRows(snapshot).map(({ cells }) => cells));
  return messages.filter(({ recipient: { key, address } }) => refused.get(key) !== address);
}

/** Goes on with a send that was begun. Throws `AppError` sendStopped when it would not be what was previewed then. */
export function continueNotice(call: NoticeCall, ports: Ports): Promise<NoticeSent> {
  const { language } = call;
  return sendWithLease(call, (prepared, at) => remainingMails(prepared, { at, language }), ports);
}

async function sendWithLease(
  call: NoticeCall,
  choose: SelectMails,
  ports: Ports,
): Promise<NoticeSent> {
  const lease = await acquireLease(call.spreadsheetId, ports);
  try {
    return await sendHoldingLease(call, { choose, lease }, ports);
  } finally {
    await lease.release();
  }
}

async function sendHoldingLease(
  call: NoticeCall,
  { choose, lease }: { readonly choose: SelectMails; readonly lease: HeldLease },
  ports: Ports,
): Promise<NoticeSent> {
  const snapshot = await call.reread();
  const { settings } = readSettings(snapshot.tables.settings);
  const now = ports.clock.now();
  const at: SendContext = { snapshot, settings, now };
  const prepared = prepareNotice({ ...call, ...at, links: ports.links });
  const { messages, skipped, dropped } = choose(prepared, at);
  checkDailyLimit(snapshot, { planned: messages.length, settings, now });
  const mailer = ports.mailer(settings);
  try {
    const { plan } = prepared;
    const { language } = settings;
    const ledger = ledgerWriter(snapshot, { lease, language, reread: call.reread }, ports);
    const finished = await finishDrafts(snapshot, { plan, ledger, mailer }, ports);
    await ledger.write(dropped);
    const outgoing = planMails({ ...prepared, messages }, at);
    const perMinute = Math.floor(Math.min(settings.mailsPerMinute, mailer.perMinute ?? Infinity));
    const justNow = Array.from({ length: finished }, () => ports.clock.now().getTime());
    const attempts = [...attemptTimes(snapshot), ...justNow];
    const throttle = { perMinute, attempts, deadline: call.deadline };
    const progress = await sendChunks({ ledger, outgoing, mailer, throttle }, ports);
    const toRetry = countToRetry(ledger.written(), plan);
    return summarise(prepared, { progress, skipped, toRetry, language: call.language });
  } finally {
    await mailer.close();
  }
}

/** Of what was tried, all that a send may go on with by itself. */
function countToRetry(snapshot: Snapshot, { kind, occasion }: NoticePlan): number {
  return findLedgerRows(
    snapshot,
    (row) =>
      row.sessionId === occasion.id &&
      row.kind === kind &&
      row.state !== 'planned' &&
      canContinue(row),
  ).length;
}

function checkPreview(
  prepared: PreparedNotice,
  { fingerprint, language }: Pick<SendCall, 'fingerprint' | 'language'>,
): void {
  const { blocking } = prepared;
  if (blocking.length > 0)
    throw new AppError('entriesBlock', { facts: { count: blocking.length } });
  if (fingerprint === null || fingerprint === prepared.fingerprint) return;
  const changed = changedParts(fingerprint, prepared.fingerprint, language);
  throw new AppError('previewOutdated', { facts: { changed } });
}

interface Done {
  readonly progress: SendSummary;
  readonly skipped: readonly Skip[];
  readonly toRetry: number;
  readonly language: Language;
}

function summarise(
  { plan }: PreparedNotice,
  { progress, skipped, toRetry, language }: Done,
): NoticeSent {
  const { sent, waiting } = progress;
  const trouble = (...states: readonly string[]): NoticeSent['failed'] =>
    sent.flatMap(({ outgoing, result }) => {
      if (result.state === 'sent' || !states.includes(result.state)) return [];
      const { memberId, name } = outgoing.message.recipient;
      return [
        { memberId, name, code: result.state, reason: mailerReason(result.reason, language) },
      ];
    });
  return {
    action: 'send',
    kind: plan.kind,
    occasion: describePlanned(plan, language),
    sent: sent.filter(({ result }) => result.state === 'sent').length,
    failed: trouble('failed', 'retry'),
    unknown: trouble('unknown'),
    skipped: skipped.map((skip) => describeSkip(skip, language)),
    waiting,
    toRetry,
  };
}
