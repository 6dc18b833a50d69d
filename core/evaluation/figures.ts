// What a set of answers says in figures. Everything is counted in whole numbers and rounded only when it is shown.
import type { Rate } from '../attendance/rate';
import { EVALUATION_ITEMS, SCORE_LIMITS } from '../workbook/tabs/evaluation';
import type { Answer } from './answer';

/** An average as a fraction: the sum of scores and how many there are. */
export interface Mean {
  readonly sum: number;
  readonly count: number;
}

export interface EvaluationFigures {
  readonly answers: number;
  /** By item, in the order of the score columns. */
  readonly items: readonly Mean[];
  readonly overall: Mean;
  /** Scores of 4 and 5 among all scores. */
  readonly satisfied: Rate;
  /** Scores of 5 among all scores. */
  readonly excellent: Rate;
}

const [, BEST] = SCORE_LIMITS;
/** From this score on a listener is satisfied (满意 and 非常满意). */
const SATISFIED = 4;

export function figuresOf(answers: readonly Answer[]): EvaluationFigures {
  const scores = answers.flatMap((answer) => [...answer.scores]);
  const share = (least: number): Rate => ({
    numerator: scores.filter((score) => score >= least).length,
    denominator: scores.length,
  });
  return {
    answers: answers.length,
    items: Array.from({ length: EVALUATION_ITEMS }, (_, item) => ({
      sum: sumOf(answers.map((answer) => answer.scores[item] ?? 0)),
      count: answers.length,
    })),
    overall: { sum: sumOf(scores), count: scores.length },
    satisfied: share(SATISFIED),
    excellent: share(BEST),
  };
}

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0);

/** Rounded half up to hundredths, in whole numbers; null without answers. */
export function hundredthsOf({ sum, count }: Mean): number | null {
  return count === 0 ? null : Math.floor((sum * 200 + count) / (2 * count));
}

/** `4.67`; a dash without answers. */
export function formatMean(mean: Mean | undefined): string {
  const hundredths = mean ? hundredthsOf(mean) : null;
  return hundredths === null ? '—' : (hundredths / 100).toFixed(2);
}

/** Of 100 points, as schools of the Party count: the best score of every item gives 100. Rounded half up to tenths; null without answers. */
export function tenthsOfPoints({ sum, count }: Mean): number | null {
  if (count === 0) return null;
  return Math.floor((sum * 2000 + BEST * count) / (2 * BEST * count));
}

/** Compares exactly; a greater mean comes first. */
export function byMean(a: Mean, b: Mean): number {
  return b.sum * a.count - a.sum * b.count;
}
