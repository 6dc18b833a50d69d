// What the time of arrival says: present, late, and when checking in by code is possible.
import { minutesOf, type ClockTime } from '../calendar/day';
import { toInstant } from '../calendar/zone';
import type { RowOf } from '../model/book';
import type { Settings } from '../workbook/read/settings';

type Session = Pick<RowOf<'schedule'>, 'date' | 'start'> &
  Partial<Pick<RowOf<'schedule'>, 'state'>>;

/** Codes of the statuses tab. */
export type ArrivalCode = 'present' | 'late';

export interface Arrival {
  readonly code: ArrivalCode;
  /** Whole minutes; null when in time and without leave. */
  readonly minutesMissed: number | null;
}

export interface Lateness extends Pick<Settings, 'lateMinutes'> {
  /** Minutes of an approved leave for a part of the session. */
  readonly excused: number | null;
}

/**
 * Until `lateMinutes` after the start, that minute included, one is in time; with leave for a part of the session, so many minutes
 * later. Those count as missed then, however early one comes after all: for what they were given is not known.
 */
export function arrivalAt(
  time: ClockTime,
  start: ClockTime,
  { lateMinutes, excused }: Lateness,
): Arrival {
  const after = minutesOf(time) - minutesOf(start);
  return after > lateMinutes + (excused ?? 0)
    ? { code: 'late', minutesMissed: after }
    : { code: 'present', minutesMissed: excused };
}

export type Doors = 'early' | 'open' | 'closed';

export interface Opening {
  readonly doors: Doors;
  readonly opens: Date;
  readonly closes: Date;
}

/** From `checkInOpens` minutes before the start until `checkInCloses` after it, and only while the session is planned. */
export function openingOf(
  { date, start, state }: Session,
  settings: Pick<Settings, 'checkInOpens' | 'checkInCloses' | 'timeZone'>,
  now: Date,
): Opening {
  const begins = toInstant({ day: date, time: start }, settings.timeZone).getTime();
  const opens = new Date(begins - settings.checkInOpens * 60_000);
  const closes = new Date(begins + settings.checkInCloses * 60_000);
  if (state !== 'planned' || now > closes) return { doors: 'closed', opens, closes };
  return { doors: now < opens ? 'early' : 'open', opens, closes };
}
