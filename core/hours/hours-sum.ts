// Adds up one person's hours, session by session.
import { yearOf, type Day } from '../calendar/day';
import type { Rate } from '../attendance/rate';
import { WHOLE_SESSION, type Status } from '../model/statuses';
import type { HoursLine, TargetProgress } from './hours-line';
import type { HoursTarget } from './hours-target';
import type { OtherHours } from './other-hours';
import type { Person, ProgrammeSession } from '../attendance/programme';

/** Who is added up, and against what. */
export interface HoursSubject {
  readonly person: Person;
  readonly target: HoursTarget | null;
  readonly left: Day | null;
  readonly year: number;
}

export class HoursSum {
  /** Something of the year or of the target's time was added. */
  hasEntries = false;
  private sessions = 0;
  private taught = 0;
  private credited = 0;
  private elsewhere = 0;
  private notRecorded = 0;
  private earned = 0;
  private due = 0;
  private readonly towards = { achieved: 0, elsewhere: 0, open: 0 };

  /** `row`: of the roster, by which the lines are ordered. */
  constructor(
    readonly row: number,
    private readonly subject: HoursSubject,
  ) {}

  /** A session at which the person is due; without a clear mark there is no status. */
  addSession(session: ProgrammeSession, status: Status | undefined): void {
    const { isOfYear, isTowards } = this.placeOf(session.date);
    if (!isOfYear && !isTowards) return;
    this.hasEntries = true;
    const hours = hundredths(session.creditedHours);
    if (isTowards) {
      if (session.state === 'planned' || !status) this.towards.open += hours * WHOLE_SESSION;
      else this.towards.achieved += hours * status.credit;
    }
    if (isOfYear && session.state !== 'planned') this.count(session, status);
  }

  addOther({ date, hours }: OtherHours): void {
    const { isOfYear, isTowards } = this.placeOf(date);
    if (!isOfYear && !isTowards) return;
    this.hasEntries = true;
    const parts = hundredths(hours) * WHOLE_SESSION;
    if (isOfYear) this.elsewhere += parts;
    if (!isTowards) return;
    this.towards.achieved += parts;
    this.towards.elsewhere += parts;
  }

  private placeOf(day: Day): { readonly isOfYear: boolean; readonly isTowards: boolean } {
    const { target, year } = this.subject;
    const isTowards = target !== null && target.from <= day && day <= target.to;
    return { isOfYear: yearOf(day) === year, isTowards };
  }

  private count(
    { taughtHours, creditedHours }: ProgrammeSession,
    status: Status | undefined,
  ): void {
    if (!status) {
      this.notRecorded += 1;
      return;
    }
    const { credit, treatment } = status;
    if (credit > 0) this.sessions += 1;
    this.taught += hundredths(taughtHours) * credit;
    this.credited += hundredths(creditedHours) * credit;
    if (treatment === 'notCounted') return;
    this.earned += credit;
    this.due += WHOLE_SESSION;
  }

  line(): HoursLine {
    const { subject, sessions, taught, credited, elsewhere, notRecorded } = this;
    const { person, left, target } = subject;
    const rate = { numerator: this.earned, denominator: this.due };
    const progress = target && this.progress(target, rate);
    return {
      person,
      left,
      sessions,
      taught,
      credited,
      elsewhere,
      notRecorded,
      rate,
      progress,
    };
  }

  private progress(target: HoursTarget, rate: Rate): TargetProgress {
    const { achieved, open } = this.towards;
    return { ...target, ...this.towards, projected: project(achieved, open, rate) };
  }
}

export const hundredths = (hours: number | null): number => Math.round((hours ?? 0) * 100);

/** Rounded half up to a ten-thousandth of an hour. */
function project(achieved: number, open: number, { numerator, denominator }: Rate): number | null {
  if (open === 0) return achieved;
  if (denominator === 0) return null;
  return achieved + Math.floor((2 * open * numerator + denominator) / (2 * denominator));
}
