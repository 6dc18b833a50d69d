// An export of a meeting or sign-in program → the attendance of one session. A mark or a leave that says something else is a conflict:
// the clerk decides, and without a decision the workbook's own is kept.
import { minutesOf, type ClockTime } from '../../calendar/day';
import type { DayOrder } from '../../calendar/day-order';
import type { Book } from '../../model/book';
import { duePeople, type DuePerson } from '../../model/due-people';
import type { TimedSession } from '../../model/session';
import { foldWord } from '../../text/clean';
import { groupBy } from '../../text/group-by';
import { matchPeople, type MemberAnswer, type UnmatchedRow } from '../match-people';
import type { MatchedPerson, NamedRow } from '../possible-people';
import type { SourceTable } from '../read-source';
import type { ReadValue } from '../source-values';
import { attendedTime } from './attended-time';
import { evaluateAttended, type EvaluationContext, type ImportedMark } from './evaluate-attended';
import {
  readAttendance,
  type AttendanceRecord,
  type ReadAttendance,
  type WhyNot,
} from './read-attendance';

export interface AttendanceChoices {
  readonly session: TimedSession;
  /** By the row of the source. */
  readonly people: ReadonlyMap<number, MemberAnswer>;
  /** Ids of people whose mark or leave is replaced by what the source says. */
  readonly byFile: ReadonlySet<string>;
}

export interface AttendanceContext {
  readonly readValue: ReadValue;
  readonly dayOrder: DayOrder;
  readonly isOver: boolean;
}

export interface RecordedPerson {
  readonly person: DuePerson;
  readonly mark: ImportedMark;
}

export interface AttendanceConflict extends RecordedPerson {
  /** What the workbook says, as words. */
  readonly known: string;
  readonly takesFile: boolean;
}

export interface LeftOutRow {
  readonly row: number;
  readonly why: WhyNot | 'skipped' | 'tooShort';
  readonly words: string;
}

export interface AttendancePlan {
  readonly session: TimedSession;
  readonly added: readonly RecordedPerson[];
  readonly conflicts: readonly AttendanceConflict[];
  readonly unchanged: number;
  readonly unmatched: readonly UnmatchedRow[];
  readonly notTaken: readonly LeftOutRow[];
  readonly unreadable: ReadAttendance['unreadable'];
  /** Due people of whom the source says nothing: they stay as they are. */
  readonly notListed: readonly DuePerson[];
}

/** Throws when the statuses tab has no `present`: the caller has made sure. */
export function planAttendance(
  book: Book,
  source: SourceTable,
  {
    choices,
    context,
  }: { readonly choices: AttendanceChoices; readonly context: AttendanceContext },
): AttendancePlan {
  const { session, byFile } = choices;
  const { lateMinutes, earlyMinutes, checkInOpens, timeZone } = book.settings;
  const span = { start: minutesOf(session.start), end: minutesOf(session.end) };
  const read = readAttendance(
    source,
    {
      span,
      opens: checkInOpens,
      expected: session.date,
      year: Number(session.date.slice(0, 4)),
      dayOrder: context.dayOrder,
      timeZone,
    },
    context.readValue,
  );
  const attendees = duePeople(book, session);
  const matched = matchPeople(
    read.records.map(({ named }) => named),
    attendees.people.map((person) => toMatched(book, session, person)),
    choices.people,
  );
  const { statuses } = attendees;
  const evaluation = { session: span, lateMinutes, earlyMinutes, isOver: context.isOver, statuses };
  const skipped = matched.groups.filter(({ match }) => match.kind === 'skip');
  const records = groupBy(read.records, ({ named }) => matched.personOf.get(named.row)?.id);
  const evaluated = attendees.people.flatMap((person) => {
    const theirs = records.get(person.id);
    return theirs ? [{ person, theirs, result: evaluate(person, theirs, evaluation) }] : [];
  });
  const of = <Kind extends Result['kind']>(kind: Kind) =>
    evaluated.flatMap(({ person, theirs, result }) =>
      result.kind === kind
        ? [{ person, theirs, result: result as Extract<Result, { kind: Kind }> }]
        : [],
    );
  return {
    session,
    added: of('added').map(({ person, result }) => ({ person, mark: result.mark })),
    conflicts: of('conflict').map(({ person, result: { mark, known } }) => ({
      person,
      mark,
      known,
      takesFile: byFile.has(person.id),
    })),
    unchanged: of('same').length,
    unmatched: matched.unmatched,
    notTaken: [
      ...read.notTaken,
      ...skipped.flatMap(({ rows }) => rows.map((named) => leftOut(named, 'skipped'))),
      ...of('tooShort').flatMap(({ theirs }) =>
        theirs.map(({ named }) => leftOut(named, 'tooShort')),
      ),
    ],
    unreadable: read.unreadable,
    notListed: attendees.people.filter(({ id }) => !records.has(id)),
  };
}

