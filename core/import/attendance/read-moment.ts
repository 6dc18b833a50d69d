// A day with a time as programs export it: `2026-03-06 14:25:31`, `2026/3/6 下午2:25`, `03/06/2026 02:25:31 PM`, ISO 8601, or the time alone.
import { minutesOf, serialToDay, type Day } from '../../calendar/day';
import type { DayOrder } from '../../calendar/day-order';
import { toLocalTime } from '../../calendar/zone';
import { withoutInvisible } from '../../text/clean';
import { readDay } from '../../workbook/read/interpret-day';
import type { Cell } from '../../workbook/table';

export interface Moment {
  /** Null: the cell has the time alone. */
  readonly day: Day | null;
  /** After midnight; seconds are dropped. */
  readonly minutes: number;
}

export interface MomentContext {
  /** The day that is expected: of two ways to read `3/6/2026` the one that gives it is taken. */
  readonly expected: Day;
  readonly year: number;
  readonly dayOrder: DayOrder;
  readonly timeZone: string;
}

const SECONDS_A_DAY = 86_400;

/** Undefined: the cell is filled and is no time. */
export function readMoment(cell: Cell, context: MomentContext): Moment | undefined {
  if (typeof cell === 'number') return momentOfSerial(cell);
  if (typeof cell !== 'string') return undefined;
  const words = momentWords(cell);
  return readZoned(words, context.timeZone) ?? readWords(words, context);
}

/** Blanks stay: they part the day from the time. */
export const momentWords = (cell: string): string =>
  withoutInvisible(cell.slice(0, 100)).normalize('NFKC').trim();

function momentOfSerial(serial: number): Moment | undefined {
  const day = serialToDay(serial);
  if (day === null && (serial < 0 || serial >= 1)) return undefined;
  // Rounded to seconds: a fraction of a day is not exact.
  const seconds = Math.round((serial - Math.floor(serial)) * SECONDS_A_DAY);
  return { day, minutes: Math.floor(Math.min(seconds, SECONDS_A_DAY - 1) / 60) };
}

const ZONED =
  /^(\d{4}-\d{2}-\d{2})(?:T|\s(?!.*-\d{2}:?\d{2}$))(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})$/i;

/** A time that says its own zone. In `2026-03-06 09:00-11:00` the dash is no zone. */
export function readZoned(words: string, timeZone: string): Moment | undefined {
  const [, date = '', clock = '', zone = ''] = ZONED.exec(words) ?? [];
  if (date === '') return undefined;
  const instant = new Date(`${date}T${clock}${zone.toUpperCase()}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  const { day, time } = toLocalTime(instant, timeZone);
  return { day, minutes: minutesOf(time) };
}

const TIME =
  /(?:^|[\sT,]|(?<=[日号號])|(?<=\d)(?=[上早凌中下晚]))(上午|早上|凌晨|中午|下午|晚上|am|pm)?\s*(\d{1,2})\s*(?::|点|點|时|時)\s*(\d{1,2})(?:\s*(?::|分)\s*(?:\d{1,2}(?:\.\d+)?\s*秒?)?)?\s*(am|pm)?$/iu;

/** `words` up to the time at their end. */
export const withoutTime = (words: string): string => words.replace(TIME, '').trim();

function readWords(words: string, context: MomentContext): Moment | undefined {
  const time = TIME.exec(words);
  if (!time) return undefined;
  const [, before = '', hour = '', minute = '', after = ''] = time;
  const minutes = minutesInDay((before + after).toLowerCase(), Number(hour), Number(minute));
  if (minutes === null) return undefined;
  const rest = words.slice(0, time.index).trim();
  if (rest === '') return { day: null, minutes };
  const day = dayIn(rest, context);
  return day === null ? undefined : { day, minutes };
}

function minutesInDay(half: string, hour: number, minute: number): number | null {
  if (hour > 23 || minute > 59) return null;
  const isAfternoon = /下午|晚上|pm/.test(half) || (half === '中午' && hour < 3);
  if (isAfternoon && hour < 12) return (hour + 12) * 60 + minute;
  const isMidnight = hour === 12 && /上午|凌晨|am/.test(half);
  return (isMidnight ? 0 : hour) * 60 + minute;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMED = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/i;

function dayIn(words: string, { expected, year, dayOrder }: MomentContext): Day | null {
  const [, name = '', date = '', ofYear = ''] = MONTH_NAMED.exec(words) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const plain = month > 0 ? `${ofYear}-${month}-${date}` : words.replace(/\s+/gu, '');
  const orders: readonly DayOrder[] = ['monthFirst', 'dayFirst'];
  const meant = orders.flatMap((order) => readDay(plain, year, order) ?? []);
  if (meant.some(({ shown }) => shown === expected)) return expected;
  const usual = readDay(plain, year, dayOrder);
  return usual && serialToDay(Number(usual.after));
}
