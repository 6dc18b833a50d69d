// The page behind the code on the screen: name and last four digits of the telephone number, and the mark is written.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import { openingOf } from '#core/sign-in/arrival';
import { type TimedSession, toTimedSession } from '#core/model/session';
import { AppError } from '../../errors';
import { createCheckInBatcher } from './check-in-batcher';
import { checkInView, closedView, resultView } from './check-in-view';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import { countGuess, readIdentity } from './visitor-identity';
import type { PageCase, Visit } from '../runtime/page-case';
import { createReadCache } from '../runtime/read-cache';

/** A person who scanned in time may take this long to fill in the form. */
const FORM_SECONDS = 180;

/** Made once for a process: it gathers those who come at once. `guesses`: shared by the pages on which people say who they are. */
export function checkInPage(guesses: RateLimiter = createRateLimiter()): PageCase {
  const checkIn = createCheckInBatcher();
  return {
    purpose: 'checkIn',
    formPurpose: 'checkInForm',
    tabs: ['schedule', 'statuses'],
    required: ['schedule', 'statuses'],
    read: createReadCache(),
    show(visit, { links }) {
      const session = sessionOf(visit);
      const opening = openingOf(session, visit.settings, visit.now);
      if (opening.doors !== 'open') return closedView(session, opening, visit.settings);
      // Not from now: a form's own address must not renew itself.
      const expires = new Date(visit.claims.expires.getTime() + FORM_SECONDS * 1000);
      const token = links.token('checkInForm', { ...visit.claims, expires });
      return checkInView(session, { token, settings: visit.settings, notice: null, typedName: '' });
    },
    async submit(visit, form, ports) {
      const { claims, settings, now, token } = visit;
      const session = sessionOf(visit);
      const opening = openingOf(session, settings, now);
      if (opening.doors !== 'open') return closedView(session, opening, settings);
      const { spreadsheetId } = claims;
      const { name, digits } = readIdentity(form);
      const guess = countGuess(guesses, { spreadsheetId, name }, ports.clock);
      const { time } = toLocalTime(now, settings.timeZone);
      const arrival = { name, digits, time, at: now.toISOString() };
      const target = { spreadsheetId, sessionId: session.id };
      const result = await checkIn(target, arrival, ports).catch((error: unknown) => {
        guess.refund();
        throw error;
      });
      if (result.outcome !== 'unknown') guess.refund();
      return resultView(session, result, { token, settings, typedName: name });
    },
  };
}

/** Throws `AppError` badLink when the session is gone or its day and times cannot be read. */
export function sessionOf({ snapshot, claims, settings, now }: Visit): TimedSession {
  const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
  const entry = book.sessions.get(claims.occasionId);
  const session = entry ? toTimedSession(entry) : null;
  if (!session) throw new AppError('badLink');
  return session;
}
