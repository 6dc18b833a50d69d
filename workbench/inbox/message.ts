/** What the inbox shows of one received message, read from its bytes. */
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';

export interface MessageSummary {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  /** The addresses the message was handed over for, which is what counts, not its To header. */
  readonly to: readonly string[];
  /** The same people as their To and Cc headers call them, with the address; the address alone where no header names it. */
  readonly named: readonly string[];
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
  /** In the order of `detail.attachments`. */
  readonly files: readonly Buffer[];
}

export async function parseMessage(
  id: string,
  raw: Buffer,
  envelope: Envelope,
): Promise<ParsedMessage> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  const html = mail.html === false || mail.html === undefined ? null : mail.html;
  const detail = detailOf(mail, { id, size: raw.length, envelope, html: html !== null });
  return { html, detail, files: mail.attachments.map(({ content }) => content) };
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
    named: namedRecipients(mail, envelope.recipients),
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
  const { id, receivedAt, from, to, named, subject, messageId } = detail;
  return { id, receivedAt, from, to, named, subject, messageId };
}

function namedRecipients({ to, cc }: ParsedMail, recipients: readonly string[]): string[] {
  const people = [to ?? [], cc ?? []].flat().flatMap(({ value }) => value);
  const names = new Map(
    people.map(({ address = '', name }) => [address.toLowerCase(), name] as const),
  );
  return recipients.map((address) => {
    const name = names.get(address.toLowerCase()) ?? '';
    return name === '' || name === address ? address : `${name} <${address}>`;
  });
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().map(({ text }) => text);
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\r?\n[ \t]*/g, ' ');
  return { name: line.slice(0, colon), value: value.trim() };
}
