// A share as a cell of a report, rounded half up to a tenth of a percent.
import type { Cell } from '../workbook/table';

/** Both parts in the same unit, as whole numbers: nothing is rounded before it is shown. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What is shown when nothing can be divided. */
export const NO_BASIS = '—';

/** A number for the percent format; `—` when there is no basis. */
export function percentCell(share: Share): Cell {
  return roundedShare(share) ?? NO_BASIS;
}

/** `12.5%`: a share that somebody has set, to a tenth of a percent. */
export const percentText = (share: number): string => `${Math.round(share * WHOLE) / 10}%`;

/** A number for a percent cell; null when there is no basis. */
export function roundedShare(share: Share): number | null {
  const tenths = tenthsOfPercent(share);
  return tenths === null ? null : tenths / 1000;
}

const WHOLE = 1000;

/**
 * Rounded in whole numbers, so that 5 in the next place always goes up; null when there is no basis. Less than all is never shown as
 * all, and more than none never as none.
 */
export function tenthsOfPercent({ numerator, denominator }: Share): number | null {
  if (denominator === 0) return null;
  const tenths = Math.floor((numerator * 2 * WHOLE + denominator) / (2 * denominator));
  if (tenths === WHOLE && numerator < denominator) return WHOLE - 1;
  return tenths === 0 && numerator > 0 ? 1 : tenths;
}
