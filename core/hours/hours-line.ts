// What the hours ledger says of one person. Taught and credited hours are never mixed: fees follow one, targets the other.
import type { Day } from '../calendar/day';
import type { HoursTarget } from './hours-target';
import type { Person } from '../attendance/programme';
import type { Rate } from '../attendance/rate';
import { WHOLE_SESSION } from '../model/statuses';

/** Hours are kept in whole ten-thousandths: hundredths of an hour times hundredths of a session. */
export const HOUR = 100 * WHOLE_SESSION;

export interface TargetProgress extends HoursTarget {
  /** Credited within the target's time, here and elsewhere, in `HOUR`ths. */
  readonly achieved: number;
  /** How much of it was earned elsewhere. */
  readonly elsewhere: number;
  /** Of the sessions planned within it, and of those held without a clear mark: they may still turn out attended. */
  readonly open: number;
  /** Achieved, and of what is open the share that the person's own rate lets expect; null without a rate. */
  readonly projected: number | null;
}

export interface HoursLine {
  /** As the roster has them at the end of the year, or had them last. */
  readonly person: Person;
  /** The last day on the roster of a person who left within the year; such a person is not compared with a target. */
  readonly left: Day | null;
  /** Sessions of the year that earned anything. */
  readonly sessions: number;
  readonly taught: number;
  readonly credited: number;
  /** Earned in the year, but not at a session of the schedule. */
  readonly elsewhere: number;
  /** Held sessions of the year without a clear mark: they earn nothing yet. */
  readonly notRecorded: number;
  /** Rate A over the year's held sessions. */
  readonly rate: Rate;
  /** Null for a person who left, has no rank class, or whose class has no target. */
  readonly progress: TargetProgress | null;
}

/** What is missing from a target of so many hours; never below 0. */
export function missingHours({ hours }: Pick<HoursTarget, 'hours'>, reached: number): number {
  return Math.max(0, Math.round(hours * 100) * WHOLE_SESSION - reached);
}
