/** `GET /workbench/state`: what the page needs to start; `GET /workbench/workbook.xlsx`: the workbook as a file. */
import { toLanguage } from '#core/text/language';
import type { SpreadsheetFacts } from '../apps-script-host/protocol';
import type { SettableClock } from '../clock/settable-clock';
import { HttpProblem } from './problem';
import type { Route } from './route';
import { sendWorkbook } from '../xlsx-file/send-workbook';
import { sendJson } from './send';

export interface StateParts {
  /** Of the workbench, without a slash at its end. */
  readonly url: string;
  readonly spreadsheet: () => Promise<SpreadsheetFacts>;
  readonly userEmail: string;
  readonly clock: SettableClock;
}

export function stateRoute({ url, spreadsheet, userEmail, clock }: StateParts): Route {
  return async ({ request, response, rest }) => {
    if (rest !== '/state' && rest !== '/workbook.xlsx') throw new HttpProblem(404, NOTHING_ELSE);
    if (request.method !== 'GET') throw new HttpProblem(405, 'Use GET.', { allow: 'GET' });
    const facts = await spreadsheet();
    if (rest === '/workbook.xlsx') return sendWorkbook(response, facts, url);
    const { id, title, locale } = facts;
    sendJson(response, 200, {
      spreadsheetId: id,
      title,
      userEmail,
      language: toLanguage(locale),
      now: clock.now().toISOString(),
    });
  };
}

const NOTHING_ELSE = 'There are only /workbench/state and /workbench/workbook.xlsx.';
