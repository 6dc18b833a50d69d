/** A small file with one trait, and what must be in it after it was opened and downloaded again. */
import type { LeftOutKind } from '#src/xlsx/import/left-out';

/** As the independent reader has them: value, formula without its sign, text as shown. */
export interface ExpectedCell {
  readonly v?: string | number | boolean;
  readonly f?: string;
  readonly w?: string;
  /** The area of an array formula. */
  readonly area?: string;
}

export interface Specimen {
  readonly trait: string;
  readonly bytes: Buffer;
  /** By `Tab!A1`; a plain value means a cell with that value and no formula. Null: an empty cell. */
  readonly cells: Readonly<Record<string, ExpectedCell | string | number | boolean | null>>;
  readonly tabs?: readonly string[];
  /** By tab. */
  readonly merges?: Readonly<Record<string, readonly string[]>>;
  readonly names?: Readonly<Record<string, string>>;
  /** What is said to be left out, with the places where it is. */
  readonly leftOut?: Readonly<Partial<Record<LeftOutKind, readonly string[]>>>;
}
