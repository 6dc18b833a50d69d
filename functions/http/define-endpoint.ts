// One door for every function: method, size and type → token → strict body → registered workbook → use case → answer or problem.
import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request } from '@google-cloud/functions-framework';
import * as z from 'zod';
import { DispatchRequest } from '#core/contract/dispatch';
import {
  FUNCTIONS,
  type FunctionFacts,
  type FunctionName,
  type RequestOf,
  type ResponseOf,
} from '#core/contract/functions';
import { LANGUAGES, toLanguage, type Language } from '#core/text/language';
import { AppError } from '../errors';
import { FALLBACK_LOGGER, type Functions } from './functions';

import { sendProblem, toProblem } from './problem-response';
import { checkEnvelope, parseBody } from './read-body';

/** `provide` is called on the first request, so that loading stays fast and a bad configuration is a clear answer. */
export function defineEndpoint(name: FunctionName, provide: () => Functions): HttpFunction {
  return defineAnswer(name, provide, (request, functions) => answerTo(name, request, functions));
}

/** The call that hands out work; for the schedulers' accounts only. */
export function defineDispatch(provide: () => Functions): HttpFunction {
  return defineAnswer('dispatch', provide, async (request, functions) => {
    checkEnvelope(request);
    await functions.identity.verify(bearerToken(request));
    parseBody(request, DispatchRequest, languageOf(request));
    return functions.dispatch();
  });
}

function defineAnswer(
  name: string,
  provide: () => Functions,
  answerFor: (request: Request, functions: Functions) => Promise<object>,
): HttpFunction {
  return async (request, response) => {
    const requestId = randomUUID();
    let logger = FALLBACK_LOGGER;
    try {
      const functions = provide();
      logger = functions.logger;
      const started = functions.milliseconds();
      const answer = await answerFor(request, functions);
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
  const { takesFile = false }: FunctionFacts = FUNCTIONS[name];
  checkEnvelope(request, { takesFile });
  const caller = await functions.identity.verify(bearerToken(request));
  // The table pairs each name with its own request schema, so the parsed body is that name's request.
  const body = parseBody(request, FUNCTIONS[name].request, languageOf(request)) as RequestOf<Name>;
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
