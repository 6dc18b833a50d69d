// The day of a cell that holds a day, a moment or a period: of `2026-03-01至2026-03-05` the last one.
import { addDays, dayToSerial, isDay, serialToDay, yearOf, type Day } from '../../calendar/day';
import type { DayOrder } from '../../calendar/day-order';
import { readDay } from '../../workbook/read/interpret-day';
import { plain } from '../../workbook/read/interpreted-cell';
import type { Cell } from '../../workbook/table';
import { momentWords, readZoned, withoutTime } from '../attendance/read-moment';

export interface LastDayContext {
  /** Completes days written without one. */
  readonly year: number;
  readonly dayOrder: DayOrder;
  /** In which a moment that says its own zone has its day. */
  readonly timeZone: string;
}

const SEPARATOR = /至|到|[~～—–-]+/gu;
const MONTH = /^(\d{4})[年./-](\d{1,2})月?$/;
const DATE_ALONE = /^(\d{1,2})[日号號]?$/;

/** Undefined: the cell is filled and has no such day. */
export function readLastDay(cell: Cell, context: LastDayContext): Day | undefined {
  if (typeof cell === 'number') return serialToDay(cell) ?? undefined;
  if (typeof cell !== 'string') return undefined;
  const words = momentWords(cell);
  return dayOf(words, context) ?? lastOfPeriod(words, context) ?? lastOfMonth(plain(words));
}

/** Of a day, with or without a time behind it. */
function dayOf(words: string, { year, dayOrder, timeZone }: LastDayContext): Day | undefined {
  const zoned = readZoned(words.trim(), timeZone)?.day;
  if (zoned) return zoned;
  const read = readDay(plain(withoutTime(words.trim())), year, dayOrder);
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

/** `5日` after `3月1日`, and a time alone, which is of the first day. */
function sameMonth(words: string, first: Day): Day | undefined {
  const end = plain(withoutTime(words.trim()));
  if (end === '' && words.trim() !== '') return first;
  const date = DATE_ALONE.exec(end)?.[1];
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
