// Wrong guesses are counted, so that nobody can try all four-digit numbers. Kept in memory: a few instances allow a few times as many.
import type { Clock } from '../../ports/clock';

export interface GuessLimit {
  /**
   * Counts a guess as wrong before it is known to be: of many at once no more are evaluated than one after the other. Null when this
   * name at this place was guessed wrong too often of late.
   */
  take(key: string, clock: Clock): Guess | null;
}

export interface Guess {
  /** It was not wrong. */
  takeBack(): void;
}

const MOST_WRONG = 5;
const WINDOW_MS = 10 * 60_000;
/** Beyond this the oldest are forgotten. */
const MOST_KEYS = 10_000;

export function guessLimit(): GuessLimit {
  const wrong = new Map<string, readonly { readonly at: number }[]>();
  return {
    take(key, clock) {
      const at = clock.now().getTime();
      const recent = (wrong.get(key) ?? []).filter((guess) => guess.at > at - WINDOW_MS);
      if (recent.length >= MOST_WRONG) return null;
      const guess = { at };
      wrong.delete(key);
      wrong.set(key, [...recent, guess]);
      const [oldest] = wrong.keys();
      if (wrong.size > MOST_KEYS && oldest !== undefined) wrong.delete(oldest);
      return {
        takeBack() {
          const left = (wrong.get(key) ?? []).filter((other) => other !== guess);
          if (left.length > 0) wrong.set(key, left);
          else wrong.delete(key);
        },
      };
    },
  };
}
