import { withoutInvisible } from '../../text/clean';
import type { Cell } from '../table';

/** What a cell probably means: to be suggested, never to be written unasked. */
export interface InterpretedCell {
  /** The cell to write, RAW. */
  readonly after: Cell;
  /** The same as a clerk reads it. */
  readonly shown: string;
}

/** Full-width letters, digits and punctuation made ordinary; every space taken out. */
export function plain(cell: Cell): string {
  return withoutInvisible(String(cell ?? '').slice(0, 200))
    .normalize('NFKC')
    .replace(/\s+/gu, '');
}
