/** `GET /workbench/state`: what the page needs to start. */
import { toLanguage } from '#core/text/language';
import type { SpreadsheetFacts } from '../apps-script-host/protocol';
import type { SettableClock } from '../clock/settable-clock';
import { HttpProblem } from './problem';
import type { Route } from './route';
import { sendJson } from './send';

export interface StateParts {
  readonly spreadsheet: () => Promise<SpreadsheetFacts>;
  readonly userEmail: string;
  readonly clock: SettableClock;
}

export function stateRoute({ spreadsheet, userEmail, clock }: StateParts): Route {
  return async ({ request, response, rest }) => {
    if (rest !== '/state') throw new HttpProblem(404, 'There is only /workbench/state.');
    if (request.method !== 'GET') throw new HttpProblem(405, 'Use GET.', { allow: 'GET' });
    const { id, title, locale } = await spreadsheet();
    sendJson(response, 200, {
      spreadsheetId: id,
      title,
      userEmail,
      language: toLanguage(locale),
      now: clock.now().toISOString(),
    });
  };
}
