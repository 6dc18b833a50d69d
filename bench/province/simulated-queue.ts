// Cloud Tasks as `deploy.sh` sets it up: a queue for each account, so many tasks a second and at once, and a task that is answered with 503
// again after a minute.
import type { Task, TaskQueue } from '#functions/ports/task-queue';
import { AppError } from '#functions/errors';
import type { SimulatedTime } from './simulated-time';

export interface SimulatedQueue extends TaskQueue {
  isIdle(): boolean;
  /** Resolves when nothing waits; throws what a task failed with. */
  settled(): Promise<void>;
  /** Answers with 503. */
  readonly postponed: number;
}

interface QueueParts {
  readonly time: SimulatedTime;
  /** Carries a task out on a free instance; throws tryLater for a 503. */
  readonly run: (task: Task) => Promise<unknown>;
}

/** As in deploy/deploy.sh; a test compares. */
export const QUEUE = { secondsBetween: 6.25, atOnce: 3, backoffSeconds: 60 } as const;

export function createSimulatedQueue({ time, run }: QueueParts): SimulatedQueue {
  const names = new Set<string>();
  const lanes = new Map<string | null, Promise<void>>();
  let postponed = 0;
  let open = 0;
  const all: Promise<void>[] = [];

  async function attempt(task: Task): Promise<void> {
    for (;;) {
      try {
        await run(task);
        open -= 1;
        return;
      } catch (error) {
        if (!(error instanceof AppError) || error.refusal !== 'tryLater') throw error;
        postponed += 1;
        await time.pause(QUEUE.backoffSeconds * 1000);
      }
    }
  }
  /** One after the other leaves the queue, so many at once. */
  async function drain(tasks: readonly Task[]): Promise<void> {
    const begun = new Set<Promise<void>>();
    for (const task of tasks) {
      while (begun.size >= QUEUE.atOnce) await Promise.race(begun);
      const done = attempt(task).finally(() => begun.delete(done));
      begun.add(done);
      await time.pause(QUEUE.secondsBetween * 1000);
    }
    await Promise.all(begun);
  }
  return {
    isLasting: true,
    add(tasks) {
      const fresh = tasks.filter(({ name }) => !names.has(name));
      for (const { name } of fresh) names.add(name);
      open += fresh.length;
      for (const account of new Set(fresh.map((task) => task.account))) {
        const own = fresh.filter((task) => task.account === account);
        const lane = (lanes.get(account) ?? Promise.resolve()).then(() => drain(own));
        lanes.set(account, lane);
        all.push(lane);
      }
      return Promise.resolve([]);
    },
    isIdle: () => open === 0,
    async settled() {
      await Promise.all(all);
    },
    get postponed() {
      return postponed;
    },
  };
}
