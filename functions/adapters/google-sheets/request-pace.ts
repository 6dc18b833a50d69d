// Keeps one account's requests below Google's limits a minute, reads and writes apart, as far as this process knows of them. A bucket of
// tokens: a third of a minute's requests may come at once, and the rest is refilled evenly, so that no minute has more than its number.
import { setTimeout as sleep } from 'node:timers/promises';

export interface PaceOptions {
  /** Reads a minute, and as many writes. */
  readonly perMinute: number;
  /** In milliseconds; only differences count. */
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

type Kind = 'read' | 'write';

const MINUTE = 60_000;

export type FetchRequest = typeof fetch;

/** A `fetch` that waits for its turn; what is not of the Sheets API goes through at once. */
export function pacedFetch(options: PaceOptions, send: FetchRequest = fetch): FetchRequest {
  const buckets = { read: createBucket(options), write: createBucket(options) };
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (url.includes('/v4/spreadsheets')) await buckets[kindOf(method, url)]();
    return send(input, init);
  };
}

/** Google counts what retrieves data as a read, also where the question is posted. */
const kindOf = (method: string, url: string): Kind =>
  method === 'GET' || /:(?:getByDataFilter|batchGetByDataFilter|search)\b/.test(url)
    ? 'read'
    : 'write';

/** Resolves when the caller has its token, in the order of the calls. */
function createBucket({
  perMinute,
  now = () => performance.now(),
  pause = sleep,
}: PaceOptions): () => Promise<void> {
  const most = Math.max(1, Math.floor(perMinute / 3));
  const perMillisecond = Math.max(1, perMinute - most) / MINUTE;
  let tokens = most;
  let filledAt = now();
  let last: Promise<void> = Promise.resolve();
  const take = async (): Promise<void> => {
    for (;;) {
      const at = now();
      tokens = Math.min(most, tokens + (at - filledAt) * perMillisecond);
      filledAt = at;
      if (tokens >= 1) break;
      await pause(Math.ceil((1 - tokens) / perMillisecond));
    }
    tokens -= 1;
  };
  return () => (last = last.then(take));
}
