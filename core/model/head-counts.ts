// How many people were due at a session, and how many attended.
import { audienceMatcher } from './due';
import { UNREADABLE } from '../workbook/read/read-columns';
import type { Book } from './book';
import type { MarkIndex } from './mark-index';
import type { StatusMeanings } from './status-meanings';
import { foldWord } from '../text/clean';

export interface HeadCounts {
  /** Whether the attendance has a row for the session. */
  isMarked(sessionId: string): boolean;
  /** 0 as long as nobody is marked. */
  attended(sessionId: string): number;
  due(sessionId: string): number;
  /** Those who attended or, as long as nobody is marked, all who were due: no more can have attended. */
  atMost(sessionId: string): number;
}

export function headCounts(book: Book, statuses: StatusMeanings, marks: MarkIndex): HeadCounts {
  const { codes, values } = book.attendance.columns.status;
  const isAttended = values.map(
    (status) => statuses.byWord.get(foldWord(status))?.attended === true,
  );
  const isMarked = (sessionId: string): boolean => marks.sessionAt(sessionId) >= 0;
  const attended = (sessionId: string): number => {
    const session = marks.sessionAt(sessionId);
    let count = 0;
    for (const id of book.roster.ids) {
      const row = marks.rowAt(session, marks.memberAt(id));
      if (isAttended[codes[row] ?? UNREADABLE] === true) count += 1;
    }
    return count;
  };
  const due = (sessionId: string): number => {
    const { date, audience } = book.sessions.get(sessionId)?.cells ?? {};
    const isInvited = audienceMatcher(audience);
    const { roster } = book;
    const rows = date ? roster.ids.flatMap((id) => roster.rowOn(id, date) ?? []) : [];
    return rows.filter(({ cells }) => isInvited(cells)).length;
  };
  return { isMarked, attended, due, atMost: (id) => (isMarked(id) ? attended(id) : due(id)) };
}
