// What making, showing and closing a sign-in sheet share.
import { joined } from '#core/text/listed';
import type { Book } from '#core/model/book';
import type { SignInSheetRequest, SignInSheetResponse } from '#core/contract/sign-in-sheet';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import { readSignInSheet, type SignInSheet } from '#core/sign-in/read-sheet';
import { SIGN_IN_TEXTS } from '#core/sign-in/sign-in.texts';
import type { Language } from '#core/text/language';
import type { WorkbookChange } from '#core/workbook/write/change';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import { findSession, type TimedSession, toTimedSession } from '#core/model/session';
import { AppError } from '../../errors';

/** The workbook as read for this attempt. */
export interface SignInContext {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly key: string;
  readonly language: Language;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface SignInWrite {
  readonly changes: readonly WorkbookChange[];
  readonly result: SignInSheetResponse;
}

/** Throws `AppError` noSignIn when there is no such session with a day and times. */
export function findSignInSession(
  book: Book,
  { sessionId, action }: Pick<SignInSheetRequest, 'sessionId' | 'action'>,
): TimedSession {
  const purpose = action === 'close' ? 'closeSignIn' : 'signIn';
  const found = findSession(book.entries.schedule, { purpose, sessionId, today: book.today });
  const session = found && toTimedSession(found);
  if (!session || session.state === 'cancelled') throw new AppError('noSignIn');
  return session;
}

/** Null when there is none, or it is empty. Throws `AppError` sheetUnreadable when the entries cannot be read. */
export function readEnteredSheet({
  snapshot,
  key,
  language,
}: Pick<SignInContext, 'snapshot' | 'key' | 'language'>): SignInSheet | null {
  const found = readSignInSheet(snapshot.ownCells?.[key] ?? []);
  if (found.kind !== 'unreadable') return found.kind === 'read' ? found.sheet : null;
  const labels = joined(
    found.lacking.map((column) => SIGN_IN_TEXTS[column][language]),
    language,
  );
  throw new AppError('sheetUnreadable', {
    facts: { title: placeOf(snapshot, key)?.title ?? '', labels },
  });
}

export function shown({ id, title = '', date, start, end }: TimedSession, language: Language) {
  return { id, title, when: formatNoticeSpan(date, { start, end }, language) };
}
