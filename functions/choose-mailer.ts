// Which way mail leaves, as the workbook's settings choose among what the deployment offers.
import type { Settings } from '#core/workbook/read/settings';
import { fetchDelegatedToken } from './adapters/gmail/delegated-token';
import { gmailMailer } from './adapters/gmail/gmail-mailer';
import { gmailClient, localToken, postAsDeployment } from './adapters/google-clients';
import { smtpMailer } from './adapters/smtp/smtp-mailer';
import type { Config, GmailConfig } from './config';
import { AppError } from './errors';
import type { Clock } from './ports/clock';
import type { MailerPort } from './ports/mailer';

/** Throws `AppError` mailNotSetUp when the deployment does not offer it, or not for this sender. */
export function chooseMailer(
  { transport, sender }: Pick<Settings, 'transport' | 'sender'>,
  { smtpUrl, gmail }: Pick<Config, 'smtpUrl' | 'gmail'>,
  clock: Clock,
): MailerPort {
  if (transport === 'gmail') return gmailFor(sender.toLowerCase(), gmail, clock);
  if (smtpUrl === null) throw new AppError('mailNotSetUp');
  return smtpMailer(smtpUrl);
}

function gmailFor(
  sender: string,
  { account, senders, perMinute, rootUrl }: GmailConfig,
  clock: Clock,
): MailerPort {
  if (rootUrl !== null)
    return gmailMailer(
      once(() => gmailClient(localToken, rootUrl)),
      perMinute,
    );
  if (account === null || !senders.includes(sender)) throw new AppError('mailNotSetUp');
  const now = () => clock.now();
  const token = () => fetchDelegatedToken({ account, sender, post: postAsDeployment, now });
  return gmailMailer(
    once(() => gmailClient(token, null)),
    perMinute,
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
