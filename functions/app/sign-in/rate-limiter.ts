// Wrong guesses are counted, so that nobody can try all four-digit numbers. Kept in memory: a few instances allow a few times as many.
import type { Clock } from '../../ports/clock';

export interface RateLimiter {
  /**
   * Counts a guess as wrong before it is known to be: of many at once no more are evaluated than one after the other. Null when this
   * name was entered wrongly too often recently.
   */
  consume(key: string, clock: Clock): CountedAttempt | null;
}

export interface CountedAttempt {
  /** It was not wrong. */
  refund(): void;
}

const MAX_ATTEMPTS = 5;
const WINDOW_MS = 10 * 60_000;
/** Beyond this the oldest are forgotten. */
const MAX_KEYS = 10_000;

export function createRateLimiter(): RateLimiter {
  const wrong = new Map<string, readonly { readonly at: number }[]>();
  return {
    consume(key, clock) {
      const at = clock.now().getTime();
      const recent = (wrong.get(key) ?? []).filter((guess) => guess.at > at - WINDOW_MS);
      if (recent.length >= MAX_ATTEMPTS) return null;
      const guess = { at };
      wrong.delete(key);
      wrong.set(key, [...recent, guess]);
      const [oldest] = wrong.keys();
      if (wrong.size > MAX_KEYS && oldest !== undefined) wrong.delete(oldest);
      return {
        refund() {
          const left = (wrong.get(key) ?? []).filter((other) => other !== guess);
          if (left.length > 0) wrong.set(key, left);
          else wrong.delete(key);
        },
      };
    },
  };
}
