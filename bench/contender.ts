import type { SheetsAnswer } from './answer-file';

/** Attended and due of rate A, then of rate B, in sessions. */
export type Fractions = readonly [number, number, number, number];

export interface ContenderResult {
  readonly badCells: number;
  /** By `person M00001`, `unit 单位1` and `month 2026-03`. */
  readonly rates: ReadonlyMap<string, Fractions>;
}

export interface Contender {
  readonly name: string;
  /** Null: it only reads and does not do the job. */
  run(answer: SheetsAnswer): Promise<ContenderResult | null>;
}
