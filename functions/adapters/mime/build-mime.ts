// A mail's bytes (RFC 5322, 2045): text, HTML and calendar entry. Built here once for both transports: no address text is ever parsed, no file or address ever fetched.
import type { Mail } from '../../ports/mailer';
import { addressHeader, textHeader } from './headers';

/** Base64 has no hyphen, so these cannot occur in a part. */
const ALTERNATIVES = 'lectern-alternatives';
const WHOLE = 'lectern-whole';

export function buildMime(mail: Mail): string {
  const { event } = mail;
  const alternatives = multipart('alternative', ALTERNATIVES, [
    part('text/plain; charset=utf-8', mail.text),
    part('text/html; charset=utf-8', mail.html),
    ...(event ? [part(`text/calendar; charset=utf-8; method=${event.method}`, event.content)] : []),
  ]);
  // Readers that do not take the entry from the alternatives take it from the attachment.
  const whole = event
    ? multipart('mixed', WHOLE, [alternatives, attachment('invite.ics', event.content)])
    : alternatives;
  return `${headersOf(mail).join('\r\n')}\r\n${whole}`;
}

function headersOf(mail: Mail): string[] {
  return [
    `From: ${addressHeader(mail.from)}`,
    `To: ${addressHeader(mail.to)}`,
    ...(mail.replyTo === null
      ? []
      : [`Reply-To: ${addressHeader({ name: '', address: mail.replyTo })}`]),
    `Subject: ${textHeader(mail.subject)}`,
    `Message-ID: <${mail.messageId}>`,
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
  ];
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.map((one) => `--${boundary}\r\n${one}`),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function part(contentType: string, content: string): string {
  return `Content-Type: ${contentType}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(content)}`;
}

function attachment(name: string, content: string): string {
  return [
    `Content-Type: application/ics; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(content),
  ].join('\r\n');
}

const LINE = 76;

function base64Lines(content: string): string {
  const encoded = Buffer.from(content, 'utf8').toString('base64');
  const lines: string[] = [];
  for (let start = 0; start < encoded.length; start += LINE)
    lines.push(encoded.slice(start, start + LINE));
  return lines.join('\r\n');
}
