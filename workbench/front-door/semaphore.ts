/** The places of a service: concurrency × instances. Who finds none waits a while, in the order of coming. */

export interface Semaphore {
  /** Resolves to what gives the place back; to null when none became free in time. */
  acquire(most: number, pendingMilliseconds: number): Promise<(() => void) | null>;
}

export function createSemaphore(): Semaphore {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const give = (): void => {
    const next = waiting.shift();
    // The place goes on to who waits, so `taken` stays.
    if (next) next();
    else taken -= 1;
  };
  return {
    acquire(most, pendingMilliseconds) {
      if (taken < most) {
        taken += 1;
        return Promise.resolve(give);
      }
      return new Promise((resolve) => {
        const enter = (): void => {
          clearTimeout(timer);
          resolve(give);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(enter), 1);
          resolve(null);
        }, pendingMilliseconds);
        waiting.push(enter);
      });
    },
  };
}
