// The day of a cell that holds a day, a moment or a period: of `2026-03-01至2026-03-05` the last one.
import { addDays, dayToSerial, isDay, serialToDay, yearOf, type Day } from '../../calendar/day';
import type { DayOrder } from '../../calendar/day-order';
import { readDay } from '../../workbook/read/interpret-day';
import { plain } from '../../workbook/read/interpreted-cell';
import type { Cell } from '../../workbook/table';

export interface LastDayContext {
  /** Completes days written without one. */
  readonly year: number;
  readonly dayOrder: DayOrder;
}

const SEPARATOR = /至|到|[~～—–-]+/gu;
const TIME_BEHIND =
  /(?<=[\d日号號])T?(?:上午|下午)?\d{1,2}[:时時点點]\d{2}(?:[:分]\d{2}(?:\.\d+)?秒?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;
const MONTH = /^(\d{4})[年./-](\d{1,2})月?$/;
const DATE_ALONE = /^(\d{1,2})[日号號]?$/;

/** Undefined: the cell is filled and has no such day. */
export function readLastDay(cell: Cell, context: LastDayContext): Day | undefined {
  if (typeof cell === 'number') return serialToDay(cell) ?? undefined;
  if (typeof cell !== 'string') return undefined;
  const timed = cell.trim().replace(/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[\sT].*\d:\d.*$/u, '$1');
  const words = plain(timed).replace(TIME_BEHIND, '');
  return dayOf(words, context) ?? lastOfPeriod(words, context) ?? lastOfMonth(words);
}

function dayOf(words: string, { year, dayOrder }: LastDayContext): Day | undefined {
  const read = readDay(words, year, dayOrder);
  return read && typeof read.after === 'number'
    ? (serialToDay(read.after) ?? undefined)
    : undefined;
}

/** Both ends must be days, and in order: a dash may also be part of a day. */
function lastOfPeriod(words: string, context: LastDayContext): Day | undefined {
  for (const { index, 0: sign } of words.matchAll(SEPARATOR)) {
    const first = dayOf(words.slice(0, index), context);
    if (first === undefined) continue;
    const rest = words.slice(index + sign.length);
    const last = dayOf(rest, { ...context, year: yearOf(first) }) ?? sameMonth(rest, first);
    if (last !== undefined && last >= first) return last;
  }
  return undefined;
}

/** `5日` after `3月1日`. */
function sameMonth(words: string, first: Day): Day | undefined {
  const date = DATE_ALONE.exec(words)?.[1];
  const day = date && `${first.slice(0, 7)}-${date.padStart(2, '0')}`;
  return day && isDay(day) ? day : undefined;
}

function lastOfMonth(words: string): Day | undefined {
  const [, year = '', month = ''] = MONTH.exec(words) ?? [];
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isDay(first)) return undefined;
  const next = serialToDay(dayToSerial(first) + 31);
  const firstOfNext = next && `${next.slice(0, 7)}-01`;
  return firstOfNext && isDay(firstOfNext) ? addDays(firstOfNext, -1) : undefined;
}
