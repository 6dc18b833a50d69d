// What a filled sheet says of one person: a mark, nothing new, or a question.
import { minutesOf, type ClockTime } from '../calendar/day';
import type { Book, RowOf } from '../model/book';
import type { Snapshot } from '../workbook/snapshot';
import type { TimedSession } from '../model/session';
import { arrivalAt } from './arrival';
import type { Attendees, DuePerson } from '../model/due-people';
import type { SheetEntry } from './read-sheet';
import type { SortedEntries } from './sort-entries';
import { toSheetWord, compareWithRecords, type SheetWord } from './compare-with-records';

export interface CloseFacts {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly session: TimedSession;
  /** The session's row in the schedule. */
  readonly sessionRow: number;
  readonly attendees: Attendees;
  readonly entries: SortedEntries;
  readonly answers: CloseAnswers;
  readonly who: string;
  readonly at: string;
}

type Ids = ReadonlySet<string>;

/** What the clerk said when asked, by ID. */
export interface CloseAnswers {
  /** Of those without a mark. */
  readonly present: Ids;
  readonly absent: Ids;
  readonly notRecorded: Ids;
  /** Of those whose sheet and attendance differ: which of the two is right. */
  readonly bySheet: Ids;
  readonly byAttendance: Ids;
}

export type MarkCells = Partial<RowOf<'attendance'>>;
export type EntryResult =
  | { readonly kind: 'mark'; readonly mark: MarkCells; readonly isAbsent: boolean }
  /** Absent by the sheet, but on leave; `mark` is null when the mark that is there stays. */
  | { readonly kind: 'excused'; readonly mark: MarkCells | null }
  | { readonly kind: 'differs'; readonly sheet: string; readonly known: string }
  | { readonly kind: 'keep' | 'attended' | 'unmarked' | 'unclear' | 'notRecorded' };

export function evaluateEntry(
  facts: CloseFacts,
  person: DuePerson,
  entry: SheetEntry | undefined,
): EntryResult {
  const typed = entry?.status ?? wordByTime(facts, person, entry?.time ?? null);
  if (typed === null) return evaluateUnmarked(facts, person);
  const word = toSheetWord(typed, entry, facts.attendees.statuses);
  return word === null ? { kind: 'unclear' } : evaluateWord(facts, person, word);
}

function evaluateWord(facts: CloseFacts, person: DuePerson, word: SheetWord): EntryResult {
  const { attendees, answers, session } = facts;
  const context = { statuses: attendees.statuses, isRepeat: session.state === 'held' };
  switch (compareWithRecords(word, person, context)) {
    case 'accepted':
      return markResult(facts, person, word);
    case 'attended':
      return { kind: 'attended' };
    case 'stale':
      return evaluateUnmarked(facts, person);
    case 'excused':
      return { kind: 'excused', mark: leaveMark(person, word) };
    case 'conflict':
      if (answers.bySheet.has(person.id)) return markResult(facts, person, word);
      if (answers.byAttendance.has(person.id)) return evaluateUnmarked(facts, person);
      return { kind: 'differs', ...bothOf(person, word) };
  }
}

/** Nothing on the sheet counts: what is known without it, else what the clerk says. */
function evaluateUnmarked({ attendees, answers }: CloseFacts, person: DuePerson): EntryResult {
  if (person.marks.length > 0) return { kind: 'keep' };
  if (person.leaveLabel !== null)
    return { kind: 'mark', mark: { status: person.leaveLabel }, isAbsent: false };
  const isAbsent = answers.absent.has(person.id);
  const said = isAbsent ? 'absent' : answers.present.has(person.id) ? 'present' : null;
  const status = said && attendees.statuses.labelOf(said);
  if (status !== null) return { kind: 'mark', mark: { status }, isAbsent };
  return { kind: answers.notRecorded.has(person.id) ? 'notRecorded' : 'unmarked' };
}

/** A time without a status is an arrival: the settings say whether it was late. */
function wordByTime(
  { attendees, book, session }: CloseFacts,
  { leaveMinutes }: DuePerson,
  time: ClockTime | null,
): string | null {
  if (time === null) return null;
  const { lateMinutes } = book.settings;
  const { code } = arrivalAt(time, session.start, { lateMinutes, excused: leaveMinutes });
  return attendees.statuses.labelOf(code) ?? attendees.statuses.labelOf('present');
}

function markResult(facts: CloseFacts, person: DuePerson, word: SheetWord): EntryResult {
  const isAbsent = word.meaning.code === 'absent';
  return { kind: 'mark', mark: markOf(facts, person, word), isAbsent };
}

/** Where there is a mark already, leave has been applied to it or will be in the leave register, which remembers it. */
function leaveMark({ leaveLabel, marks }: DuePerson, { remark }: SheetWord): MarkCells | null {
  if (leaveLabel === null || marks.length > 0) return null;
  return { status: leaveLabel, ...(remark === null ? {} : { remark }) };
}

const shown = (status: string | null, time: ClockTime | null): string =>
  [status ?? '', time ?? ''].join(' ').trim();

function bothOf({ marks, leaveLabel }: DuePerson, { label, time, remark }: SheetWord) {
  const known = marks.map((row) => shown(row.status, row.in)).join(' / ');
  const sheet = shown(label, time);
  // Only the remarks differ: then they must be seen.
  if (sheet === known)
    return { sheet: `${sheet} ${remark ?? ''}`, known: `${known} ${marks[0]?.remark ?? ''}` };
  return { sheet, known: marks.length > 0 ? known : (leaveLabel ?? '') };
}

/** The cells that the sheet has something for; the others of an existing row stay as they are. */
function markOf({ session }: CloseFacts, person: DuePerson, word: SheetWord): MarkCells {
  const { label, meaning, time, remark } = word;
  const late =
    meaning.code === 'late' && time !== null ? minutesOf(time) - minutesOf(session.start) : 0;
  const most = Math.max(late, person.leaveMinutes ?? 0);
  const missed = most > 0 ? most : null;
  const isMissing = person.marks.every(({ minutesMissed }) => minutesMissed === null);
  return {
    status: label,
    ...(time === null ? {} : { in: time }),
    ...(missed === null || !isMissing ? {} : { minutesMissed: missed }),
    ...(remark === null ? {} : { remark }),
  };
}
