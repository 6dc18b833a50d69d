// Days and clock times as strings. Only this file knows how a spreadsheet counts days.

/** A calendar day `YYYY-MM-DD` in the workbook's time zone. */
export type Day = string & { readonly brand: 'Day' };
/** A month `YYYY-MM`. */
export type Month = string & { readonly brand: 'Month' };
/** A clock time `HH:MM`, 00:00 to 23:59, in the workbook's time zone. */
export type ClockTime = string & { readonly brand: 'ClockTime' };

const MS_PER_DAY = 86_400_000;
/** Day 0 of a spreadsheet is 1899-12-30 (Sheets API guide, "Date/time serial numbers"). */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

export function isDay(value: string): value is Day {
  const parts = DAY.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** Throws when the text is no day: for constants and values already checked. */
export function toDay(value: string): Day {
  if (!isDay(value)) throw new Error(`not a day: ${value}`);
  return value;
}

export function isClockTime(value: string): value is ClockTime {
  return CLOCK_TIME.test(value);
}

export function toClockTime(value: string): ClockTime {
  if (!isClockTime(value)) throw new Error(`not a clock time: ${value}`);
  return value;
}

const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day; // ISO of a whole UTC day is a Day

/** The serial number of 1950-01-01: what is smaller is no day of ours, but 26 June typed as `6.26`. */
const FIRST_SERIAL = 18_264;

/** The day of a serial number, its time of day dropped; null outside 1950–9999, where no entry of ours can be. */
export function serialToDay(serial: number): Day | null {
  if (!Number.isFinite(serial) || serial < FIRST_SERIAL || serial >= 2_958_466) return null;
  return fromUtc(SERIAL_EPOCH + Math.floor(serial) * MS_PER_DAY);
}

export function dayToSerial(day: Day): number {
  return (toUtc(day) - SERIAL_EPOCH) / MS_PER_DAY;
}

/** Minutes after midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function clockTimeOf(minutes: number): ClockTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 1440)
    throw new Error(`not minutes of a day: ${minutes}`);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime; // bounded above
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((new Date(toUtc(day)).getUTCDay() + 6) % 7) + 1;
}

export function addDays(day: Day, count: number): Day {
  return fromUtc(toUtc(day) + count * MS_PER_DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (toUtc(to) - toUtc(from)) / MS_PER_DAY;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month; // the first seven characters of a Day are a Month
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
