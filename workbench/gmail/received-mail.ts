/** What somebody received, as Gmail lists and gives it. The search of Gmail is not emulated: every mail of the mailbox is listed. */
import type { StoredMessage } from '../inbox/message-store';
import type { Exchange } from '../server/route';

const PAGE_SIZE = 100;

/** Undefined for a call about something else; null for a message that is not there. */
export function readReceived(
  { request, rest, url }: Exchange,
  all: readonly StoredMessage[],
): object | null | undefined {
  const [, user, id] = /^\/v1\/users\/([^/]+)\/messages(?:\/([\w-]+))?$/.exec(rest) ?? [];
  if (user === undefined || request.method !== 'GET') return undefined;
  const mailbox = decodeURIComponent(user).toLowerCase();
  const own = all.filter(({ envelope }) =>
    envelope.recipients.some((recipient) => recipient.toLowerCase() === mailbox),
  );
  if (id === undefined) return listOf(own, Number(url.searchParams.get('pageToken') ?? 0));
  const found = own.find((message) => message.id === id);
  return found === undefined ? null : { id, raw: found.raw.toString('base64url') };
}

/** The newest first. */
function listOf(own: readonly StoredMessage[], start: number): object {
  const page = own.toReversed().slice(start, start + PAGE_SIZE);
  const next = start + PAGE_SIZE;
  return {
    ...(page.length > 0 && { messages: page.map(({ id }) => ({ id, threadId: id })) }),
    ...(next < own.length && { nextPageToken: String(next) }),
    resultSizeEstimate: own.length,
  };
}
