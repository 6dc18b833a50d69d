/** Locks between executions, each held by one execution at a time. */
import type { PropertyScope } from './protocol';

export interface LocksOfExecution {
  acquire(scope: PropertyScope, milliseconds: number): Promise<boolean>;
  release(scope: PropertyScope): void;
  /** Google releases what an execution still holds when it ends. */
  releaseAll(): void;
}

interface Waiter {
  readonly owner: symbol;
  readonly proceed: (acquired: boolean) => void;
}

export function createLocks(): () => LocksOfExecution {
  const owners = new Map<PropertyScope, symbol>();
  const waiters = new Map<PropertyScope, Waiter[]>();

  const release = (scope: PropertyScope, owner: symbol): void => {
    if (owners.get(scope) !== owner) return;
    const next = waiters.get(scope)?.shift();
    if (next === undefined) {
      owners.delete(scope);
      return;
    }
    owners.set(scope, next.owner);
    next.proceed(true);
  };
  const wait = (scope: PropertyScope, owner: symbol, milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      const queue = waiters.get(scope) ?? [];
      waiters.set(scope, queue);
      const timer = setTimeout(() => waiter.proceed(false), milliseconds);
      const waiter: Waiter = {
        owner,
        proceed(acquired) {
          clearTimeout(timer);
          if (!acquired) queue.splice(queue.indexOf(waiter), 1);
          resolve(acquired);
        },
      };
      queue.push(waiter);
    });

  return () => {
    const owner = Symbol('execution');
    return {
      async acquire(scope, milliseconds) {
        const holder = owners.get(scope) ?? owner;
        if (holder !== owner) return wait(scope, owner, milliseconds);
        owners.set(scope, owner);
        return true;
      },
      release: (scope) => release(scope, owner),
      releaseAll: () => [...owners.keys()].forEach((scope) => release(scope, owner)),
    };
  };
}
