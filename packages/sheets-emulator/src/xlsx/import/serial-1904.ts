/** Workbooks whose days are counted from 1904, as old Macs did. */
import type { NumberFormat } from '../../model/cell';

/** 1 January 1904 is day 0 there and day 1462 here. */
const DAYS_BETWEEN = 1462;

/** A date becomes the same date; a time of day, a duration or a plain number stays as it is. */
export function serialIn1900(serial: number, format: NumberFormat | undefined): number {
  if (format?.type === 'DATE' || format?.type === 'DATE_TIME') return serial + DAYS_BETWEEN;
  if (format?.type !== 'TIME') return serial;
  // More than a day, and not shown as a number of hours: a date of which only the time is shown.
  const isDuration = /\[[hms]+\]/i.test(format.pattern ?? '');
  return serial >= 1 && !isDuration ? serial + DAYS_BETWEEN : serial;
}
