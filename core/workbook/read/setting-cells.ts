// What a cell of the settings tab means, for each kind of setting; undefined: it has no such meaning.
import {
  clockTimeOf,
  isClockTime,
  isDay,
  serialToDay,
  type ClockTime,
  type Day,
} from '../../calendar/day';
import { foldWord, tidy } from '../../text/clean';
import { codesByWord } from '../codes-by-word';
import { EVALUATION_ITEMS } from '../tabs/evaluation';
import type { LeaveKind } from '../tabs/leave-kinds';
import { LEAVE } from '../tabs/leave';

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const LEAVE_KIND_BY_WORD = codesByWord(LEAVE.columns.kind);
export const yesNo = (cell: string): boolean | undefined => {
  if (/^(是|yes|true|1)$/i.test(cell)) return true;
  return /^(否|no|false|0)$/i.test(cell) ? false : undefined;
};
/** `09:00`, or the fraction of a day that a spreadsheet makes of it. */
export const clockTime = (cell: string): ClockTime | undefined => {
  if (isClockTime(cell)) return cell;
  const minutes = Math.round(Number(cell) * 1440);
  return Number(cell) > 0 && minutes < 1440 ? clockTimeOf(minutes) : undefined;
};
const NO_DAY = /^(否|无|無|no|none)$/i;
/** A day, as typed or as the number that a spreadsheet makes of it; null: none. */
export const dayOrNone = (cell: string): Day | null | undefined => {
  if (NO_DAY.test(cell)) return null;
  return isDay(cell) ? cell : (serialToDay(Number(cell)) ?? undefined);
};
export const TRANSPORTS = ['smtp', 'gmail'] as const;
export const words = (cell: string): string => cell;
export const number = (cell: string): number | undefined => {
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
};
export const whole = (cell: string): number | undefined => {
  const value = number(cell);
  return Number.isInteger(value) ? value : undefined;
};
export const wholeNumber = (cell: string): number | undefined =>
  /^\d+$/.test(cell) ? number(cell) : undefined;
export const share = (cell: string): number | undefined => {
  const value = cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell);
  return Number.isFinite(value) ? value : undefined;
};
/** `1/7`, `15%` or `0.15`: kept as two whole numbers, so that a comparison is exact. */
export const fraction = (cell: string): Fraction | undefined => {
  const [, over, under] = /^(\d{1,4})\s*[/／]\s*(\d{1,4})$/.exec(cell) ?? [];
  if (over !== undefined && under !== undefined)
    return Number(under) > 0 && Number(over) <= Number(under)
      ? { numerator: Number(over), denominator: Number(under) }
      : undefined;
  const value = share(cell);
  return value === undefined || cell === '' || value < 0 || value > 1
    ? undefined
    : { numerator: Math.round(value * 10_000), denominator: 10_000 };
};
/** `公差、病假`: kinds of leave by their words in any language. */
export const leaveKinds = (cell: string): readonly LeaveKind[] | undefined => {
  const words = cell.split(/[、,，;；]/).filter((word) => word.trim() !== '');
  const kinds = words.flatMap((word) => LEAVE_KIND_BY_WORD.get(foldWord(word)) ?? []);
  return kinds.length === words.length ? kinds : undefined;
};
/** Five different names, one for each score column. */
export const itemNames = (cell: string): readonly string[] | undefined => {
  const items = cell.split(/[、,，;；]/).map(tidy);
  const isWhole = items.length === EVALUATION_ITEMS && items.every((item) => item !== '');
  return isWhole && new Set(items.map(foldWord)).size === items.length ? items : undefined;
};
export const address = (cell: string): string | undefined =>
  cell === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(cell) ? cell : undefined;
