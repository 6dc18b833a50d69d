/** What the inbox shows of one received message, read from its bytes. */
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';

export interface MessageSummary {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  /** The addresses the message was handed over for, which is what counts, not its To header. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
}

export interface MessageDetail extends MessageSummary {
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly text: string;
  /** Whether `/inbox/messages/<id>/html` has something to show. */
  readonly html: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly AttachmentSummary[];
  readonly size: number;
}

export interface AttachmentSummary {
  readonly filename: string | null;
  readonly contentType: string;
  readonly size: number;
}

/** What the SMTP dialogue said, beside the bytes of the message. */
export interface Envelope {
  readonly receivedAt: string;
  readonly recipients: readonly string[];
}

export interface ParsedMessage {
  readonly detail: MessageDetail;
  readonly html: string | null;
}

export async function parseMessage(
  id: string,
  raw: Buffer,
  envelope: Envelope,
): Promise<ParsedMessage> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  const html = mail.html === false || mail.html === undefined ? null : mail.html;
  return { html, detail: detailOf(mail, { id, size: raw.length, envelope, html: html !== null }) };
}

interface Facts {
  readonly id: string;
  readonly size: number;
  readonly envelope: Envelope;
  readonly html: boolean;
}

function detailOf(mail: ParsedMail, { id, size, envelope, html }: Facts): MessageDetail {
  return {
    id,
    receivedAt: envelope.receivedAt,
    from: mail.from?.text ?? '',
    to: envelope.recipients,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    cc: addresses(mail.cc),
    replyTo: addresses(mail.replyTo),
    text: mail.text ?? '',
    html,
    headers: mail.headerLines.map(({ line }) => splitHeader(line)),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? null,
      contentType,
      size,
    })),
    size,
  };
}

export function summaryOf(detail: MessageDetail): MessageSummary {
  const { id, receivedAt, from, to, subject, messageId } = detail;
  return { id, receivedAt, from, to, subject, messageId };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().map(({ text }) => text);
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\r?\n[ \t]*/g, ' ');
  return { name: line.slice(0, colon), value: value.trim() };
}
