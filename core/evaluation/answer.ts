// One listener's answer: a score for each item, and a comment.
import * as z from 'zod';
import { SCORE_LIMITS } from '../workbook/tabs/evaluation';

export type Scores = readonly [number, number, number, number, number];

export interface Answer {
  readonly scores: Scores;
  readonly comment: string | null;
}

/** In characters. */
export const LONGEST_COMMENT = 300;

const [LEAST_SCORE, MOST_SCORE] = SCORE_LIMITS;
const Score = z.int().min(LEAST_SCORE).max(MOST_SCORE);
const AllScores = z.tuple([Score, Score, Score, Score, Score]);
const Sealed = z.tuple([AllScores, z.string().nullable(), z.int()]);

export const SCORE_KEYS = ['score1', 'score2', 'score3', 'score4', 'score5'] as const;

/** Null unless there is a score within the limits for each item. */
export function toScores(values: readonly (number | null | undefined)[]): Scores | null {
  const parsed = AllScores.safeParse(values);
  return parsed.success ? parsed.data : null;
}

/** An answer as it is sealed, with the number of answers that the page said is needed before any is opened. */
export interface PromisedAnswer {
  readonly answer: Answer;
  readonly least: number;
}

export function writeSealedText({ answer, least }: PromisedAnswer): string {
  return JSON.stringify([answer.scores, answer.comment, least]);
}

/** Null when it is no answer that this version understands. */
export function readSealedText(words: string): PromisedAnswer | null {
  const parsed = Sealed.safeParse(toJson(words));
  if (!parsed.success) return null;
  const [scores, comment, least] = parsed.data;
  return { answer: { scores, comment }, least };
}

function toJson(words: string): unknown {
  try {
    return JSON.parse(words) as unknown;
  } catch {
    return null; // what was altered does not reach this point: its seal is broken
  }
}

/** By content alone: the order in which answers came is lost. */
export function byContent(a: Answer, b: Answer): number {
  for (const [item, score] of a.scores.entries()) {
    const difference = (b.scores[item] ?? 0) - score;
    if (difference !== 0) return difference;
  }
  const [left, right] = [a.comment ?? '', b.comment ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
