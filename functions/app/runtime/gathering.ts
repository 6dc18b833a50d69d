// Many come at the same moment: whoever comes while a write is on its way is written together with the others in the next one.
import type { Ports } from './use-case';

export type Gather<At, Claim, Result> = (at: At, claim: Claim, ports: Ports) => Promise<Result>;

interface Gathering<At, Claim, Result> {
  /** Those with the same key are written together. */
  readonly keyOf: (at: At) => string;
  /** One result for each claim, in their order. */
  readonly write: (at: At, claims: readonly Claim[], ports: Ports) => Promise<readonly Result[]>;
}

interface Waiting<Claim, Result> {
  readonly claim: Claim;
  readonly settle: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/** Made once for a process. */
export function gathering<At, Claim, Result>(
  parts: Gathering<At, Claim, Result>,
): Gather<At, Claim, Result> {
  const queues = new Map<string, Waiting<Claim, Result>[]>();
  return (at, claim, ports) =>
    new Promise((settle, fail) => {
      const key = parts.keyOf(at);
      const queue = queues.get(key);
      if (queue) {
        queue.push({ claim, settle, fail });
        return;
      }
      const opened = [{ claim, settle, fail }];
      queues.set(key, opened);
      const write = (claims: readonly Claim[]) => parts.write(at, claims, ports);
      void writeAll(opened, { write, done: () => queues.delete(key) });
    });
}

interface Writing<Claim, Result> {
  readonly write: (claims: readonly Claim[]) => Promise<readonly Result[]>;
  /** Called in the same step in which nobody waits any more: whoever came between the two would wait for ever. */
  readonly done: () => void;
}

/** Never throws: each of those who wait is told. */
async function writeAll<Claim, Result>(
  queue: Waiting<Claim, Result>[],
  { write, done }: Writing<Claim, Result>,
): Promise<void> {
  while (queue.length > 0) {
    const together = queue.splice(0);
    try {
      const results = await write(together.map(({ claim }) => claim));
      for (const [index, { settle }] of together.entries()) {
        // The write answers for each claim.
        settle(results[index] as Result);
      }
    } catch (error) {
      for (const { fail } of together) fail(error);
    }
  }
  done();
}
