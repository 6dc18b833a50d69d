/**
 * `GET /workbench/state`: what the page needs to start; `GET /workbench/deployment`: the functions' settings, for the commands; `GET /workbench/workbook.xlsx`: the workbook as a file;
 * `DELETE /workbench/left-out`: the reader has seen what an opened file had to leave out.
 */
import { toLanguage } from '#core/text/language';
import type { SpreadsheetFacts } from '../apps-script-host/protocol';
import type { SettableClock } from '../clock/settable-clock';
import { HttpProblem } from './problem';
import type { Route } from './route';
import { forgetLeftOut, readLeftOut } from '../xlsx-file/left-out';
import { sendWorkbook } from '../xlsx-file/send-workbook';
import { sendJson } from './send';

export interface StateParts {
  /** Of the workbench, without a slash at its end. */
  readonly url: string;
  readonly spreadsheet: () => Promise<SpreadsheetFacts>;
  readonly userEmail: string;
  readonly clock: SettableClock;
  /** Of the functions, for the commands. */
  readonly deployment: Readonly<Record<string, string>>;
}

export function stateRoute({ url, spreadsheet, userEmail, clock, deployment }: StateParts): Route {
  return async ({ request, response, rest }) => {
    const method = METHODS[rest];
    if (method === undefined) throw new HttpProblem(404, NOTHING_ELSE);
    if (request.method !== method) throw new HttpProblem(405, `Use ${method}.`, { allow: method });
    if (rest === '/deployment') {
      sendJson(response, 200, deployment);
      return;
    }
    const facts = await spreadsheet();
    if (rest === '/left-out') {
      await forgetLeftOut(`${url}/`, facts.id);
      sendJson(response, 200, {});
      return;
    }
    if (rest === '/workbook.xlsx') {
      await sendWorkbook(response, facts, url);
      return;
    }
    const { id, title, locale } = facts;
    sendJson(response, 200, {
      spreadsheetId: id,
      title,
      userEmail,
      language: toLanguage(locale),
      now: clock.now().toISOString(),
      leftOut: await readLeftOut(`${url}/`, id),
    });
  };
}

const METHODS: Readonly<Record<string, string>> = {
  '/state': 'GET',
  '/deployment': 'GET',
  '/workbook.xlsx': 'GET',
  '/left-out': 'DELETE',
};
const NOTHING_ELSE = `There are only ${Object.keys(METHODS)
  .map((path) => `/workbench${path}`)
  .join(', ')}.`;
