// How many people were due at a session, and how many came.
import { audienceMatcher } from '../roster/due';
import { REFUSED } from '../workbook/read-columns';
import type { Book } from './book';
import type { MarkIndex } from './mark-index';
import { foldStatus, type StatusBook } from './status-book';

export interface HeadCounts {
  /** 0 as long as nobody is marked. */
  came(sessionId: string): number;
  due(sessionId: string): number;
}

export function headCounts(book: Book, statuses: StatusBook, marks: MarkIndex): HeadCounts {
  const { codes, values } = book.attendance.columns.status;
  const attended = values.map(
    (status) => statuses.meanings.get(foldStatus(status))?.attended === true,
  );
  return {
    came(sessionId) {
      const session = marks.sessionAt(sessionId);
      let count = 0;
      for (const id of book.roster.ids) {
        const row = marks.rowAt(session, marks.memberAt(id));
        if (attended[codes[row] ?? REFUSED] === true) count += 1;
      }
      return count;
    },
    due(sessionId) {
      const { date, audience } = book.sessions.get(sessionId)?.cells ?? {};
      const isInvited = audienceMatcher(audience);
      const { roster } = book;
      const rows = date ? roster.ids.flatMap((id) => roster.on(id, date) ?? []) : [];
      return rows.filter(({ cells }) => isInvited(cells)).length;
    },
  };
}
