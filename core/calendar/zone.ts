import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { ClockTime, Day } from './day';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The wall clock of one place at one instant. */
export interface LocalTime {
  readonly day: Day;
  readonly time: ClockTime;
}

/** What a clock on the wall in `timeZone` (IANA name) shows at `instant`. */
export function toLocalTime(instant: Date, timeZone: string): LocalTime {
  const local = dayjs(instant).tz(timeZone);
  return { day: local.format('YYYY-MM-DD') as Day, time: local.format('HH:mm') as ClockTime }; // the formats are the brands' own
}

/** The instant at which the wall clock in `timeZone` shows this day and time. */
export function toInstant(local: LocalTime, timeZone: string): Date {
  return dayjs.tz(`${local.day} ${local.time}`, timeZone).toDate();
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
    return false; // the only way Intl tells that it does not know the zone
  }
}
