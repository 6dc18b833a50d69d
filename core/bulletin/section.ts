// What each section of a bulletin is made from, and what it gives.
import type { Day } from '../calendar/day';
import type { DocumentBlock } from '../document/official-document';
import type { Settings } from '../workbook/read/settings';
import type { BulletinFigures } from './figures';

export interface BulletinFacts {
  readonly figures: BulletinFigures;
  readonly settings: Settings;
  readonly today: Day;
}

/** A part of the bulletin; its heading gets its number from its place. */
export interface BulletinSection {
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}
