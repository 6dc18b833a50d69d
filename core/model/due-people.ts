// Who is expected at one session, in official order, with leave and mark.
import type { Book, EntryOf } from './book';
import {
  attendanceRows,
  statusWords,
  type AttendanceRow,
  type StatusWords,
} from './attendance-rows';
import { partialMinutes, wholeLeaves } from './leave-extent';
import { decisiveLeave } from './session-leave';
import { isInForce, leaveStateOf } from './leave-state';
import { inOfficialOrder, isDue } from './due';
import type { TimedSession } from './session';

export interface DuePerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly category: EntryOf<'roster'>['cells']['category'];
  /** The status of an approved leave for the whole session; null: none. */
  readonly leaveLabel: string | null;
  /** Minutes of an approved leave for a part of it; null: none. */
  readonly leaveMinutes: number | null;
  /** A leave that was refused, cancelled or is not decided: what the sheet says of leave may be out of date. */
  readonly hasOtherLeave: boolean;
  readonly marks: readonly AttendanceRow[];
}

/** A due person's row of the roster that cannot be on the sheet. */
export interface LeftOut {
  /** The sheet's own row number. */
  readonly row: number;
  readonly name: string;
  readonly why: 'noId' | 'noName' | 'doubledId';
}

export interface Attendees {
  readonly people: readonly DuePerson[];
  readonly leftOut: readonly LeftOut[];
  readonly statuses: StatusWords;
}

export function duePeople(book: Book, session: TimedSession): Attendees {
  const statuses = statusWords(book);
  const marksOf = attendanceRows(book);
  const call = { date: session.date, audience: session.audience ?? null };
  const seen = new Set<string>();
  const leftOut: LeftOut[] = [];
  const people = book.entries.roster
    .filter(({ cells }) => isDue(cells, call))
    .toSorted((a, b) => inOfficialOrder(a.cells, b.cells))
    .flatMap(({ row, cells }): DuePerson[] => {
      const { id, name, unit, post, category } = cells;
      if (!id || !name || seen.has(id)) {
        leftOut.push({ row, name: name ?? '', why: !id ? 'noId' : name ? 'doubledId' : 'noName' });
        return [];
      }
      seen.add(id);
      return [
        {
          id,
          name,
          unit: unit ?? '',
          post: post ?? '',
          category,
          ...leaveAt(book, session.id, { id, statuses }),
          marks: marksOf(session.id, id),
        },
      ];
    });
  return { people, leftOut, statuses };
}

export type LeavePart = Pick<DuePerson, 'leaveLabel' | 'leaveMinutes' | 'hasOtherLeave'>;

export function leaveAt(
  book: Pick<Book, 'entries' | 'sessions'>,
  sessionId: string,
  { id, statuses }: { readonly id: string; readonly statuses: StatusWords },
): LeavePart {
  const theirs = book.entries.leave.filter(
    ({ cells }) => cells.sessionId === sessionId && cells.memberId === id,
  );
  const approved = theirs.filter(({ cells }) => isInForce(leaveStateOf(cells)));
  const whole = wholeLeaves(book, approved);
  const kind = decisiveLeave(whole)?.cells.kind;
  const others = approved.filter((leave) => !whole.includes(leave));
  const parts = others.flatMap(({ cells }) => partialMinutes(book, cells) ?? []);
  return {
    leaveLabel: kind ? statuses.leaveLabel(kind) : null,
    leaveMinutes: parts.length > 0 ? parts.reduce((sum, count) => sum + count, 0) : null,
    hasOtherLeave: theirs.length > approved.length,
  };
}
