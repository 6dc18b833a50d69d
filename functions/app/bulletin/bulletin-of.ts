// The bulletin of a period as a document, for its preview, its file and its mail.
import { bulletinDocument } from '#core/bulletin/bulletin-document';
import { periodOf, type CalendarPeriod } from '#core/calendar/calendar-period';
import { bulletinFigures } from '#core/bulletin/figures';
import type { Day } from '#core/calendar/day';
import type { OfficialDocument } from '#core/document/official-document';
import { readBook, type Book } from '#core/model/book';
import type { Occasion } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';

/** Without these there is no bulletin; leave, other hours and evaluations are read where the workbook has them. */
export const BULLETIN_TABS: readonly TabKey[] = [
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'speakers',
  'budget',
  'expenses',
  'standards',
];

export function makeBulletin(
  book: Book,
  period: CalendarPeriod,
  number: string | null,
): OfficialDocument {
  const { settings, today } = book;
  return bulletinDocument({ figures: bulletinFigures(book, period), settings, today }, number);
}

/** Throws `AppError` noPeriod when what the mail is about is no month, quarter or year. */
export function bulletinOf(snapshot: Snapshot, occasion: Occasion, today: Day): OfficialDocument {
  const period = occasion.about === 'period' ? periodOf(occasion) : null;
  if (occasion.about !== 'period' || !period) throw new AppError('noPeriod');
  return makeBulletin(readBook(snapshot.tables, today).book, period, occasion.number);
}
