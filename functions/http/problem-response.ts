// Every failure → application/problem+json. The one place where codes become HTTP statuses.
import type { Problem, ProblemCode } from '#core/contract/problem';
import type { Response } from '@google-cloud/functions-framework';
import { text, type Language } from '#core/text/language';
import { AppError } from '../errors';
import type { Logger } from '../ports/logger';

const STATUS: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'not-authenticated': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'preview-outdated': 409,
  busy: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'workbook-incomplete': 422,
  'quota-exceeded': 429,
  internal: 500,
  'google-unavailable': 503,
  'mail-unavailable': 503,
};

const TITLES: Readonly<Record<ProblemCode, string>> = {
  'bad-request': 'The request is not understood',
  'not-authenticated': 'Sign-in is missing or not valid',
  'not-allowed': 'Not allowed for this person',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not taken here',
  'preview-outdated': 'The workbook changed since the preview',
  busy: 'Already at work',
  gone: 'No longer there',
  'too-large': 'The request is too large',
  'unsupported-media-type': 'Media type not taken here',
  'workbook-incomplete': 'The workbook is not complete',
  'quota-exceeded': 'Too many calls for now',
  internal: 'Something went wrong in Lectern',
  'google-unavailable': 'Google Sheets cannot be used now',
  'mail-unavailable': 'Mail cannot be sent now',
};

const BUG = {
  detail: text('操作没有完成。', '操作沒有完成。', 'The request could not be carried out.'),
  nextStep: text(
    '请重试；若再次出现，请把请求编号告诉管理员。',
    '請重試；若再次出現，請把請求編號告訴管理員。',
    'Try again; if it happens again, give the administrator the request id.',
  ),
};

/** Where the problem arose: its id for the log, and the language the caller reads. */
export interface ProblemContext {
  readonly requestId: string;
  readonly language: Language;
  readonly logger: Logger;
}

/** What is our bug is logged with its stack and never shown. */
export function toProblem(
  error: unknown,
  { requestId, language, logger }: ProblemContext,
): Problem {
  if (!(error instanceof AppError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error('request.bug', { requestId, stack: withoutSecrets(stack) });
    return problem('internal', requestId, {
      detail: BUG.detail[language],
      nextStep: BUG.nextStep[language],
    });
  }
  logger.info('request.refused', { requestId, refusal: error.refusal });
  return {
    ...problem(error.code, requestId, error.explain(language)),
    ...(error.errors && { errors: [...error.errors] }),
  };
}

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function problem(
  code: ProblemCode,
  requestId: string,
  said: { readonly detail: string; readonly nextStep: string },
): Problem {
  return {
    type: `urn:lectern:problem:${code}`,
    title: TITLES[code],
    status: STATUS[code],
    code,
    ...said,
    requestId,
  };
}

/** Stack traces of client libraries may quote tokens and addresses. */
function withoutSecrets(stack: string): string {
  return stack
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]')
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '[address]');
}
