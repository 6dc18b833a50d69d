// The hours each person has earned and is still to earn. Taught and credited hours are never mixed: fees follow one, targets the other.
import { toDay, yearOf, type Day } from '../calendar/day';
import type { HoursTarget, HoursTargets } from './hours-target';
import type { Person, Session } from './programme';
import { WHOLE_SESSION, type Rate } from './rate';
import type { Reading } from './reading';
import { rowsOn, standingOn } from './roster-rows';
import { NOT_RECORDED, UNCLEAR } from './tally';

/** Hours are kept in whole ten-thousandths: hundredths of an hour times hundredths of a session. */
export const HOUR = 100 * WHOLE_SESSION;

export interface Progress extends HoursTarget {
  /** Credited within the target's time, in `HOUR`ths. */
  readonly achieved: number;
  /** Of the sessions planned within it. */
  readonly open: number;
  /** Achieved, and of what is open the share that the person's own rate lets expect; null without a rate. */
  readonly projected: number | null;
}

export interface HoursLine {
  /** As the roster has them at the end of the year, or had them last. */
  readonly person: Person;
  /** The last day on the roster of whoever left within the year; they are not judged. */
  readonly left: Day | null;
  /** Sessions of the year that earned anything. */
  readonly sessions: number;
  readonly taught: number;
  readonly credited: number;
  /** Held sessions of the year without a clear mark: they earn nothing yet. */
  readonly notRecorded: number;
  /** Rate A over the year's held sessions. */
  readonly rate: Rate;
  /** Null for a person who left, has no rank class, or whose class has no target. */
  readonly progress: Progress | null;
}

/** Everybody due at a session of the year or of the target's time, in official order, each person once; not who left before the year. */
export function hoursLedger(reading: Reading, year: number, targets: HoursTargets): HoursLine[] {
  const sums = openSums(reading, year, targets);
  const { programme, identities, roll } = reading;
  programme.sessions.forEach((session, at) => {
    if (session.state === 'cancelled') return;
    const isOfYear = yearOf(session.date) === year;
    for (const row of reading.findDue(session)) {
      const identity = identities[row] ?? 0;
      const mark = roll.marks[at]?.[identity] ?? NOT_RECORDED;
      sums.get(identity)?.add(session, { mark, reading, isOfYear });
    }
  });
  return [...sums.values()]
    .filter((sum) => sum.isConcerned)
    .sort((a, b) => a.row - b.row)
    .map((sum) => sum.line());
}

/** By identity: whoever was on the roster in the year, with the unit, post and target of its last day. */
function openSums(reading: Reading, year: number, targets: HoursTargets): Map<number, Sum> {
  const [firstDay, lastDay] = [toDay(`${year}-01-01`), toDay(`${year}-12-31`)];
  const sums = new Map<number, Sum>();
  rowsOn(reading, lastDay).forEach((row, identity) => {
    const person = reading.programme.people[row];
    if (!person) return;
    const standing = standingOn(person, lastDay);
    if (standing === 'there') sums.set(identity, new Sum(person, row, targetOf(person, targets)));
    if (standing === 'gone' && person.to !== null && person.to >= firstDay)
      sums.set(identity, new Sum(person, row, null, person.to));
  });
  return sums;
}

const targetOf = ({ rankClass }: Person, targets: HoursTargets): HoursTarget | null =>
  rankClass ? targets(rankClass) : null;

const hundredths = (hours: number | null | undefined): number => Math.round((hours ?? 0) * 100);

interface At {
  readonly mark: number;
  readonly reading: Reading;
  readonly isOfYear: boolean;
}

class Sum {
  isConcerned = false;
  private sessions = 0;
  private taught = 0;
  private credited = 0;
  private notRecorded = 0;
  private earned = 0;
  private due = 0;
  private achieved = 0;
  private open = 0;

  constructor(
    private readonly person: Person,
    readonly row: number,
    private readonly target: HoursTarget | null,
    private readonly left: Day | null = null,
  ) {}

  add(session: Session, { mark, reading, isOfYear }: At): void {
    const isTowards = this.target !== null && isIn(session.date, this.target);
    if (!isOfYear && !isTowards) return;
    this.isConcerned = true;
    const creditedHours = hundredths(session.creditedHours);
    if (session.state === 'planned') {
      if (isTowards) this.open += creditedHours * WHOLE_SESSION;
      return;
    }
    const status = reading.statuses[mark];
    if (isTowards) this.achieved += creditedHours * (status?.credit ?? 0);
    if (!isOfYear) return;
    if (mark === NOT_RECORDED || mark === UNCLEAR || !status) this.notRecorded += 1;
    else this.count(session, status);
  }

  private count(session: Session, { credit, treatment }: Reading['statuses'][number]): void {
    if (credit > 0) this.sessions += 1;
    this.taught += hundredths(session.taughtHours) * credit;
    this.credited += hundredths(session.creditedHours) * credit;
    if (treatment === 'notCounted') return;
    this.earned += credit;
    this.due += WHOLE_SESSION;
  }

  line(): HoursLine {
    const { person, left, sessions, taught, credited, notRecorded, target, achieved, open } = this;
    const rate = { numerator: this.earned, denominator: this.due };
    const progress = target && { ...target, achieved, open, projected: project(achieved, open, rate) };
    return { person, left, sessions, taught, credited, notRecorded, rate, progress };
  } // prettier-ignore
}

const isIn = (day: Day, { from, to }: HoursTarget): boolean => from <= day && day <= to;

/** Rounded half up to a ten-thousandth of an hour. */
function project(achieved: number, open: number, { numerator, denominator }: Rate): number | null {
  if (open === 0) return achieved;
  if (denominator === 0) return null;
  return achieved + Math.floor((2 * open * numerator + denominator) / (2 * denominator));
}

/** What is missing from a target of so many hours; never below 0. */
export function missingHours({ hours }: Pick<HoursTarget, 'hours'>, reached: number): number {
  return Math.max(0, hundredths(hours) * WHOLE_SESSION - reached);
}
