/** Our cells as Univer's engine reads them, and its results as we do. */
import { isError, isRich, shownFormat, type Cell } from '../model/cell';
import { patternOf } from '../values/number-format';
import type { EngineValue } from './formula-engine';

/** The part of Univer's cell that takes part in calculation. */
export interface EngineCell {
  readonly v?: string | number | boolean | null;
  readonly t?: number | null;
  readonly f?: string;
  readonly s?: { readonly n: { readonly pattern: string } };
}

/** The numbers of Univer's CellValueType, whose enum would load the library. */
const TYPE = { STRING: 1, NUMBER: 2, BOOLEAN: 3 } as const;

/** Our cell as the engine wants it; what another formula spilled there counts as nothing. */
export function engineCell(cell: Cell, isStored: boolean): EngineCell | null {
  if (cell === null) return null;
  if (!isRich(cell)) return plainCell(cell);
  const { value, formula, isSpilled } = cell;
  if (formula !== undefined && !isStored) return { f: formula };
  if (value === undefined || isSpilled === true || isError(value)) return null;
  const pattern = patternOf(shownFormat(cell));
  return { ...plainCell(value), ...(pattern !== undefined && { s: { n: { pattern } } }) };
}

function plainCell(value: string | number | boolean): EngineCell {
  if (typeof value === 'string') return { v: value, t: TYPE.STRING };
  if (typeof value === 'number') return { v: value, t: TYPE.NUMBER };
  return { v: value ? 1 : 0, t: TYPE.BOOLEAN };
}

const isTrue = (value: string | number | boolean): boolean =>
  value === 1 || value === true || value === 'TRUE';

/** `pattern` is the number format that the engine gave the result. */
export function engineValue(
  { v: value, t: type }: Pick<EngineCell, 'v' | 't'>,
  pattern: string | undefined,
): EngineValue | undefined {
  if (value === undefined || value === null) return undefined;
  const read = type === TYPE.BOOLEAN ? isTrue(value) : value;
  return pattern === undefined ? { value: read } : { value: read, pattern };
}
