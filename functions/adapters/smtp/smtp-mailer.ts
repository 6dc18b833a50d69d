// The mailer port over SMTP: one recipient a mail, a few connections kept open. The library is loaded with the first mail, not at a cold start.
import { Readable } from 'node:stream';
import * as z from 'zod';
import type { Mail, MailerPort, SendResult } from '../../ports/mailer';
import { buildMime } from '../mime/build-mime';
import { isAddress } from '../mime/headers';

const SmtpFailure = z.object({
  responseCode: z.number().optional(),
  code: z.string().optional(),
});

const CONNECTIONS = 4;

/** The connections are opened with the first mails. */
export function smtpMailer(url: string): MailerPort {
  let opened: ReturnType<typeof openTransport> | undefined;
  return {
    parallel: CONNECTIONS,
    perMinute: null,
    drafts: null,
    async send(mail) {
      if (![mail.to.address, mail.from.address].every(isAddress))
        return { state: 'failed', reason: 'invalid address' };
      const transport = await (opened ??= openTransport(url));
      const message = toMessage(mail);
      try {
        await transport.sendMail(message);
        return { state: 'sent' };
      } catch (error) {
        return toResult(error, message.body.hasBegun);
      }
    },
    async close() {
      const transport = await opened;
      transport?.close();
      opened = undefined;
    },
  };
}

async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    // By itself the pool hands a mail over again when the connection breaks, even after the server took it.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    // The pool keeps what `toMessage` gave it.
    const { body } = mail.data as ReturnType<typeof toMessage>;
    mail.message.createReadStream = () => streamOf(body);
    done();
  });
  return transport;
}

/** A mail's bytes, and whether the server has asked for any of them. */
interface Body {
  readonly bytes: string;
  hasBegun: boolean;
}

/** Read only after the server has answered DATA with "go on". */
function streamOf(body: Body): Readable {
  return new Readable({
    read() {
      body.hasBegun = true;
      this.push(body.bytes);
      this.push(null);
    },
  });
}

function toMessage(mail: Mail) {
  const body: Body = { bytes: buildMime(mail), hasBegun: false };
  return {
    envelope: { from: mail.from.address, to: [mail.to.address] },
    body,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The server closes the connection for everybody, whatever the mail. */
const OUT_OF_SERVICE = 421;
/** The library itself does not take the addresses or the text. */
const ABOUT_THE_MAIL: readonly string[] = ['EENVELOPE', 'EMESSAGE', 'ESTREAM'];

/** A refusal is certain; a connection that broke before the message body left is too; after that the outcome is unknown. */
function toResult(error: unknown, hasBegun: boolean): SendResult {
  const failure = SmtpFailure.safeParse(error);
  const { responseCode = 0, code = 'unknown' } = failure.success ? failure.data : {};
  if (responseCode >= 500) return { state: 'failed', reason: `refused (${responseCode})` };
  if (responseCode >= 400) {
    const isOutage = responseCode === OUT_OF_SERVICE;
    return { state: 'retry', reason: `refused for now (${responseCode})`, isOutage };
  }
  if (!hasBegun) {
    const isOutage = !ABOUT_THE_MAIL.includes(code);
    return { state: 'retry', reason: `no connection (${code})`, isOutage };
  }
  return { state: 'unknown', reason: `connection lost (${code})` };
}
