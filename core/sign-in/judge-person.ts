// What a filled sheet says of one person: a mark, nothing new, or a question.
import { minutesOf, type ClockTime } from '../calendar/day';
import type { Book, RowOf } from '../checks/book';
import type { Snapshot } from '../workbook/snapshot';
import { arrivalAt } from './arrival';
import type { Attendees, DuePerson, Session } from './due-people';
import type { SheetEntry } from './read-sheet';

export interface CloseFacts {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly session: Session;
  /** The session's row in the schedule. */
  readonly sessionRow: number;
  readonly attendees: Attendees;
  readonly entries: readonly SheetEntry[];
  /** What the clerk said of those without a mark, by ID. */
  readonly absent: ReadonlySet<string>;
  readonly notRecorded: ReadonlySet<string>;
  readonly who: string;
  readonly at: string;
}

export type Mark = Partial<RowOf<'attendance'>>;
export type Verdict =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly isAbsent: boolean }
  | { readonly kind: 'keep' | 'came' | 'unmarked' | 'unclear' | 'notRecorded' };

export function judge(
  facts: CloseFacts,
  person: DuePerson,
  entry: SheetEntry | undefined,
): Verdict {
  const { statuses } = facts.attendees;
  const word = entry?.status ?? wordByTime(facts, entry?.time ?? null);
  if (word !== null) {
    const meaning = statuses.meaningOf(word);
    const label = meaning && statuses.labelOf(meaning.code);
    if (!meaning || !label) return { kind: 'unclear' };
    if (meaning.leave !== null && label === person.leaveLabel && hasCome(facts, person))
      return { kind: 'came' };
    return { kind: 'mark', mark: markOf(facts, person, { label, entry }), isAbsent: meaning.code === 'absent' }; // prettier-ignore
  }
  if (person.marks.length > 0) return { kind: 'keep' };
  if (person.leaveLabel !== null)
    return { kind: 'mark', mark: { status: person.leaveLabel }, isAbsent: false };
  const absent = statuses.labelOf('absent');
  if (facts.absent.has(person.id) && absent !== null)
    return { kind: 'mark', mark: { status: absent }, isAbsent: true };
  return { kind: facts.notRecorded.has(person.id) ? 'notRecorded' : 'unmarked' };
}

/** A time without a status is an arrival: the settings say whether it was late. */
function wordByTime({ attendees, book, session }: CloseFacts, time: ClockTime | null): string | null {
  if (time === null) return null;
  const { code } = arrivalAt(time, session.start, book.settings);
  return attendees.statuses.labelOf(code) ?? attendees.statuses.labelOf('present');
} // prettier-ignore

function hasCome({ attendees }: CloseFacts, { marks }: DuePerson): boolean {
  return marks.some(
    ({ status }) => status !== null && attendees.statuses.meaningOf(status)?.attended === true,
  );
}

interface Entered {
  readonly label: string;
  readonly entry: SheetEntry | undefined;
}

/** The cells that the sheet has something for; the others of an existing row stay as they are. */
function markOf({ attendees, session }: CloseFacts, person: DuePerson, { label, entry }: Entered): Mark {
  const { time = null, remark = null } = entry ?? {};
  const isLate = attendees.statuses.meaningOf(label)?.code === 'late';
  const late = isLate && time !== null ? minutesOf(time) - minutesOf(session.start) : 0;
  const missed = person.leaveMinutes ?? (late > 0 ? late : null);
  const isMissing = person.marks.every(({ minutesMissed }) => minutesMissed === null);
  return {
    status: label,
    ...(time === null ? {} : { in: time }),
    ...(missed === null || !isMissing ? {} : { minutesMissed: missed }),
    ...(remark === null ? {} : { remark }),
  };
} // prettier-ignore
