// The bulletin of a period: its preview, or the file. It only reads.
import { bulletinPeriod } from '#core/bulletin/bulletin-period';
import { periodWords } from '#core/bulletin/period-words';
import { isDay, type Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type { BulletinRequest } from '#core/contract/bulletin';
import { documentHtml } from '#core/document/document-html';
import { documentText } from '#core/document/document-text';
import { readBook, type Book } from '#core/model/book';
import { periodOccasion } from '#core/notice/occasion';
import { findSession } from '#core/model/session';
import { tidy } from '#core/text/clean';
import { AppError } from '../../errors';
import type { UseCase } from '../runtime/use-case';
import { BULLETIN_TABS, makeBulletin } from './bulletin-of';

export const bulletin: UseCase<'bulletin'> = {
  tabs: [...BULLETIN_TABS, 'leave', 'otherHours', 'evaluations'],
  required: BULLETIN_TABS,
  exact: BULLETIN_TABS,
  async run(request, { snapshot, settings }, { clock, documents }) {
    const today = toLocalTime(clock.now(), settings.timeZone).day;
    const { book } = readBook(snapshot.tables, today);
    const period = bulletinPeriod(request.length, dayOf(request, book));
    const number = tidy(request.number ?? '');
    const document = makeBulletin(book, period, number === '' ? null : number);
    const { title } = document;
    const shared = {
      from: period.from,
      to: period.to,
      period: periodWords(period, settings.language),
      title,
      occasionId: periodOccasion(period.from, period.to, number === '' ? null : number).id,
    };
    if (request.action === 'preview')
      return {
        action: 'preview',
        ...shared,
        html: documentHtml(document),
        text: documentText(document),
      };
    const file = await documents.write(document);
    return {
      action: 'file',
      ...shared,
      fileName: fileNameOf(title),
      content: Buffer.from(file).toString('base64'),
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

/** Without the signs that file systems do not take. */
const fileNameOf = (title: string): string => `${title.replace(/[\\/:*?"<>|]/g, ' ')}.docx`;
