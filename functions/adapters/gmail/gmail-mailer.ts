// The mailer port over the Gmail API. A draft is made, noted in the ledger, then sent: a draft that is gone was sent.
import * as z from 'zod';
import type { DraftPort, Mail, MailerPort, SendResult } from '../../ports/mailer';
import type { GmailClient } from '../google-clients';
import { readGoogleError } from '../google-sheets/google-error';
import { buildMime } from '../mime/build-mime';
import { isAddress } from '../mime/headers';

const DraftId = z.object({ id: z.string().min(1) });

const PARALLEL = 3;
/** The library would send a POST again by itself, and a mail twice. */
const ONCE = { retry: false } as const;

/** `client` is called with the first mail. A mail costs 110 of Google's quota units with its draft. */
export function gmailMailer(client: () => Promise<GmailClient>, perMinute: number): MailerPort {
  const users = async () => (await client()).users;
  return {
    parallel: PARALLEL,
    perMinute,
    drafts: draftsOf(users),
    async send(mail) {
      if (!isSendable(mail)) return { state: 'failed', reason: 'invalid address' };
      return sending(async () => {
        await (
          await users()
        ).messages.send({ userId: 'me', requestBody: { raw: toRaw(mail) } }, ONCE);
      });
    },
    close: () => Promise.resolve(),
  };
}

function draftsOf(users: () => Promise<GmailClient['users']>): DraftPort {
  return {
    async create(mail) {
      if (!isSendable(mail)) return { state: 'failed', reason: 'invalid address' };
      try {
        const requestBody = { message: { raw: toRaw(mail) } };
        const { data } = await (await users()).drafts.create({ userId: 'me', requestBody }, ONCE);
        return { state: 'created', id: DraftId.parse(data).id };
      } catch (error) {
        return toResult(error);
      }
    },
    send: (id) =>
      sending(async () => {
        await (await users()).drafts.send({ userId: 'me', requestBody: { id } }, ONCE);
      }),
    async isWaiting(id) {
      try {
        await (await users()).drafts.get({ userId: 'me', id, format: 'minimal' });
        return true;
      } catch (error) {
        return readGoogleError(error)?.status === 404 ? false : null;
      }
    },
  };
}

const isSendable = (mail: Mail): boolean => [mail.to.address, mail.from.address].every(isAddress);

const toRaw = (mail: Mail): string => Buffer.from(buildMime(mail)).toString('base64url');

async function sending(send: () => Promise<void>): Promise<SendResult> {
  try {
    await send();
    return { state: 'sent' };
  } catch (error) {
    return toResult(error);
  }
}

/** Google refuses with 4xx before it does anything; after a 5xx, a missing draft or no answer it is unknown whether the mail left. */
function toResult(error: unknown): SendResult {
  const google = readGoogleError(error);
  const status = google?.status ?? null;
  if (status === 429 || (status === 403 && /rate|quota|limit/i.test(google?.message ?? '')))
    return { state: 'retry', reason: `refused for now (${status})` };
  if (status === 404) return { state: 'unknown', reason: 'the draft is gone' };
  if (status !== null && status >= 400 && status < 500)
    return { state: 'failed', reason: `refused (${status})` };
  return {
    state: 'unknown',
    reason: status === null ? 'no answer' : `no clear answer (${status})`,
  };
}
