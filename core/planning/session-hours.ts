// How many class hours a proposed session has.
import { minutesOf } from '../calendar/day';
import type { Book } from '../model/book';
import { findStandard, type Standards } from '../model/standards';
import type { TimeSlot } from './placement';

export interface SessionHours {
  readonly taught: number;
  readonly credited: number;
}

/** The settings' hours, or as many whole class hours as the slot has; never more than a half-day may have on its day. */
export function sessionHours(book: Book, standards: Standards, slot: TimeSlot): SessionHours {
  const { planHours, planCreditedHours, minutesPerClassHour } = book.settings;
  const minutes = minutesOf(slot.end) - minutesOf(slot.start);
  const fitting = planHours > 0 ? planHours : Math.floor(minutes / minutesPerClassHour);
  const taught = Math.min(fitting, hourLimit(standards, slot));
  return { taught, credited: planCreditedHours > 0 ? planCreditedHours : taught };
}

/** Of a half-day on that day; without a row of the standards there is none. */
export function hourLimit(standards: Standards, { date }: Pick<TimeSlot, 'date'>): number {
  const limit = findStandard(standards, { item: 'halfDayHours', scope: null, day: date });
  return limit?.value ?? Number.POSITIVE_INFINITY;
}
