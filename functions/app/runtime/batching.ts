// Many calls at the same moment: what arrives while a write is on its way is written together in the next one.
import type { Ports } from './use-case';

export type Batcher<At, Claim, Result> = (at: At, claim: Claim, ports: Ports) => Promise<Result>;

interface BatcherOptions<At, Claim, Result> {
  /** Those with the same key are written together. */
  readonly keyOf: (at: At) => string;
  /** One result for each claim, in their order. */
  readonly write: (at: At, claims: readonly Claim[], ports: Ports) => Promise<readonly Result[]>;
}

interface PendingItem<Claim, Result> {
  readonly claim: Claim;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Made once for a process. */
export function createBatcher<At, Claim, Result>(
  parts: BatcherOptions<At, Claim, Result>,
): Batcher<At, Claim, Result> {
  const queues = new Map<string, PendingItem<Claim, Result>[]>();
  return (at, claim, ports) =>
    new Promise((resolve, reject) => {
      const key = parts.keyOf(at);
      const queue = queues.get(key);
      if (queue) {
        queue.push({ claim, resolve, reject });
        return;
      }
      const opened = [{ claim, resolve, reject }];
      queues.set(key, opened);
      const write = (claims: readonly Claim[]) => parts.write(at, claims, ports);
      void writeBatches(opened, { write, done: () => queues.delete(key) });
    });
}

interface BatchRun<Claim, Result> {
  readonly write: (claims: readonly Claim[]) => Promise<readonly Result[]>;
  /** Called in the same step in which nothing waits any more: a call between the two would wait for ever. */
  readonly done: () => void;
}

/** Never throws: each waiting call is resolved or rejected. */
async function writeBatches<Claim, Result>(
  queue: PendingItem<Claim, Result>[],
  { write, done }: BatchRun<Claim, Result>,
): Promise<void> {
  while (queue.length > 0) {
    const together = queue.splice(0);
    try {
      const results = await write(together.map(({ claim }) => claim));
      for (const [index, { resolve }] of together.entries()) {
        // The write answers for each claim.
        resolve(results[index] as Result);
      }
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
  done();
}
