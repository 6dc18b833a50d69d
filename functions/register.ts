// Gives every function its name in the functions framework.
import { http } from '@google-cloud/functions-framework';
import { defineEndpoint, type Functions } from './http/define-endpoint';
import { defineRouter, FUNCTION_NAMES } from './http/router';

/** Names that can be deployed: each function alone, and `api` over all of them. */
export const REGISTERED_NAMES: readonly string[] = ['api', ...FUNCTION_NAMES];

/** `provide` is called once, on the first request. */
export function registerFunctions(provide: () => Functions): void {
  let functions: Functions | undefined;
  const once = (): Functions => (functions ??= provide());
  http('api', defineRouter(once));
  for (const name of FUNCTION_NAMES) http(name, defineEndpoint(name, once));
}
