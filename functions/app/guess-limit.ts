// Wrong guesses are counted, so that nobody can try all four-digit numbers. Kept in memory: a few instances allow a few times as many.
import type { Clock } from '../ports/clock';

export interface GuessLimit {
  /** Whether this name at this place was guessed wrong too often of late. */
  isReached(key: string, clock: Clock): boolean;
  countWrong(key: string, clock: Clock): void;
}

const MOST_WRONG = 5;
const WINDOW_MS = 10 * 60_000;
/** Beyond this the oldest are forgotten. */
const MOST_KEYS = 10_000;

export function guessLimit(): GuessLimit {
  const wrong = new Map<string, number[]>();
  const recent = (key: string, clock: Clock): number[] => {
    const since = clock.now().getTime() - WINDOW_MS;
    return (wrong.get(key) ?? []).filter((at) => at > since);
  };
  return {
    isReached: (key, clock) => recent(key, clock).length >= MOST_WRONG,
    countWrong(key, clock) {
      const times = [...recent(key, clock), clock.now().getTime()];
      wrong.delete(key);
      wrong.set(key, times);
      const [oldest] = wrong.keys();
      if (wrong.size > MOST_KEYS && oldest !== undefined) wrong.delete(oldest);
    },
  };
}
