// One door for every public page: method, size and type → link → page or a small page that says why not. No sign-in, no cookies.
import { randomUUID } from 'node:crypto';
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import type { ProblemCode } from '#core/contract/problem';
import { toLanguage, type Language } from '#core/text/language';
import type { PageRequest } from '../app/runtime/page-case';
import { AppError, contactOfError, languageOfError } from '../errors';
import { FALLBACK_LOGGER, type Functions, type PageName } from './functions';
import { pageMarkup, problemPage, STYLE_SOURCE } from './page-markup';
import { toProblem } from './problem-response';
import { sentContentType } from './raw-body';

/** The screen in the hall is unattended, so it loads itself anew, also after a failure. */
const RENEWED: readonly PageName[] = ['checkInScreen'];
const RENEW_AFTER_S = 15;
/** Refusals that may be over by then; an invalid link stays invalid. */
const PASSING: readonly ProblemCode[] = [
  'google-unavailable',
  'quota-exceeded',
  'busy',
  'internal',
  'workbook-incomplete',
];

/** A few words and a choice; anything longer is a mistake or an attack. */
const MOST_BYTES = 16 * 1024;

export function definePage(name: PageName, provide: () => Functions): HttpFunction {
  return async (request, response) => {
    const requestId = randomUUID();
    let logger = FALLBACK_LOGGER;
    try {
      const functions = provide();
      logger = functions.logger;
      const started = functions.milliseconds();
      const answer = await functions.page(name, readRequest(request));
      if ('refused' in answer) {
        const { language, refused } = answer;
        sendRefusal(response, refused, { name, requestId, language, logger });
        return;
      }
      const milliseconds = Math.round(functions.milliseconds() - started);
      logger.info('request.done', { requestId, function: name, milliseconds });
      sendPage(response, 200, pageMarkup(answer.view, answer.language));
    } catch (error) {
      const reader = toLanguage(request.headers['accept-language'] ?? 'zh-CN');
      const language = languageOfError(error) ?? reader;
      sendRefusal(response, error, { name, requestId, language, logger });
    }
  };
}

function readRequest(request: Request): PageRequest {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') {
    const query = new URL(request.url, 'http://page').searchParams;
    return { token: query.get('t') ?? '', form: null };
  }
  if (method !== 'POST') throw new AppError('notGetOrPost');
  const declared = Number(request.headers['content-length'] ?? 0);
  const body = request.rawBody ?? Buffer.alloc(0);
  if (declared > MOST_BYTES || body.length > MOST_BYTES) throw new AppError('formTooLarge');
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(sentContentType(request)))
    throw new AppError('notForm');
  const form = new URLSearchParams(body.toString('utf8'));
  return { token: form.get('t') ?? '', form };
}

interface Context {
  readonly name: PageName;
  readonly requestId: string;
  readonly language: Language;
  readonly logger: Functions['logger'];
}

function sendRefusal(response: Response, error: unknown, context: Context): void {
  const problem = toProblem(error, context);
  if (problem.status === 405) response.setHeader('allow', 'GET, HEAD, POST');
  const isRenewed = RENEWED.includes(context.name) && PASSING.includes(problem.code);
  const view = problemPage(problem, contactOfError(error), context.language);
  const shown = isRenewed ? { ...view, renewAfter: RENEW_AFTER_S } : view;
  sendPage(response, problem.status, pageMarkup(shown, context.language));
}

/** Nothing is loaded from other servers, nothing is cached, and the link is not sent as a referrer. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src ${STYLE_SOURCE}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

function sendPage(response: Response, status: number, markup: string): void {
  response.status(status).set(HEADERS).send(markup);
}
