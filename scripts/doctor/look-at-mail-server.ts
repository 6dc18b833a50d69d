// Whether the deployment can send for the workbook's sender; nothing is sent.
import { createTransport } from 'nodemailer';
import { diagnosis, type Diagnosis } from '#core/diagnosis/diagnosis';
import type { Settings } from '#core/workbook/read/settings';
import { fetchDelegatedToken } from '#functions/adapters/gmail/delegated-token';
import { postAsDeployment } from '#functions/adapters/google-clients';
import type { Config } from '#functions/config';

export async function lookAtMailServer(
  config: Config | null,
  { transport, sender }: Pick<Settings, 'transport' | 'sender'>,
): Promise<Diagnosis[]> {
  if (config === null) return [];
  if (transport === 'gmail') return lookAtGmail(config, sender.toLowerCase());
  // On the administrator's machine the password is not: it is in Secret Manager.
  if (config.smtpUrl === null) return [diagnosis('mailNotLooked')];
  const server = createTransport({ url: config.smtpUrl, connectionTimeout: 10_000 });
  try {
    await server.verify();
    return [];
  } catch (error) {
    return [diagnosis('mailServerRefuses', { reason: reasonOf(error) })];
  } finally {
    server.close();
  }
}

async function lookAtGmail({ gmail }: Config, sender: string): Promise<Diagnosis[]> {
  const { account, senders, rootUrl } = gmail;
  // The workbench takes any sender.
  if (rootUrl !== null) return [];
  if (account === null || !senders.includes(sender))
    return [diagnosis('mailNotSetUp', { transport: 'gmail', sender })];
  try {
    await fetchDelegatedToken({ account, sender, post: postAsDeployment, now: () => new Date() });
    return [];
  } catch (error) {
    return [diagnosis('mailServerRefuses', { reason: reasonOf(error) })];
  }
}

/** A server may repeat the user name; the password it never does. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
