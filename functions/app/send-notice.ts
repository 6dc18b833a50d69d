// Carries out a previewed notice: lease → ledger rows → mails in chunks → ledger rows. At most once per key, whatever breaks.
import { randomUUID } from 'node:crypto';
import type { NoticeSent, WeeklyNoticeRequest } from '#core/contract/weekly-notice';
import {
  growLedger,
  planLedger,
  writeLedger,
  type Ledger,
  type LedgerLine,
} from '#core/notice/ledger';
import { leaseUntil, mayTake, type Lease } from '#core/notice/lease';
import { ledgerKey, type LedgerRow } from '#core/notice/notice';
import type { WorkbookChange } from '#core/workbook/change';
import { readSettings, type Settings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../errors';
import type { Mail, SendResult } from '../ports/mailer';
import { prepareNotice, sha256, type Message, type Preparation } from './prepare-notice';
import type { Opened, Ports } from './use-case';
import { describeSession, describeSkip } from './describe-notice';

/** Mails between two ledger writes: at most this many can be in doubt after a crash. */
const CHUNK = 25;

interface SendCall {
  readonly request: Extract<WeeklyNoticeRequest, { action: 'send' }>;
  readonly opened: Opened;
  /** Reads the workbook again, under the lease. */
  readonly reread: () => Promise<Snapshot>;
}

interface Outgoing {
  readonly message: Message;
  readonly mail: Mail;
  readonly line: LedgerLine;
}

export async function sendNotice(
  { request, opened, reread }: SendCall,
  ports: Ports,
): Promise<NoticeSent> {
  const mailer = ports.mailer();
  const fence = await takeLease(request.spreadsheetId, ports);
  try {
    const snapshot = await reread();
    const { settings } = readSettings(snapshot.tables.settings);
    const prepared = prepareNotice({
      snapshot,
      settings,
      sessionId: request.sessionId,
      now: ports.clock.now(),
    });
    if (prepared.blocking.length > 0)
      throw new AppError('entriesBlock', { facts: { count: prepared.blocking.length } });
    if (prepared.digest !== request.digest) throw new AppError('previewOutdated');
    const { ledger, outgoing } = planMails(prepared, {
      snapshot,
      settings,
      now: ports.clock.now(),
    });
    const results = await sendAll(
      { ledger, outgoing, fence, send: (mail) => mailer.send(mail) },
      ports,
    );
    return summarise(prepared, results, opened);
  } finally {
    await fence.release();
    await mailer.close();
  }
}

interface Fence {
  /** Carries out the changes if the lease is still ours, and renews it in the same step. */
  apply(changes: readonly WorkbookChange[]): Promise<void>;
  release(): Promise<void>;
}

async function takeLease(spreadsheetId: string, { workbook, clock }: Ports): Promise<Fence> {
  const token = randomUUID();
  const present = await workbook.readLease(spreadsheetId);
  if (!mayTake(present, clock.now())) throw new AppError('leaseHeld');
  let held: Lease = leaseUntil(token, clock.now());
  await workbook.apply(spreadsheetId, [{ kind: 'moveLease', from: present, to: held.value }]);
  return {
    async apply(changes) {
      const next = leaseUntil(token, clock.now());
      // Equal values mean the clock stood still: nothing to renew, but the lease must still be ours.
      await workbook.apply(spreadsheetId, [
        { kind: 'moveLease', from: held.value, to: next.value },
        ...changes,
      ]);
      held = next;
    },
    async release() {
      try {
        await workbook.apply(spreadsheetId, [{ kind: 'moveLease', from: held.value, to: null }]);
      } catch {
        // A lease that could not be given back runs out by itself; what was done stands.
      }
    },
  };
}

function planMails(
  prepared: Preparation,
  at: { snapshot: Snapshot; settings: Settings; now: Date },
): { ledger: Ledger; outgoing: Outgoing[] } {
  const { snapshot, settings, now } = at;
  const rows = prepared.messages.map((message) => ledgerRow(message, prepared, at));
  const ledger = planLedger(snapshot, rows, settings.language);
  const from = { name: settings.organiser, address: settings.sender };
  const outgoing = prepared.messages.flatMap((message, index): Outgoing[] => {
    const line = ledger.lines[index];
    if (!line) return [];
    const { recipient, subject, text, html } = message;
    const replyTo = settings.replyTo === '' ? null : settings.replyTo;
    const mail = {
      from,
      replyTo,
      to: { name: recipient.name, address: recipient.address },
      subject,
      text,
      html,
      messageId: line.row.messageId ?? '',
      date: now,
    };
    return [{ message, mail, line }];
  });
  return { ledger, outgoing };
}

function ledgerRow(
  message: Message,
  { plan, digest }: Preparation,
  at: { snapshot: Snapshot; settings: Settings; now: Date },
): LedgerRow {
  const key = ledgerKey(
    at.snapshot.spreadsheetId,
    plan.session.id,
    'weekly',
    message.recipient.memberId,
  );
  const domain = at.settings.sender.split('@')[1] ?? 'lectern.invalid';
  return {
    key,
    sessionId: plan.session.id,
    kind: 'weekly',
    memberId: message.recipient.memberId,
    recipient: message.recipient.address,
    state: 'planned',
    reason: null,
    messageId: `${sha256(key).slice(0, 32)}@${domain}`,
    draftId: null,
    contentHash: digest.slice(0, 16),
    sequence: 0,
    attempts: 0,
    updatedAt: at.now.toISOString(),
  };
}

interface SendJob {
  readonly ledger: Ledger;
  readonly outgoing: readonly Outgoing[];
  readonly fence: Fence;
  readonly send: (mail: Mail) => Promise<SendResult>;
}

interface Sent {
  readonly message: Message;
  readonly result: SendResult;
}

/** Each ledger write carries the results of one chunk and the intent of the next. */
async function sendAll(
  { ledger, outgoing, fence, send }: SendJob,
  { clock }: Ports,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  let pending: WorkbookChange[] = [...growLedger(ledger), ...writeLedger(ledger, ledger.lines)];
  for (let start = 0; start < outgoing.length; start += CHUNK) {
    const chunk = outgoing.slice(start, start + CHUNK);
    const sending = chunk.map(({ line }) =>
      mark(line, {
        state: 'sending',
        attempts: (line.row.attempts ?? 0) + 1,
        updatedAt: clock.now().toISOString(),
      }),
    );
    await fence.apply([...pending, ...writeLedger(ledger, sending)]);
    const lines: LedgerLine[] = [];
    for (const { message, mail, line } of chunk) {
      const result = await send(mail);
      sent.push({ message, result });
      const reason = result.state === 'sent' ? null : result.reason;
      lines.push(
        mark(line, {
          state: result.state,
          reason,
          attempts: (line.row.attempts ?? 0) + 1,
          updatedAt: clock.now().toISOString(),
        }),
      );
    }
    pending = writeLedger(ledger, lines);
  }
  if (outgoing.length > 0) await fence.apply(pending);
  return sent;
}

function mark(line: LedgerLine, values: Partial<LedgerRow>): LedgerLine {
  return { index: line.index, row: { ...line.row, ...values } };
}

function summarise({ plan }: Preparation, sent: readonly Sent[], { language }: Opened): NoticeSent {
  const trouble = (...states: readonly string[]): NoticeSent['failed'] =>
    sent.flatMap(({ message, result }) => {
      if (result.state === 'sent' || !states.includes(result.state)) return [];
      return [
        {
          memberId: message.recipient.memberId,
          name: message.recipient.name,
          code: result.state,
          reason: result.reason,
        },
      ];
    });
  return {
    action: 'send',
    session: describeSession(plan, language),
    sent: sent.filter(({ result }) => result.state === 'sent').length,
    failed: trouble('failed', 'retry'),
    unknown: trouble('unknown'),
    skipped: plan.skipped.map((skip) => describeSkip(skip, language)),
  };
}
