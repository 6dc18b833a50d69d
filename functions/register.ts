// Gives every function its name in the functions framework.
import { http } from '@google-cloud/functions-framework';
import { defineEndpoint } from './http/define-endpoint';
import { PAGE_NAMES, type Functions } from './http/functions';
import { definePage } from './http/define-page';
import { schedulersOnly } from './http/schedulers-only';
import { definePagesRouter, defineRouter, defineWorker, FUNCTION_NAMES } from './http/router';

/** Names that can be deployed: each function and page alone, `api` over all functions, `worker` over the scheduled ones and dispatch, `pages` over all pages. */
export const REGISTERED_NAMES: readonly string[] = [
  'api',
  'worker',
  'pages',
  ...FUNCTION_NAMES,
  ...PAGE_NAMES,
];

/** `provide` is called once, on the first request. */
export function registerFunctions(provide: () => Functions): void {
  let functions: Functions | undefined;
  const once = (): Functions => (functions ??= provide());
  http('api', defineRouter(FUNCTION_NAMES, once));
  http(
    'worker',
    defineWorker(() => schedulersOnly(once())),
  );
  http('pages', definePagesRouter(once));
  for (const name of FUNCTION_NAMES) http(name, defineEndpoint(name, once));
  for (const name of PAGE_NAMES) http(name, definePage(name, once));
}
