// The screen in the hall: the current code. The page reloads with the next one.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import { openingOf } from '#core/sign-in/arrival';
import { duePeople } from '#core/model/due-people';
import { AppError } from '../../errors';
import { sessionOf } from './check-in-page';
import { screenView } from './check-in-view';
import type { PageCase } from '../runtime/page-case';

export const checkInScreen: PageCase = {
  purpose: 'checkInScreen',
  tabs: ['schedule', 'roster', 'attendance', 'statuses', 'leave'],
  required: ['schedule', 'roster', 'attendance', 'statuses'],
  show(visit, { links }) {
    const { snapshot, settings, now, claims } = visit;
    const session = sessionOf(visit);
    const opening = openingOf(session, settings, now);
    const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
    const { people, statuses } = duePeople(book, session);
    const attended = people.filter(({ marks }) =>
      marks.some(({ status }) => status !== null && statuses.meaningOf(status)?.attended === true),
    );
    // A code is good at least until the next one is shown.
    const seconds = Math.max(settings.checkInValid, settings.checkInRenew);
    const expires = new Date(now.getTime() + seconds * 1000);
    const address =
      opening.doors === 'open' ? links.address('checkIn', { ...claims, expires }) : null;
    return screenView({
      session,
      opening,
      settings,
      address,
      attended: attended.length,
      due: people.length,
    });
  },
  submit() {
    throw new AppError('readOnlyPage');
  },
};
