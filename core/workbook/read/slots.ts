import { clockTimeOf, type ClockTime } from '../../calendar/day';

/** A regular half-day of the programme. */
export interface Slot {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

const DAYS = ['一1mon', '二2tue', '三3wed', '四4thu', '五5fri', '六6sat', '日7sun', '天7sun'];
const SLOT =
  /^(?:周|週|星期)?\s*([一二三四五六日天1-7]|mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+(\d{1,2})[:：](\d{2})\s*[-–—~～]\s*(\d{1,2})[:：](\d{2})$/i;

/** Reads `周五 14:30-17:00；周六 09:00-11:30` (or Fri …); undefined when any part is not understood. */
export function parseSlots(cell: string): Slot[] | undefined {
  const slots = cell
    .split(/[;；,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseSlot);
  return slots.length > 0 && slots.every((slot) => slot !== undefined) ? slots : undefined;
}

function parseSlot(part: string): Slot | undefined {
  const [, name = '', startHour, startMinute, endHour, endMinute] = SLOT.exec(part) ?? [];
  const day = DAYS.findIndex((names) => name !== '' && names.includes(name.toLowerCase()));
  const start = Number(startHour) * 60 + Number(startMinute);
  const end = Number(endHour) * 60 + Number(endMinute);
  if (
    day < 0 ||
    !(start < end) ||
    end >= 1440 ||
    Number(startMinute) > 59 ||
    Number(endMinute) > 59
  )
    return undefined;
  return { weekday: Math.min(day + 1, 7), start: clockTimeOf(start), end: clockTimeOf(end) };
}
