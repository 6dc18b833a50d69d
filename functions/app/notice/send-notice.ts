// Carries out a previewed notice, or what an earlier call has left of it: lease → what is in doubt looked up → ledger rows → mails
// in chunks → ledger rows. What does not fit into the call stays planned for the next.
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { NoticeKind, Skip } from '#core/notice/notice';
import { triedAt } from '#core/notice/ledger/pace';
import { readSettings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Language } from '#core/text/language';
import { AppError } from '../../errors';
import { checkDailyLimit } from './send/daily-limit';
import { describeSession, describeSkip } from './describe-notice';
import { finishDrafts } from './send/finish-drafts';
import { holdLease, type Fence } from '../runtime/hold-lease';
import { ledgerWriter } from './send/ledger-writer';
import { leftToSend, type Left } from './send/left-to-send';
import { differenceOf } from './notice-digest';
import { planMails, type Sending } from './send/outgoing';
import { prepareNotice, type Preparation } from './prepare-notice';
import type { Message } from '#core/notice/words/render-notice';
import { sendChunks, type Progress } from './send/send-chunks';
import type { Ports } from '../runtime/use-case';

interface Call {
  readonly spreadsheetId: string;
  readonly kind: NoticeKind;
  readonly sessionId: string;
  readonly language: Language;
  /** No mail is begun that might not be over by then. */
  readonly until: Date;
  /** Reads the workbook again, under the lease. */
  readonly reread: () => Promise<Snapshot>;
}

export interface SendCall extends Call {
  /** Of the preview that is to be sent; null when the schedule calls, which nobody previews. */
  readonly digest: string | null;
}

/** What of a notice is to be sent, who is left out, and who was planned but is to get nothing now. */
interface Chosen {
  readonly messages: readonly Message[];
  readonly skipped: readonly Skip[];
  readonly dropped: Left['dropped'];
}

type Choose = (prepared: Preparation, at: Sending) => Chosen;

export function sendNotice(call: SendCall, ports: Ports): Promise<NoticeSent> {
  const choose: Choose = (prepared) => {
    checkPreview(prepared, call);
    const { messages, plan } = prepared;
    return { messages, skipped: plan.skipped, dropped: [] };
  };
  return sendOnLease(call, choose, ports);
}

/** Goes on with a send that was begun. Throws `AppError` sendStopped when it would not be what was previewed then. */
export function continueNotice(call: Call, ports: Ports): Promise<NoticeSent> {
  const { language } = call;
  return sendOnLease(call, (prepared, at) => leftToSend(prepared, { at, language }), ports);
}

async function sendOnLease(call: Call, choose: Choose, ports: Ports): Promise<NoticeSent> {
  const fence = await holdLease(call.spreadsheetId, ports);
  try {
    return await sendUnderLease(call, { choose, fence }, ports);
  } finally {
    await fence.release();
  }
}

async function sendUnderLease(
  call: Call,
  { choose, fence }: { readonly choose: Choose; readonly fence: Fence },
  ports: Ports,
): Promise<NoticeSent> {
  const snapshot = await call.reread();
  const { settings } = readSettings(snapshot.tables.settings);
  const now = ports.clock.now();
  const at: Sending = { snapshot, settings, now };
  const prepared = prepareNotice({ ...call, ...at, links: ports.links });
  const { messages, skipped, dropped } = choose(prepared, at);
  checkDailyLimit(snapshot, { planned: messages.length, settings, now });
  const mailer = ports.mailer(settings);
  try {
    const { plan } = prepared;
    const { language } = settings;
    const ledger = ledgerWriter(snapshot, { fence, language, reread: call.reread }, ports);
    const finished = await finishDrafts(snapshot, { plan, ledger, mailer }, ports);
    await ledger.write(dropped);
    const outgoing = planMails({ ...prepared, messages }, at);
    const perMinute = Math.floor(Math.min(settings.mailsPerMinute, mailer.perMinute ?? Infinity));
    const justNow = Array.from({ length: finished }, () => ports.clock.now().getTime());
    const tried = [...triedAt(snapshot), ...justNow];
    const pace = { perMinute, tried, until: call.until };
    const progress = await sendChunks({ ledger, outgoing, mailer, pace }, ports);
    return summarise(prepared, { progress, skipped, language: call.language });
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

interface Done {
  readonly progress: Progress;
  readonly skipped: readonly Skip[];
  readonly language: Language;
}

function summarise({ plan }: Preparation, { progress, skipped, language }: Done): NoticeSent {
  const { sent, waiting } = progress;
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
    skipped: skipped.map((skip) => describeSkip(skip, language)),
    waiting,
  };
}
