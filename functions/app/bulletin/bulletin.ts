// The bulletin of a period: its preview, with or without the file. It only reads.
import { calendarPeriod } from '#core/calendar/calendar-period';
import { periodWords } from '#core/bulletin/period-words';
import { isDay, type Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { BulletinRequest } from '#core/contract/bulletin';
import { readBook, type Book } from '#core/model/book';
import { findSession } from '#core/model/session';
import { periodOccasion } from '#core/notice/occasion';
import { tidy } from '#core/text/clean';
import { AppError } from '../../errors';
import { answerDocument } from '../runtime/answer-document';
import type { UseCase } from '../runtime/use-case';
import { BULLETIN_TABS, makeBulletin } from './bulletin-of';

export const bulletin: UseCase<'bulletin'> = {
  tabs: [...BULLETIN_TABS, 'leave', 'otherHours', 'evaluations'],
  required: BULLETIN_TABS,
  exact: BULLETIN_TABS,
  async run(request, { snapshot, settings }, ports) {
    const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
    const { book } = readBook(snapshot.tables, today);
    const period = calendarPeriod(request.length, dayOf(request, book));
    const number = tidy(request.number ?? '') || null;
    const document = makeBulletin(book, period, number);
    const { from, to } = period;
    return {
      from,
      to,
      period: periodWords(period, settings.language),
      occasionId: periodOccasion(from, to, number).id,
      document: await answerDocument(document, { withFile: request.withFile === true }, ports),
    };
  },
};

/** A day of the period that was asked for; else of the last held session, or today. */
function dayOf({ day }: BulletinRequest, { entries, today }: Book): Day {
  if (day !== undefined) {
    if (!isDay(day)) throw new AppError('badDay', { facts: { day } });
    return day;
  }
  const last = findSession(entries.schedule, { purpose: 'held', sessionId: undefined, today });
  return last?.cells.date ?? today;
}
