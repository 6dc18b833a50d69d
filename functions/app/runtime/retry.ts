// Tries again what failed for a moment: Google's quota is counted by the minute, and a server that is down is mostly back soon.
import { AppError } from '../../errors';

const RETRY_DELAYS_MS = [500, 2_000, 8_000, 20_000, 40_000];

const TRANSIENT: readonly AppError['refusal'][] = ['sheetsDown', 'quotaReached', 'factStoreDown'];

export const isTransient = (error: unknown): boolean =>
  error instanceof AppError && TRANSIENT.includes(error.refusal);

/** Over by itself within minutes; what else is refused waits for people. */
const PASSING: readonly AppError['refusal'][] = [
  'quotaReached',
  'sheetsDown',
  'leaseHeld',
  'writeConflict',
  'rowsMoved',
  'queueDown',
  'factStoreDown',
];

export function isPassing(error: unknown): boolean {
  return error instanceof AppError && PASSING.includes(error.refusal);
}

/** For work that may be done twice without harm. Each wait is up to a quarter shorter, so that calls that failed together do not come again together. */
export async function retry<T>(
  work: () => Promise<T>,
  { pause }: { readonly pause: (milliseconds: number) => Promise<void> },
): Promise<T> {
  for (const wait of RETRY_DELAYS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await pause(wait * (1 - Math.random() / 4));
    }
  }
  return work();
}
