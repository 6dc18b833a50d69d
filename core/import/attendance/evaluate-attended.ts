// The time that somebody attended → the mark: present, late or left early, by the settings.
import { clockTimeOf, type ClockTime } from '../../calendar/day';
import type { StatusWords } from '../../model/attendance-rows';
import { arrivalAt } from '../../sign-in/arrival';
import type { RowOf } from '../../model/book';
import type { Settings } from '../../workbook/read/settings';
import type { AttendedTime, Span } from './attended-time';
import type { StatedCode } from './read-attendance';

export type ImportedMark = Pick<RowOf<'attendance'>, 'status' | 'in' | 'out' | 'minutesMissed'>;

export interface EvaluationContext extends Pick<Settings, 'lateMinutes' | 'earlyMinutes'> {
  readonly session: Span;
  /** Before the end nobody has left early. */
  readonly isOver: boolean;
  readonly statuses: StatusWords;
}

/** Minutes of an approved leave for a part of the session; null: none. */
export type Excused = number | null;

/**
 * `stated`: what the program says, for somebody of whom it has no times. Null: there is only a duration, and it is too short to say whether the person came late or left early. Throws when the statuses tab has
 * no `present`: the caller has made sure.
 */
export function evaluateAttended(
  time: AttendedTime,
  { excused, stated }: { readonly excused: Excused; readonly stated: StatedCode | null },
  context: EvaluationContext,
): ImportedMark | null {
  const { session, isOver } = context;
  const out = isOver ? time.out : null;
  if (time.in === null && out === null)
    return byDuration(time.minutes, { excused, stated }, context);
  const arrival = time.in === null ? null : lateness(time.in, excused, context);
  const late = arrival?.code === 'late' ? (arrival.minutesMissed ?? 0) : 0;
  const early = out === null ? 0 : earliness(out, (excused ?? 0) - late, context);
  const missed = late + early + breakMinutes({ ...time, out }, context);
  const code = late > 0 ? 'late' : early > 0 ? 'leftEarly' : 'present';
  const most = Math.min(Math.max(missed, excused ?? 0), session.end - session.start);
  return {
    status: statusOf(code, context.statuses),
    in: time.in === null ? null : clockTime(time.in),
    out: out === null ? null : clockTime(out),
    minutesMissed: most > 0 ? most : null,
  };
}

const lateness = (
  minute: number,
  excused: Excused,
  { lateMinutes, session }: EvaluationContext,
): ReturnType<typeof arrivalAt> =>
  arrivalAt(clockTime(minute), clockTime(session.start), { lateMinutes, excused });

/** 0 within the tolerance and within what is left of the leave. */
function earliness(
  out: number,
  excused: number,
  { earlyMinutes, session }: EvaluationContext,
): number {
  const before = session.end - out;
  return before > earlyMinutes + Math.max(0, excused) ? before : 0;
}

/** Between coming and going; short breaks are only a lost connection. */
function breakMinutes(
  { in: from, out, minutes }: AttendedTime,
  { earlyMinutes, session }: EvaluationContext,
): number {
  if (from === null || out === null || minutes === null) return 0;
  const there = Math.min(out, session.end) - Math.max(from, session.start);
  return there - minutes > earlyMinutes ? there - minutes : 0;
}

function byDuration(
  minutes: number | null,
  { excused, stated }: { readonly excused: Excused; readonly stated: StatedCode | null },
  { lateMinutes, earlyMinutes, session, isOver, statuses }: EvaluationContext,
): ImportedMark | null {
  const missed = minutes === null ? 0 : session.end - session.start - minutes;
  if (isOver && missed > lateMinutes + earlyMinutes + (excused ?? 0)) return null;
  const status = statusOf((minutes === null && stated) || 'present', statuses);
  return { status, in: null, out: null, minutesMissed: excused };
}

/** A workbook that does not tell late from present counts both as present. */
function statusOf(code: string, statuses: StatusWords): string {
  const label = statuses.labelOf(code) ?? statuses.labelOf('present');
  if (label === null) throw new Error('the statuses have no "present"');
  return label;
}

/** The day's first or last minute for what is before or after the day. */
const clockTime = (minute: number): ClockTime =>
  clockTimeOf(Math.min(Math.max(0, minute), 24 * 60 - 1));
