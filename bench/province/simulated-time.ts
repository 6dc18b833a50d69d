// A clock that only waiting moves on: when all that runs is waiting, it jumps to the end of the shortest wait. What Google would take to
// answer is added for each request, so that a simulated minute has as much in it as a real one.
import { setTimeout as sleep } from 'node:timers/promises';

export interface SimulatedTime {
  now(): Date;
  /** Resolves when the clock has moved on so far. */
  pause(milliseconds: number): Promise<void>;
  /** Counts as running, not as waiting, until it is done. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** Moves the clock on until the work is done. */
  runUntil<T>(work: Promise<T>): Promise<T>;
}

interface Waiting {
  readonly until: number;
  readonly wake: () => void;
}

/** Waits that end this close together end at once: a quarter of a second is nothing in a quarter of an hour. */
const TOGETHER_MS = 250;

export function createSimulatedTime(start: string): SimulatedTime {
  let now = Date.parse(start);
  let running = 0;
  let waiting: Waiting[] = [];

  /** Whether nothing but waits is left: requests are answered over sockets, so the event loop is given some turns. */
  async function isIdle(): Promise<boolean> {
    for (let turn = 0; turn < 3; turn += 1) {
      if (running > 0) return false;
      await sleep(1);
    }
    return running === 0;
  }
  function moveOn(): void {
    const next = Math.min(...waiting.map(({ until }) => until));
    const ending = waiting.filter(({ until }) => until <= next + TOGETHER_MS);
    waiting = waiting.filter(({ until }) => until > next + TOGETHER_MS);
    now = Math.max(now, ...ending.map(({ until }) => until));
    for (const { wake } of ending) wake();
  }

  return {
    now: () => new Date(now),
    pause: (milliseconds) =>
      new Promise((wake) => void waiting.push({ until: now + milliseconds, wake })),
    async busy(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    },
    async runUntil(work) {
      const state = { isDone: false };
      const done = work.finally(() => (state.isDone = true));
      // What fails is thrown where it is awaited below.
      done.catch(() => undefined);
      while (!state.isDone) {
        if (running > 0 || waiting.length === 0 || !(await isIdle())) await sleep(1);
        else moveOn();
      }
      return done;
    },
  };
}
