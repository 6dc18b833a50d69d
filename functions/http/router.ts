// `api`: one deployed function for all that the sidebar may call; the last part of the path names which.
import { randomUUID } from 'node:crypto';
import type { HttpFunction } from '@google-cloud/functions-framework';
import { FUNCTIONS, type FunctionName } from '#core/contract/functions';
import { AppError } from '../errors';
import { defineEndpoint, languageOf, type Functions } from './define-endpoint';
import { sendProblem, toProblem } from './problem-response';

export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[]; // the table's own keys

export function defineRouter(provide: () => Functions): HttpFunction {
  const endpoints = new Map(
    FUNCTION_NAMES.map((name) => [`/${name}`, defineEndpoint(name, provide)]),
  );
  return (request, response) => {
    const endpoint = endpoints.get(request.path.replace(/\/$/, ''));
    if (endpoint) return endpoint(request, response) as Promise<void>; // what defineEndpoint returns
    const missing = new AppError('unknownFunction', {
      facts: { names: FUNCTION_NAMES.join(', ') },
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
