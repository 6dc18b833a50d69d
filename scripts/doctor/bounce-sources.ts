// Where notifications of mails that came back are read: files that somebody saved, or a mailbox through the Gmail API.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { GmailClient } from '#functions/adapters/google-clients';

/** A file, or all `.eml` files of a folder. */
export async function mailsInFiles(path: string): Promise<Buffer[]> {
  const isFolder = (await stat(path)).isDirectory();
  if (!isFolder) return [await readFile(path)];
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.eml')).sort();
  return Promise.all(names.map((name) => readFile(join(path, name))));
}

/**
 * Notifications come from the mail system; one that somebody forwards is an attachment. A notification is older than two weeks only
 * if nobody has looked for so long.
 */
const QUERY = 'newer_than:14d {from:mailer-daemon from:postmaster filename:eml}';
const MOST = 500;

const ListAnswer = z.object({
  messages: z.array(z.object({ id: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});
const RawAnswer = z.object({ raw: z.string() });

/** The newest 500 mails that may be notifications, oldest first. */
export async function mailsInMailbox(gmail: GmailClient, mailbox: string): Promise<Buffer[]> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = { userId: mailbox, q: QUERY, maxResults: 100 };
    const { data } = await gmail.users.messages.list(
      pageToken === undefined ? page : { ...page, pageToken },
    );
    const { messages, nextPageToken } = ListAnswer.parse(data);
    ids.push(...messages.map(({ id }) => id));
    pageToken = nextPageToken;
  } while (pageToken !== undefined && ids.length < MOST);
  const mails: Buffer[] = [];
  for (const id of ids.slice(0, MOST).reverse()) {
    const { data } = await gmail.users.messages.get({ userId: mailbox, id, format: 'raw' });
    mails.push(Buffer.from(RawAnswer.parse(data).raw, 'base64url'));
  }
  return mails;
}
