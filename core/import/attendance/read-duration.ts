// How long somebody was there, as programs export it: minutes, `2:05:12`, `1小时20分`, `1 h 20 min`, or a part of a day.
import { foldWord } from '../../text/clean';
import { plain } from '../../workbook/read/interpreted-cell';
import type { Cell } from '../../workbook/table';

/** What a bare number counts, in seconds: the column's heading says it. Null: it does not. */
export type DurationUnit = 1 | 60 | 3600 | null;

export function durationUnit(heading: string): DurationUnit {
  const word = foldWord(heading);
  if (/分钟|分鐘|分\)|min/u.test(word)) return 60;
  if (/小时|小時|hour|\(h\)/u.test(word)) return 3600;
  return /秒|second|\(s\)/u.test(word) ? 1 : null;
}

const SECONDS_A_DAY = 86_400;
const CLOCK = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/;
const NAMED =
  /^(?:(\d+(?:\.\d+)?)(?:个|個)?(?:小时|小時|时|時|hours?|hrs?|h))?(?:(\d+(?:\.\d+)?)(?:分钟|分鐘|分|minutes?|mins?|m))?(?:(\d+)(?:秒钟|秒鐘|秒|seconds?|secs?|s))?$/iu;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Whole minutes; undefined: the cell is filled and is no duration. */
export function readDuration(cell: Cell, unit: DurationUnit): number | undefined {
  const seconds = typeof cell === 'number' ? ofNumber(cell, unit) : ofWords(plain(cell), unit);
  return seconds === null ? undefined : Math.floor(Math.round(seconds) / 60);
}

/** Without a unit a part of a day is what a spreadsheet makes of `2:05:12`; any other number counts minutes. */
function ofNumber(count: number, unit: DurationUnit): number | null {
  if (count < 0 || !Number.isFinite(count)) return null;
  if (unit === null) return count * (count < 1 ? SECONDS_A_DAY : 60);
  return count * unit;
}

function ofWords(words: string, unit: DurationUnit): number | null {
  if (NUMBER.test(words)) return Number(words) * (unit ?? 60);
  const [, first, second, third] = CLOCK.exec(words) ?? [];
  if (first !== undefined && second !== undefined) {
    if (third !== undefined) return Number(first) * 3600 + Number(second) * 60 + Number(third);
    // `95:30` are minutes and seconds: nobody is there for 95 hours.
    const isMinutes = unit === 60 || Number(first) > 23;
    return Number(first) * (isMinutes ? 60 : 3600) + Number(second) * (isMinutes ? 1 : 60);
  }
  const [named, hours, minutes, seconds] = NAMED.exec(words) ?? [];
  if (!named) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
