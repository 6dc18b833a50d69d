// Class hours in whole hundredths, so that hours times a rate stays in whole cents.
import { toCents, type Cents } from './cents';

const { floor } = Math;

/** 1.5 class hours are 150. */
export type HundredthHours = number & { readonly brand: 'HundredthHours' };

/** Far more than any session has; beyond it an entry is a slip of the hand and cents would overflow. */
const MOST = 1000_00;

/** A cell's hours, to the nearest hundredth; what no session can have counts as nothing. */
export function toHundredthHours(hours: number): HundredthHours {
  const hundredths = Math.round(hours * 100);
  return (hundredths > 0 && hundredths <= MOST ? hundredths : 0) as HundredthHours; // a whole number by the line above
}

/** `300` → `3`, `150` → `1.5`. */
export function formatHours(hours: HundredthHours): string {
  const digits = String(hours).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
}

/** Down to the cent, so that a cap is never passed by rounding. */
export function hoursTimes(hours: HundredthHours, perHour: Cents): Cents {
  return toCents(floor((hours * perHour) / 100));
}
