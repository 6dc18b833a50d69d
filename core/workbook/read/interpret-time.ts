// A time of day as people type it, and the two of `14:30-17:00`.
import { clockTimeOf } from '../../calendar/day';
import type { Cell } from '../table';
import { plain, type InterpretedCell } from './interpreted-cell';

const CLOCK =
  /^(上午|早上|下午|晚上|中午|am|pm)?(\d{1,2})(?::|点|點|时|時)(\d{1,2}|半|整)?(?:分|:00)?(am|pm)?$/i;
const DIGITS = /^()(\d{1,2})(\d{2})$/;
/** Two digits behind the point: `14.3` may be 14:03 as well. */
const BY_POINT = /^(上午|早上|下午|晚上|中午)?(\d{1,2})\.(\d{2})$/;
/** Behind a dash only what cannot be an hour: `9-11` may be from nine to eleven. */
const BY_DASH = /^()(\d{1,2})-(\d{2})$/;
const LAST_HOUR = 23;

/** `9:00` typed full-width, `9点半`, `14时30分`, `下午2:30`, `14.30`, `14-30`, `1430`. */
export function readTime(words: string): InterpretedCell | null {
  const minutes = minutesIn(words) ?? minutesAfterDash(words);
  return minutes === null ? null : shownTime(minutes);
}

/** `14.30` typed into a cell that is no text becomes the number 14.3. But 9.5 may be ten to ten or half past nine. */
export const asTyped = (cell: number): string =>
  /^\d{1,2}\.[1-46-9]$/.test(String(cell)) ? `${cell}0` : String(cell);

const SPAN = /^(.+?)(?:[-–—~～]|至|到)+(.+)$/u;

/** Start and end; null for anything else, also when the end is not after the start. */
export function readSpan(
  words: string,
): { readonly start: InterpretedCell; readonly end: InterpretedCell } | null {
  if (minutesAfterDash(words) !== null) return null;
  const [, first = '', second = ''] = SPAN.exec(words) ?? [];
  const start = minutesIn(first);
  const written = minutesIn(second);
  if (start === null || written === null) return null;
  // `下午2:30-5:00` says the half-day once.
  const isSaidOnce = written <= start && /^(下午|晚上|中午)/.test(first) && written + 720 < 1440;
  const end = isSaidOnce ? written + 720 : written;
  return end > start ? { start: shownTime(start), end: shownTime(end) } : null;
}

/** The same of a cell as it was typed. */
export function spanIn(cell: Cell | undefined): ReturnType<typeof readSpan> {
  return typeof cell === 'string' ? readSpan(plain(cell)) : null;
}

const shownTime = (minutes: number): InterpretedCell => ({
  after: minutes / 1440,
  shown: clockTimeOf(minutes),
});

function minutesAfterDash(words: string): number | null {
  const parts = BY_DASH.exec(words);
  return parts && Number(parts[3]) > LAST_HOUR ? minutesOf(parts) : null;
}

function minutesIn(words: string): number | null {
  const parts = CLOCK.exec(words) ?? DIGITS.exec(words) ?? BY_POINT.exec(words);
  return parts && minutesOf(parts);
}

function minutesOf([, before = '', hourText = '', minuteText = '', after = '']: RegExpExecArray):
  number | null {
  const hour = hourOf((before + after).toLowerCase(), Number(hourText));
  const minute = minuteText === '半' ? 30 : Number(minuteText === '整' ? '' : minuteText);
  return hour === null || hour > LAST_HOUR || minute > 59 ? null : hour * 60 + minute;
}

/** Null where half of the day and hour do not go together, or mean midnight to some and noon to others. */
function hourOf(half: string, hour: number): number | null {
  if (half === '' || hour === 0) return hour;
  if (/上午|早上|am/.test(half)) return hour < 12 ? hour : null;
  if (hour > 12) return hour;
  const afternoon = hour === 12 ? 12 : hour + 12;
  if (half.includes('晚上')) return hour >= 5 && hour < 12 ? afternoon : null;
  if (!half.includes('中午')) return afternoon;
  if (hour === 11) return hour;
  return hour === 12 || hour <= 2 ? afternoon : null;
}
