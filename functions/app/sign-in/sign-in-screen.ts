import { toLocalTime } from '#core/calendar/zone';
import type { SignInScreen } from '#core/contract/sign-in-sheet';
import { openingOf } from '#core/sign-in/arrival';
import type { TimedSession } from '#core/model/session';
import { AppError } from '../../errors';
import { shown } from './sign-in-session';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

/** The screen says for a while that check-in is over. */
const SCREEN_AFTER_MS = 60 * 60_000;

/** Throws `AppError` noPages when the deployment has no public address. */
export function signInScreen(
  spreadsheetId: string,
  session: TimedSession,
  { opened, ports }: { readonly opened: OpenedWorkbook; readonly ports: Ports },
): SignInScreen {
  const { settings, language } = opened;
  const { doors, opens, closes } = openingOf(session, settings, ports.clock.now());
  const expires = new Date(closes.getTime() + SCREEN_AFTER_MS);
  const claims = { spreadsheetId, occasionId: session.id, memberId: null, expires };
  const address = ports.links?.address('checkInScreen', claims) ?? null;
  if (address === null) throw new AppError('noPages');
  const timeOf = (at: Date): string => toLocalTime(at, settings.timeZone).time;
  return {
    action: 'screen',
    session: shown(session, language),
    address,
    doors,
    opens: timeOf(opens),
    closes: timeOf(closes),
  };
}
