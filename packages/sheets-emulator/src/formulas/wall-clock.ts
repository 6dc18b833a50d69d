/** What TODAY and NOW give: the time in the spreadsheet's zone as a serial number. */
import { daySerial } from '../values/serial-date';

/** An unknown zone counts as UTC. */
export function wallClockSerial(now: Date, timeZone: string | null | undefined): number {
  const parts = partsIn(now, timeZone ?? 'UTC') ?? partsIn(now, 'UTC') ?? {};
  const { year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const days = daySerial(year, month, day) ?? 0;
  return days + (hour * 3600 + minute * 60 + second) / 86_400;
}

function partsIn(now: Date, timeZone: string): Partial<Record<string, number>> | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const parts = format
      .formatToParts(now)
      .map(({ type, value }) => [type, Number(value)] as const);
    return Object.fromEntries(parts);
  } catch {
    return undefined; // no such zone
  }
}
