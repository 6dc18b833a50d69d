/** The door of the server: from an HTTP request to an answer in Google's form, errors included. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, notEmulated } from '../api-error';
import type { ApiContext } from '../methods/api-method';
import { SHEETS_METHODS } from '../methods/sheets-methods';
import { callMethod } from './call-method';
import { checkCredentials } from './check-credentials';
import { sendJson } from './exchange';
import { Routes } from './match-route';

const SHEETS_PREFIX = '/v4/spreadsheets';
const sheetsRoutes = new Routes(SHEETS_METHODS);

/** Node's own URL parsing would decode and tidy the path; ranges need it raw. */
function splitTarget(target: string): { path: string; parameters: URLSearchParams } {
  const [path = '', ...query] = target.split('?');
  return { path, parameters: new URLSearchParams(query.join('?')) };
}

function below(path: string, prefix: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return rest === '' || rest.startsWith('/') ? rest : undefined;
}

async function answer(context: ApiContext, request: IncomingMessage): Promise<object> {
  const { path, parameters } = splitTarget(request.url ?? '');
  checkCredentials(request, parameters);
  const verb = request.method ?? 'GET';
  const rest = below(path, SHEETS_PREFIX);
  const route = rest === undefined ? undefined : sheetsRoutes.match(verb, rest);
  if (route === undefined) throw notEmulated(`${verb} ${path}`);
  return callMethod(context, route, request, parameters);
}

/** What is not an answer of the API is a fault of this server: shown on the console, 500 to the client. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  console.error('The Sheets server failed.', error);
  return new ApiError('INTERNAL', 'Internal error encountered.');
}

export async function handleRequest(
  context: ApiContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    sendJson(response, 200, await answer(context, request));
  } catch (error) {
    const apiError = toApiError(error);
    // A body that was not read would block the connection's next request.
    request.resume();
    sendJson(response, apiError.code, apiError.body());
  }
}
