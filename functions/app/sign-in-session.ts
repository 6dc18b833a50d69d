// What making, showing and closing a sign-in sheet share.
import type { Book } from '#core/checks/book';
import type { SignInSheetRequest, SignInSheetResponse } from '#core/contract/sign-in-sheet';
import { formatNoticeSpan } from '#core/notice/notice-date';
import { chooseSession } from '#core/sign-in/choose-session';
import { toSession, type Session } from '#core/sign-in/due-people';
import { readSignInSheet, type SignInSheet } from '#core/sign-in/read-sheet';
import type { Language } from '#core/text/language';
import type { WorkbookChange } from '#core/workbook/change';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../errors';

/** The workbook as it stands when the turn has come. */
export interface At {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly key: string;
  readonly language: Language;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface Decided {
  readonly changes: readonly WorkbookChange[];
  readonly result: SignInSheetResponse;
}

/** Throws `AppError` noSignIn when there is no such session with a day and times. */
export function findSession(
  book: Book,
  { sessionId, action }: Pick<SignInSheetRequest, 'sessionId' | 'action'>,
): Session {
  const found =
    sessionId === undefined ? chooseSession(book, action) : book.sessions.get(sessionId);
  const session = found && toSession(found);
  if (!session || session.state === 'cancelled') throw new AppError('noSignIn');
  return session;
}

export function sheetOf(snapshot: Snapshot, key: string): SignInSheet | null {
  const cells = snapshot.ownCells?.[key];
  return cells ? readSignInSheet(cells) : null;
}

export function shown({ id, title = '', date, start, end }: Session, language: Language) {
  return { id, title, when: formatNoticeSpan(date, { start, end }, language) };
}
