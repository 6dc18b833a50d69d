// The mailer port over SMTP. One recipient a mail; no address text is ever parsed; no file or address is ever fetched.
import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Mail, MailerPort, SendResult } from '../../ports/mailer';

const SmtpFailure = z.object({
  responseCode: z.number().optional(),
  command: z.string().optional(),
  code: z.string().optional(),
});
const OneAddress = z.email();

type Transport = ReturnType<typeof openTransport>;

/** The connection is opened with the first mail. */
export function smtpMailer(url: string): MailerPort {
  let transport: Transport | undefined;
  return {
    async send(mail) {
      if (!OneAddress.safeParse(mail.to.address).success)
        return { state: 'failed', reason: 'invalid address' };
      transport ??= openTransport(url);
      try {
        await transport.sendMail(toMessage(mail));
        return { state: 'sent' };
      } catch (error) {
        return toResult(error);
      }
    },
    close() {
      transport?.close();
      transport = undefined;
      return Promise.resolve();
    },
  };
}

function openTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    maxMessages: Infinity,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function toMessage(mail: Mail) {
  return {
    from: { ...mail.from },
    to: [{ ...mail.to }],
    envelope: { from: mail.from.address, to: [mail.to.address] },
    ...(mail.replyTo !== null && { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A refusal is certain; a connection that broke before the message body left is too; after that nobody can tell. */
function toResult(error: unknown): SendResult {
  const failure = SmtpFailure.safeParse(error);
  const { responseCode = 0, command = '', code = 'unknown' } = failure.success ? failure.data : {};
  if (responseCode >= 500) return { state: 'failed', reason: `refused (${responseCode})` };
  if (responseCode >= 400) return { state: 'retry', reason: `refused for now (${responseCode})` };
  if (
    code === 'ECONNECTION' ||
    code === 'EDNS' ||
    code === 'EAUTH' ||
    ['CONN', 'EHLO', 'MAIL FROM', 'RCPT TO'].includes(command)
  ) {
    return { state: 'retry', reason: `no connection (${code})` };
  }
  return { state: 'unknown', reason: `connection lost (${code})` };
}
