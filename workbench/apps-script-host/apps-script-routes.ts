/**
 * `GET /sidebar`, `POST /apps-script/run` and `POST /apps-script/edited`.
 * `PUT /apps-script/refusal {"refusal": "permission-denied"}` has Google refuse every call of the sidebar from now on, as it
 * does with several accounts in one browser; `"authorization-required"` in its other words; `null` lets calls through again.
 */
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import { readJson } from '../server/read-body';
import type { Route } from '../server/route';
import { sendBytes, sendJson } from '../server/send';
import { withBridge } from './bridge';
import type { AppsScriptHost } from './host';

const RunBody = z.strictObject({ function: z.string().min(1), args: z.array(z.unknown()) });
const EditBody = z.strictObject({
  sheetId: z.int().min(0),
  a1: z.string().min(2).max(40),
  sender: z.string().max(80).optional(),
});
const RefusalBody = z.strictObject({
  refusal: z.enum(['permission-denied', 'authorization-required']).nullable(),
});
type Refusal = NonNullable<z.infer<typeof RefusalBody>['refusal']>;

/** In Google's words. */
const REFUSALS: Readonly<Record<Refusal, string>> = {
  'permission-denied':
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  'authorization-required': 'Authorization is required to perform that action.',
};

const Language = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/);

const DEFAULT_LANGUAGE = 'zh-CN';
const SHOW_SIDEBAR = 'showSidebar';

/** Google lets a sidebar load nothing but over HTTPS; ours carries everything in itself. */
const SIDEBAR_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Has the script show its sidebar and serves what it shows. */
export function sidebarRoute(host: AppsScriptHost): Route {
  return async ({ request, response, url, rest }) => {
    if (request.method !== 'GET') throw new HttpProblem(405, 'Use GET.', { allow: 'GET' });
    if (rest !== '') throw new HttpProblem(404, 'There is only /sidebar.');
    const language = readLanguage(url);
    const { result, sidebar, functions } = await host.run({
      functionName: SHOW_SIDEBAR,
      args: [],
      language,
    });
    if (!result.ok) throw new HttpProblem(500, `${SHOW_SIDEBAR} failed: ${result.message}`);
    if (sidebar === null) throw new HttpProblem(500, `${SHOW_SIDEBAR} showed no sidebar.`);
    const runUrl = `/apps-script/run?lang=${encodeURIComponent(language)}`;
    sendBytes(response, withBridge(sidebar.html, functions, runUrl), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': SIDEBAR_POLICY,
      },
    });
  };
}

const METHODS: ReadonlyMap<string, string> = new Map([
  ['/run', 'POST'],
  ['/edited', 'POST'],
  ['/refusal', 'PUT'],
]);

/** Calls a function of the script, or the triggers that wait for an edit: a failure of the script is a normal answer. */
export function appsScriptRoute(host: AppsScriptHost): Route {
  let refusal: Refusal | null = null;
  return async ({ request, response, url, rest }) => {
    const method = METHODS.get(rest);
    if (method === undefined)
      throw new HttpProblem(404, 'Below /apps-script there are /run, /edited and /refusal.');
    if (request.method !== method) throw new HttpProblem(405, `Use ${method}.`, { allow: method });
    const json = await readJson(request);
    if (rest === '/refusal') {
      const wish = RefusalBody.safeParse(json);
      if (!wish.success)
        throw new HttpProblem(
          400,
          `Send {"refusal": null} or one of ${Object.keys(REFUSALS).join(', ')}.`,
        );
      refusal = wish.data.refusal;
      sendJson(response, 200, wish.data);
      return;
    }
    if (rest === '/edited') {
      const edit = EditBody.safeParse(json);
      if (!edit.success) throw new HttpProblem(400, 'Send {"sheetId": 1, "a1": "B2:C3"}.');
      await host.edited(edit.data, readLanguage(url));
      sendJson(response, 200, {});
      return;
    }
    const body = RunBody.safeParse(json);
    if (!body.success) throw new HttpProblem(400, 'Send {"function": "name", "args": []}.');
    if (refusal !== null) {
      sendJson(response, 200, { ok: false, name: 'ScriptError', message: REFUSALS[refusal] });
      return;
    }
    const { result } = await host.run({
      functionName: body.data.function,
      args: body.data.args,
      language: readLanguage(url),
    });
    sendJson(response, 200, result);
  };
}

function readLanguage(url: URL): string {
  const language = Language.safeParse(url.searchParams.get('lang') ?? DEFAULT_LANGUAGE);
  if (!language.success) throw new HttpProblem(400, 'lang takes a language such as zh-CN or en.');
  return language.data;
}
