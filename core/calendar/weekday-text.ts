// Weekdays as people write them.
import { text, type Text } from '../text/language';
import { serialToDay, weekdayOf, type Day } from './day';

const WEEKDAYS: readonly Text[] = [
  text('周一', '週一', 'Monday'),
  text('周二', '週二', 'Tuesday'),
  text('周三', '週三', 'Wednesday'),
  text('周四', '週四', 'Thursday'),
  text('周五', '週五', 'Friday'),
  text('周六', '週六', 'Saturday'),
  text('周日', '週日', 'Sunday'),
];

/** 1 = Monday … 7 = Sunday. */
export function weekdayName(weekday: number): Text {
  const name = WEEKDAYS[weekday - 1];
  if (!name) throw new Error(`not a weekday: ${weekday}`);
  return name;
}

const CHINESE = /^(?:周|週|星期|礼拜|禮拜)?\s*([一二三四五六日天1-7])/;
const ENGLISH = /^(mon|tue|wed|thu|fri|sat|sun)/i;
const DIGITS = ['一1mon', '二2tue', '三3wed', '四4thu', '五5fri', '六6sat', '日7天sun'];

const OPENING_BRACKETS = /^[\s([{<【〔「『《]+/;

/** `周六`, `（周６）`, `星期天`, `礼拜五下午`, `Sat`, `6` → 1 to 7; null when not understood. */
export function parseWeekday(words: string): number | null {
  const plain = words.normalize('NFKC').replace(OPENING_BRACKETS, '');
  const name = (CHINESE.exec(plain) ?? ENGLISH.exec(plain))?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return DIGITS.findIndex((names) => names.includes(name)) + 1;
}

/** Whether the weekday written beside a day is right. A half-day alone names no weekday, so it is right. */
export function isWeekdayOf(day: Day, words: string): boolean {
  const weekday = weekdayOf(day);
  const plain = words.normalize('NFKC').trim();
  if (/^\d+(\.\d+)?$/.test(plain)) return isNumberOf(weekday, Number(plain));
  const named = parseWeekday(plain);
  return named === null ? parseHalfDay(plain) !== null : named === weekday;
}

/** A formula gives the day itself, or a number: WEEKDAY() counts from Sunday, unless its argument counts from Monday. */
function isNumberOf(weekday: number, number: number): boolean {
  const day = serialToDay(number);
  if (day !== null) return weekdayOf(day) === weekday;
  return number === weekday || number === (weekday % 7) + 1;
}

/** The half-day a text names (`周五下午`, `Sat morning`); null when it names none. */
export function parseHalfDay(words: string): 'morning' | 'afternoon' | null {
  if (/上午|早上|morning|\bam\b/i.test(words)) return 'morning';
  return /下午|晚上|afternoon|evening|\bpm\b/i.test(words) ? 'afternoon' : null;
}
