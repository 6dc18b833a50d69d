// Messages → mails with their rows in the ledger.
import { calendarEvent, eventTimes, type EventFacts } from '#core/notice/calendar-event';
import { noticeDetails } from '#core/notice/select-recipients';
import { planLedger } from '#core/notice/ledger/ledger';
import type { LedgerRow } from '#core/notice/notice';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Mail } from '../../../ports/mailer';
import { sha256 } from '../../runtime/fingerprint';
import { contentHash } from '../notice-fingerprint';
import { findTemplate } from '#core/notice/words/find-template';
import { renderNotice, type Message } from '#core/notice/words/render-notice';
import type { PreparedNotice } from '../prepare-notice';

export interface PlannedMail {
  readonly message: Message;
  readonly mail: Mail;
  readonly row: LedgerRow;
}

export interface SendContext {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly now: Date;
}

export function planMails(prepared: PreparedNotice, at: SendContext): readonly PlannedMail[] {
  const rows = planLedger(at.snapshot, plannedRows(prepared, at));
  const facts = eventFacts(prepared, at);
  return prepared.messages.flatMap((message, index): PlannedMail[] => {
    const row = rows[index];
    return row ? [{ message, row, mail: toMail(message, prepared, facts) }] : [];
  });
}

export function eventFacts({ plan }: PreparedNotice, at: SendContext): EventFacts {
  const { settings, now, snapshot } = at;
  const { occasion } = plan;
  const about = sha256(`${snapshot.spreadsheetId}|${occasion.id}`).slice(0, 32);
  const times =
    occasion.about === 'session' ? eventTimes(occasion.session, settings.timeZone) : null;
  return { uid: `${about}@${domainOf(settings)}`, now, settings, times };
}

export function toMail(message: Message, { plan }: PreparedNotice, facts: EventFacts): Mail {
  const { recipient, subject, text, html } = message;
  const { settings, now } = facts;
  return {
    from: { name: settings.organiser, address: settings.sender },
    replyTo: settings.replyTo === '' ? null : settings.replyTo,
    to: { name: recipient.name, address: recipient.address },
    subject,
    text,
    html,
    event: calendarEvent(plan, recipient, facts),
    messageId: messageIdOf(recipient.key, settings),
    date: now,
  };
}

const domainOf = ({ sender }: Settings): string => sender.split('@')[1] ?? 'lectern.invalid';

const messageIdOf = (key: string, settings: Settings): string =>
  `${sha256(key).slice(0, 32)}@${domainOf(settings)}`;

const UNDATED = new Date(0);

/** In the order of the messages. The date under the signature is no part of the content: it never stops a send that goes on. */
export function plannedRows(prepared: PreparedNotice, at: SendContext): LedgerRow[] {
  const facts = eventFacts(prepared, { ...at, now: UNDATED });
  const { settings } = at;
  const { issued: _, ...undated } = prepared.plan;
  const template = findTemplate(at.snapshot, undated.kind, settings.language);
  return prepared.messages.map((message) => {
    const { recipient } = message;
    const words = renderNotice(undated, recipient, { template, settings });
    const content = contentHash(toMail({ recipient, ...words }, prepared, facts));
    return { ...ledgerRow(message, prepared, at), contentHash: content };
  });
}

function ledgerRow(
  { recipient }: Message,
  { plan }: PreparedNotice,
  at: SendContext,
): Omit<LedgerRow, 'contentHash'> {
  return {
    key: recipient.key,
    sessionId: plan.occasion.id,
    kind: plan.kind,
    memberId: recipient.memberId,
    recipient: recipient.address,
    state: 'planned',
    reason: null,
    messageId: messageIdOf(recipient.key, at.settings),
    draftId: null,
    told: recipient.details ?? noticeDetails(plan),
    sequence: recipient.sequence,
    attempts: 0,
    updatedAt: at.now.toISOString(),
    issued: plan.issued ?? null,
  };
}
