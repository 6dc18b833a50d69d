// The mailer port over SMTP: one recipient a mail, a few connections kept open.
import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Mail, MailerPort, SendResult } from '../../ports/mailer';
import { buildMime } from '../mime/build-mime';
import { isAddress } from '../mime/headers';

const SmtpFailure = z.object({
  responseCode: z.number().optional(),
  command: z.string().optional(),
  code: z.string().optional(),
});

const CONNECTIONS = 4;

/** The connections are opened with the first mails. */
export function smtpMailer(url: string): MailerPort {
  let transport: ReturnType<typeof openTransport> | undefined;
  return {
    parallel: CONNECTIONS,
    perMinute: null,
    drafts: null,
    async send(mail) {
      if (![mail.to.address, mail.from.address].every(isAddress))
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
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function toMessage(mail: Mail) {
  return {
    envelope: { from: mail.from.address, to: [mail.to.address] },
    raw: buildMime(mail),
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
    code === 'EDNS' ||
    code === 'EAUTH' ||
    ['CONN', 'EHLO', 'HELO', 'MAIL FROM', 'RCPT TO'].includes(command)
  ) {
    return { state: 'retry', reason: `no connection (${code})` };
  }
  return { state: 'unknown', reason: `connection lost (${code})` };
}
