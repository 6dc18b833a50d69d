// `api`, `worker` and `pages`: one deployed function each for all that the sidebar may call, all that a scheduler may, and all
// public pages; the last part of the path names which.
import { randomUUID } from 'node:crypto';
import type { HttpFunction } from '@google-cloud/functions-framework';
import { FUNCTIONS, SCHEDULED_NAMES, type FunctionName } from '#core/contract/functions';
import { AppError } from '../errors';
import { defineDispatch, defineEndpoint, languageOf } from './define-endpoint';
import { PAGE_NAMES, type Functions } from './functions';
import { definePage } from './define-page';
import { sendProblem, toProblem } from './problem-response';

export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[]; // the table's own keys

/** A path without a page gives the first page's answer to a link that is not valid. */
export function definePagesRouter(provide: () => Functions): HttpFunction {
  const pages = new Map<string, HttpFunction>(
    PAGE_NAMES.map((name) => [`/${name}`, definePage(name, provide)]),
  );
  const [first] = pages.values();
  return (request, response) =>
    (pages.get(request.path.replace(/\/$/, '')) ?? first)?.(request, response) as Promise<void>; // what definePage returns
}

export function defineRouter(
  names: readonly FunctionName[],
  provide: () => Functions,
): HttpFunction {
  return route(new Map(names.map((name) => [name, defineEndpoint(name, provide)])), provide);
}

/** What the schedule calls; `provide` admits its accounts only. */
export function defineWorker(provide: () => Functions): HttpFunction {
  const scheduled = SCHEDULED_NAMES.map((name) => [name, defineEndpoint(name, provide)] as const);
  return route(new Map([...scheduled, ['dispatch', defineDispatch(provide)]]), provide);
}

function route(
  endpoints: ReadonlyMap<string, HttpFunction>,
  provide: () => Functions,
): HttpFunction {
  return (request, response) => {
    const endpoint = endpoints.get(request.path.replace(/^\/|\/$/g, ''));
    if (endpoint) return endpoint(request, response) as Promise<void>; // what defineEndpoint returns
    const missing = new AppError('unknownFunction', {
      facts: { names: [...endpoints.keys()].join(', ') },
    });
    const context = {
      requestId: randomUUID(),
      language: languageOf(request),
      logger: provide().logger,
    };
    sendProblem(response, toProblem(missing, context));
    return undefined;
  };
}
