// People who check in → their marks. The first check-in is kept; only a mark of leave is replaced, because the person came after all.
import type { ClockTime } from '../calendar/day';
import type { Book, RowOf } from '../model/book';
import { attendanceRows, statusWords, type AttendanceRow } from '../model/attendance-rows';
import { arrivalAt } from '../sign-in/arrival';
import { leaveAt } from '../model/due-people';
import { SIGN_IN_TEXTS } from '../sign-in/sign-in.texts';
import { appendRows } from '../workbook/write/append-rows';
import { updateRow } from '../workbook/write/update-row';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import type { TimedSession } from '../model/session';
import { identify, type Claim } from './identify';

export interface ArrivalClaim extends Claim {
  readonly time: ClockTime;
  /** ISO 8601, for the log. */
  readonly at: string;
}

/**
 * `in`: the mark was written; `again`: the person has checked in already; `kept`: a clerk entered something else, which stays;
 * `unknown`: name and digits fit nobody, or more than one.
 */
export type CheckedIn =
  | {
      readonly outcome: 'in' | 'again';
      readonly name: string;
      readonly status: string;
      readonly time: ClockTime | null;
    }
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'unknown' };

export interface CheckInPlan {
  readonly changes: readonly WorkbookChange[];
  /** In the order of the claims. */
  readonly results: readonly CheckedIn[];
}

interface Facts {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly session: TimedSession;
}

/** Throws when the statuses tab has no `present`: the caller has made sure. */
export function planCheckIns(facts: Facts, claims: readonly ArrivalClaim[]): CheckInPlan {
  const marksOf = attendanceRows(facts.book);
  const added: RowOf<'attendance'>[] = [];
  const changes: WorkbookChange[] = [];
  const log: Partial<RowOf<'log'>>[] = [];
  const now = new Map<string, CheckedIn>();
  const results = claims.map((claim): CheckedIn => {
    const id = identify(facts.book, facts.session, claim);
    if (id === null) return { outcome: 'unknown' };
    const before = now.get(id);
    if (before) return before.outcome === 'in' ? { ...before, outcome: 'again' } : before;
    const arrival = evaluateArrival(facts, { id, claim, marks: marksOf(facts.session.id, id) });
    now.set(id, arrival.result);
    if (arrival.mark && arrival.rows.length === 0) added.push(arrival.mark);
    if (arrival.mark && arrival.rows.length > 0) {
      changes.push(...overwrite(facts, arrival.rows, arrival.mark));
      log.push(logLine(facts, { id, claim, arrival }));
    }
    return arrival.result;
  });
  const { language } = facts.book.settings;
  return {
    results,
    changes: [
      ...appendRows(facts.snapshot, 'attendance', { rows: added, language }),
      ...changes,
      ...appendRows(facts.snapshot, 'log', { rows: log, language }),
    ],
  };
}

interface EvaluatedArrival {
  readonly result: CheckedIn;
  readonly mark: RowOf<'attendance'> | null;
  /** Rows of leave that the mark replaces. */
  readonly rows: readonly AttendanceRow[];
}

interface Arriving {
  readonly id: string;
  readonly claim: ArrivalClaim;
  readonly marks: readonly AttendanceRow[];
}

function evaluateArrival(
  { book, session }: Facts,
  { id, claim, marks }: Arriving,
): EvaluatedArrival {
  const statuses = statusWords(book);
  const name = book.roster.nearestRow(id, session.date)?.cells.name ?? '';
  const [first] = marks;
  const meaning = first?.status ? statuses.meaningOf(first.status) : null;
  if (first && meaning?.attended)
    return unchanged({ outcome: 'again', name, status: first.status ?? '', time: first.in });
  if (first && (meaning === null || meaning.leave === null)) return unchanged({ outcome: 'kept' });
  const { lateMinutes } = book.settings;
  const { leaveMinutes: excused } = leaveAt(book, session.id, { id, statuses });
  const { code, minutesMissed } = arrivalAt(claim.time, session.start, { lateMinutes, excused });
  const status = statuses.labelOf(code) ?? statuses.labelOf('present');
  if (status === null) throw new Error('the statuses have no "present"');
  const mark = {
    sessionId: session.id,
    memberId: id,
    status,
    in: claim.time,
    out: null,
    minutesMissed,
    remark: null,
  };
  return { result: { outcome: 'in', name, status, time: claim.time }, mark, rows: marks };
}

const unchanged = (result: CheckedIn): EvaluatedArrival => ({ result, mark: null, rows: [] });

function overwrite(
  { book, snapshot }: Facts,
  rows: readonly AttendanceRow[],
  { status, in: time, minutesMissed }: RowOf<'attendance'>,
): WorkbookChange[] {
  const values = { status, in: time, ...(minutesMissed === null ? {} : { minutesMissed }) };
  const { language } = book.settings;
  return rows.flatMap(({ row }) => updateRow(snapshot, 'attendance', { row, values, language }));
}

function logLine(
  { book, session }: Facts,
  { id, claim, arrival }: { id: string; claim: ArrivalClaim; arrival: EvaluatedArrival },
): Partial<RowOf<'log'>> {
  const { language } = book.settings;
  const action = SIGN_IN_TEXTS.checkedIn[language];
  return {
    at: claim.at,
    who: action,
    action,
    target: `${session.id} ${id} ${book.roster.nearestRow(id, session.date)?.cells.name ?? ''}`,
    before: arrival.rows[0]?.status ?? null,
    after: arrival.mark?.status ?? null,
  };
}
