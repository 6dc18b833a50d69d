// One door for every function: method, size and type → token → strict body → registered workbook → use case → answer or problem.
import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request } from '@google-cloud/functions-framework';
import * as z from 'zod';
import {
  FUNCTIONS,
  type FunctionName,
  type RequestOf,
  type ResponseOf,
} from '#core/contract/functions';
import { LANGUAGES, toLanguage, type Language } from '#core/text/language';
import { AppError } from '../errors';
import type { PageRunner } from './define-page';
import type { Caller, IdentityPort } from '../ports/identity';
import type { Logger } from '../ports/logger';
import { sendProblem, toProblem } from './problem-response';
import { checkEnvelope, parseBody } from './read-body';

/** What one function does for a caller, once workbook and role are known to be right. */
export type Runner = <Name extends FunctionName>(
  name: Name,
  request: RequestOf<Name>,
  caller: Caller,
) => Promise<ResponseOf<Name>>;

/** All that the endpoints need; made once by wire.ts. */
export interface Functions {
  readonly identity: IdentityPort;
  /** Accounts that `worker` admits. */
  readonly schedulers: readonly string[];
  readonly logger: Logger;
  readonly run: Runner;
  readonly page: PageRunner;
  /** A running count for durations in the log. */
  milliseconds(): number;
}

/** `provide` is called on the first request, so that loading stays fast and a bad configuration is a clear answer. */
export function defineEndpoint(name: FunctionName, provide: () => Functions): HttpFunction {
  return async (request, response) => {
    const requestId = randomUUID();
    let logger = FALLBACK_LOGGER;
    try {
      const functions = provide();
      logger = functions.logger;
      const started = functions.milliseconds();
      const answer = await answerTo(name, request, functions);
      logger.info('request.done', {
        requestId,
        function: name,
        milliseconds: Math.round(functions.milliseconds() - started),
      });
      response.status(200).json(answer);
    } catch (error) {
      sendProblem(response, toProblem(error, { requestId, language: languageOf(request), logger }));
    }
  };
}

async function answerTo<Name extends FunctionName>(
  name: Name,
  request: Request,
  functions: Functions,
): Promise<ResponseOf<Name>> {
  checkEnvelope(request);
  const caller = await functions.identity.verify(bearerToken(request));
  // The table pairs each name with its own request schema, so the parsed body is that name's request.
  const body = parseBody(request, FUNCTIONS[name].request) as RequestOf<Name>;
  return functions.run(name, body, caller);
}

function bearerToken(request: Request): string {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new AppError('noToken');
  return token;
}

const WithLanguage = z.object({ language: z.enum(LANGUAGES) });

/** The language the body asks for, else the caller's `accept-language`; a refused body may still name one. */
export function languageOf(request: Request): Language {
  try {
    return WithLanguage.parse(JSON.parse((request.rawBody ?? '').toString('utf8'))).language;
  } catch {
    return toLanguage(request.headers['accept-language'] ?? 'en'); // a body without a readable language is no error here
  }
}

/** Only for a configuration so broken that no logger could be made. */
export const FALLBACK_LOGGER: Logger = {
  info: () => undefined,
  error: (event, facts) => console.error(JSON.stringify({ severity: 'ERROR', event, ...facts })),
};