const leftOut = (named: NamedRow, why: LeftOutRow['why']): LeftOutRow => ({
  row: named.row,
  why,
  words: [named.name, named.unit, named.phone].filter((word) => word !== null).join(' '),
});

function toMatched(book: Book, { date }: TimedSession, person: DuePerson): MatchedPerson {
  const { id, name, unit, post } = person;
  const cells = book.roster.nearestRow(id, date)?.cells;
  return { id, name, unit, post, phone: cells?.phone ?? null, email: cells?.email ?? null };
}

type Result =
  | { readonly kind: 'added'; readonly mark: ImportedMark }
  | { readonly kind: 'conflict'; readonly mark: ImportedMark; readonly known: string }
  | { readonly kind: 'same' | 'tooShort' };

function evaluate(
  person: DuePerson,
  records: readonly AttendanceRecord[],
  context: EvaluationContext,
): Result {
  const time = attendedTime(
    records.map(({ times }) => times),
    context.session,
  );
  const stated = records.find((record) => record.stated !== null)?.stated ?? null;
  const mark = evaluateAttended(time, { excused: person.leaveMinutes, stated }, context);
  if (mark === null) return { kind: 'tooShort' };
  if (person.marks.length === 0)
    return person.leaveLabel === null
      ? { kind: 'added', mark }
      : { kind: 'conflict', mark, known: person.leaveLabel };
  if (person.marks.every((row) => saysSame(row, mark, context))) return { kind: 'same' };
  return { kind: 'conflict', mark, known: person.marks.map(markWords).join(' / ') };
}

/** A blank cell of the workbook contradicts nothing. */
function saysSame(
  row: DuePerson['marks'][number],
  mark: ImportedMark,
  { statuses }: EvaluationContext,
): boolean {
  const [known, now] = [row.status ?? '', mark.status];
  const isSameStatus =
    foldWord(known) === foldWord(now) ||
    (statuses.meaningOf(known) !== null &&
      statuses.meaningOf(known)?.code === statuses.meaningOf(now)?.code);
  const isSame = (here: string | number | null, there: string | number | null): boolean =>
    here === null || here === there;
  return (
    isSameStatus &&
    isSame(row.in, mark.in) &&
    isSame(row.out, mark.out) &&
    isSame(row.minutesMissed, mark.minutesMissed)
  );
}

interface MarkWords {
  readonly status: string | null;
  readonly in: ClockTime | null;
  readonly out: ClockTime | null;
  readonly minutesMissed: number | null;
}

/** As a clerk reads a mark: `迟到 14:50–17:00 20′`. */
export function markWords({ status, in: from, out, minutesMissed }: MarkWords): string {
  const times = from === null && out === null ? null : `${from ?? ''}–${out ?? ''}`;
  const missed = minutesMissed === null ? null : `${minutesMissed}′`;
  return [status, times, missed].filter((part) => part !== null).join(' ');
}
