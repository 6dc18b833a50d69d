/** Carries out UrlFetchApp's requests; nothing leaves this machine. */
import type { FetchReply, FetchRequest } from './protocol';

const LOOPBACK = ['127.0.0.1', 'localhost'];
/** How long Google waits for one answer, as far as known. */
const TIME_LIMIT_MILLISECONDS = 60_000;

export async function fetchLoopback(request: FetchRequest): Promise<FetchReply> {
  if (!URL.canParse(request.url)) throw new Error(`Invalid argument: ${request.url}`);
  const url = new URL(request.url);
  if (url.protocol !== 'http:' || !LOOPBACK.includes(url.hostname)) {
    throw new Error(`not emulated: UrlFetchApp.fetch of ${url.origin}, outside this machine`);
  }
  const reply = await fetch(url, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_LIMIT_MILLISECONDS),
  }).catch((cause: unknown) => {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new Error(`${late ? 'Timeout' : 'Address unavailable'}: ${request.url}`, { cause });
  });
  return {
    status: reply.status,
    headers: [...reply.headers],
    body: new Uint8Array(await reply.arrayBuffer()),
  };
}
