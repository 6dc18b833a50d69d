/** The door of the server: from an HTTP request to an answer in Google's form, errors included. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, notEmulated } from '../api-error';
import { DriveApi } from '../drive/drive-api';
import type { ApiContext } from '../methods/api-method';
import { json, type Answer } from './answer';
import { parseJson, readBody, send } from './exchange';
import type { Fault } from './faults';
import type { QuirkSwitches } from './quirk-switches';
import { readRevision } from './read-revision';
import { SheetsApi } from './sheets-api';

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

/** What is not an answer of the API is a fault of this server: shown on the console, 500 to the client. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  console.error('The Sheets server failed.', error);
  return new ApiError('INTERNAL', 'Internal error encountered.');
}

export class RequestHandler {
  private readonly sheets: SheetsApi;
  private readonly drive: DriveApi;

  constructor(
    private readonly context: ApiContext,
    private readonly quirks: QuirkSwitches,
  ) {
    this.sheets = new SheetsApi(context);
    this.drive = new DriveApi(context);
  }

  /** For stand-ins of other services, which fail on the same orders. */
  takeFault(method: string): Fault | undefined {
    return this.sheets.faults.take(method);
  }

  get countsQuota(): boolean {
    return this.sheets.faults.quotaIsOn;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      send(response, await this.answer(request));
    } catch (error) {
      const apiError = toApiError(error);
      // A body that was not read would block the connection's next request.
      request.resume();
      send(response, json(apiError.body(), apiError.code));
    }
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const { path, parameters } = splitTarget(request.url ?? '');
    const verb = request.method ?? 'GET';
    const sheetsPath = below(path, '/v4/spreadsheets');
    if (sheetsPath !== undefined) {
      return this.sheets.answer(request, { path: sheetsPath, parameters });
    }
    if (below(path, '/drive') !== undefined || below(path, '/upload/drive') !== undefined) {
      return this.drive.answer(request, { path, parameters });
    }
    const imported = below(path, '/imports');
    if (imported !== undefined && verb === 'GET') {
      return json({ leftOut: this.context.imports.get(imported.slice(1)) ?? [] });
    }
    const moved = below(path, '/moves');
    if (moved !== undefined && verb === 'GET') {
      return json(this.moves(moved.slice(1), parameters));
    }
    if (path === '/faults') {
      return json(this.sheets.faults.administer(verb, parseJson(await readBody(request))));
    }
    if (path === '/quirks') {
      return json(this.quirks.administer(verb, parseJson(await readBody(request))));
    }
    throw notEmulated(`${verb} ${path}`);
  }

  private moves(spreadsheetId: string, parameters: URLSearchParams): object {
    const { store } = this.context;
    const { revision } = store.read(spreadsheetId);
    const since = readRevision('since', parameters.get('since') ?? '');
    return { revision, moves: store.movesSince(spreadsheetId, since) };
  }
}
