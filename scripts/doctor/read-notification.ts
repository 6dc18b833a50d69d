// Reads delivery status notifications (RFC 3464) out of mails: the notification itself, or one that somebody forwarded as an attachment.
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import * as z from 'zod';
import type { Bounce } from '#core/notice/ledger/bounces';

export interface ReadNotification {
  /** Recipients whose mail is lost; a delay is none. */
  readonly bounces: readonly Bounce[];
  /** It is a notification in the form of RFC 3464, whatever it says. */
  readonly isNotification: boolean;
}

/** How deep a notification may be wrapped in forwarded mails. */
const DEPTH = 3;

export async function readNotification(raw: Buffer, depth = DEPTH): Promise<ReadNotification> {
  const mail = await parseMail(raw);
  const at = mail.date ?? new Date(0);
  const status = mail.attachments.find(
    ({ contentType }) => contentType === 'message/delivery-status',
  );
  if (status !== undefined) {
    const messageId = await originalId(mail.attachments);
    return {
      bounces: failuresIn(status.content.toString('utf8'), { messageId, at }),
      isNotification: true,
    };
  }
  if (depth === 0) return { bounces: [], isNotification: false };
  const wrapped = mail.attachments.filter(isMail);
  const found = await Promise.all(
    wrapped.map(({ content }) => readNotification(content, depth - 1)),
  );
  return {
    bounces: found.flatMap(({ bounces }) => bounces),
    isNotification: found.some(({ isNotification }) => isNotification),
  };
}

const parseMail = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, {
    skipTextToHtml: true,
    skipHtmlToText: true,
    skipImageLinks: true,
    // Otherwise the parser puts the status into the text.
    keepDeliveryStatus: true,
  });

const isMail = ({ contentType, filename }: Attachment): boolean =>
  contentType === 'message/rfc822' || filename?.toLowerCase().endsWith('.eml') === true;

/** The mail that came back is attached whole, or with its headers only. */
async function originalId(attachments: readonly Attachment[]): Promise<string | null> {
  const original = attachments.find(
    (one) => isMail(one) || one.contentType === 'text/rfc822-headers',
  );
  if (original === undefined) return null;
  const { messageId } = await parseMail(original.content);
  return messageId?.replace(/^<|>$/g, '') ?? null;
}

type Fields = ReadonlyMap<string, string>;

/** Groups of fields separated by blank lines: the first is about the mail, each other one about a recipient. */
function failuresIn(status: string, { messageId, at }: Pick<Bounce, 'messageId' | 'at'>): Bounce[] {
  const [, ...groups] = status
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map(readFields)
    .filter((fields) => fields.size > 0);
  return groups.flatMap((fields) => {
    if (fields.get('action')?.toLowerCase() !== 'failed') return [];
    const recipient =
      addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    if (recipient === null) return [];
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[^;]*;\s*/, '');
    return [{ recipient, messageId, status, diagnostic, at }];
  });
}

/** A line that begins with a blank goes on with the field before it. */
function readFields(group: string): Fields {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line.trim()) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[name.toLowerCase(), value] as const];
    }),
  );
}

const Address = z.email();

/** `rfc822; somebody@example.org` */
function addressIn(field: string | undefined): string | null {
  const text = field?.split(';').at(-1)?.trim().replace(/^<|>$/g, '').toLowerCase();
  return Address.safeParse(text).data ?? null;
}
