// What a question is: data that says what each answer means for Lectern, and a way to ask.
import type { Config } from '#functions/config';
import type { Ground } from './ground';

export interface Meaning {
  /** The answer in words. */
  readonly says: string;
  readonly consequence: string;
}

export interface Found<Answer extends string> {
  readonly answer: Answer;
  /** Google's own words, or a figure. */
  readonly detail?: string | null;
}

export interface World {
  readonly ground: Ground;
  readonly config: Config;
  /** Address of the deployed function `api`; null when it is not to be asked. */
  readonly apiUrl: string | null;
  readonly milliseconds: () => number;
}

export interface Question<Answer extends string = string> {
  readonly name: string;
  readonly asks: string;
  readonly answers: Readonly<Record<Answer, Meaning>>;
  ask(world: World): Promise<Found<Answer>>;
}

/** Thrown by a question that cannot be asked; the message says what is missing. */
export class NotAsked extends Error {}
