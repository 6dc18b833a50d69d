/** What the server needs of a formula engine. */
import type { Spreadsheet } from '../model/spreadsheet';
import type { FormulaCell } from './formula-cells';

export interface EngineValue {
  readonly value: string | number | boolean;
  /** The number format that the result brings along. */
  readonly pattern?: string;
}

export interface EngineInput {
  readonly spreadsheet: Spreadsheet;
  /** By sheet id. */
  readonly formulas: ReadonlyMap<number, readonly FormulaCell[]>;
  /** Places of formulas that are not calculated, but have a result from before: other formulas read it. */
  readonly stored: ReadonlySet<string>;
  /** What NOW gives: a serial number in the spreadsheet's zone. */
  readonly clock: number;
}

interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface EngineOutput {
  readonly results: (Place & { readonly result: EngineValue | undefined })[];
  /** Results of several cells, from the formula's own cell on. */
  readonly spills: (Place & { readonly values: (EngineValue | undefined)[][] })[];
}

export interface FormulaEngine {
  /** Whether it has a function of this name, in capitals. */
  knows(name: string): boolean;
  /** One calculation at a time; after a failure the engine is of no use. */
  calculate(input: EngineInput): Promise<EngineOutput>;
}
