import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { addDays, toClockTime, type ClockTime, type Day } from './day';

dayjs.extend(utc);

/** The wall clock of one place at one instant. */
export interface LocalTime {
  readonly day: Day;
  readonly time: ClockTime;
}

/** What a clock on the wall in `timeZone` (IANA name) shows at `instant`. */
export function toLocalTime(instant: Date, timeZone: string): LocalTime {
  const local = dayjs.utc(wallClock(instant.getTime(), timeZone));
  return { day: local.format('YYYY-MM-DD') as Day, time: local.format('HH:mm') as ClockTime }; // the formats are the brands' own
}

/** The instant at which the wall clock in `timeZone` shows this day and time: the first of two, and an hour on where it is left out. */
export function toInstant(local: LocalTime, timeZone: string): Date {
  const wanted = dayjs.utc(`${local.day}T${local.time}`).valueOf();
  const towards = (instant: number): number => instant + wanted - wallClock(instant, timeZone);
  const first = towards(wanted);
  const second = towards(first);
  return new Date(wallClock(second, timeZone) === wanted ? second : first);
}

const MIDNIGHT = toClockTime('00:00');

/** The midnight after the day, as an instant. */
export function endOfDay(day: Day, timeZone: string): Date {
  return toInstant({ day: addDays(day, 1), time: MIDNIGHT }, timeZone);
}

/**
 * The wall clock's day and time with its distance from UTC, as people read it: `2026-03-06 14:30:05 +08:00`. A part of a second counts as
 * a whole one, so that nothing is taken for earlier than it was.
 */
export function formatInstant(instant: Date, timeZone: string): string {
  const seconds = Math.ceil(instant.getTime() / 1000) * 1000;
  const wall = wallClock(seconds, timeZone);
  const minutes = Math.round((wall - seconds) / 60_000);
  return `${dayjs.utc(wall).format('YYYY-MM-DD HH:mm:ss')} ${formatOffset(minutes)}`;
}

function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}

const FORMATTED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d:\d\d)$/;

/** What `formatInstant` wrote, as ISO 8601; anything else as it is. */
export function parseInstant(words: string): string {
  const [, day, time, offset] = FORMATTED.exec(words.trim()) ?? [];
  const instant = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(instant) ? words : new Date(instant).toISOString();
}

/** Making one is slow, and a workbook has one zone. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/**
 * The wall clock's day and time as milliseconds, reckoned as if they were UTC. Asked of Intl part by part: a text would be read back in this
 * machine's own zone, where an hour is missing when summer time begins.
 */
function wallClock(instant: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const [year, month, day] = [of('year'), of('month') - 1, of('day')];
  return Date.UTC(year, month, day, of('hour'), of('minute'), of('second'));
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    ...numeric,
    minute: 'numeric',
    second: 'numeric',
  });
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** Names found valid; asking Intl is slow, and there are only some hundred. */
const KNOWN_ZONES = new Set<string>();

export function isTimeZone(name: string): boolean {
  if (KNOWN_ZONES.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    KNOWN_ZONES.add(name);
    return true;
  } catch {
    return false; // the only way Intl reports an unknown zone
  }
}
