// Every failure → application/problem+json. The one place where codes become HTTP statuses.
import type { Problem, ProblemCode } from '#core/contract/problem';
import type { Response } from '@google-cloud/functions-framework';
import { text, type Language, type Text } from '#core/text/language';
import { AppError, languageOfError } from '../errors';
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

const TITLES: Readonly<Record<ProblemCode, Text>> = {
  'bad-request': text('请求无法识别', '請求無法識別', 'The request is not understood'),
  'not-authenticated': text(
    '没有登录，或登录无效',
    '沒有登入，或登入無效',
    'Sign-in is missing or not valid',
  ),
  'not-allowed': text('您没有此权限', '您沒有此權限', 'Not allowed for this person'),
  'not-found': text('没有找到', '沒有找到', 'Not found'),
  'method-not-allowed': text(
    '此处不接受这种请求方法',
    '此處不接受這種請求方法',
    'Method not taken here',
  ),
  'preview-outdated': text(
    '预览之后工作簿有改动',
    '預覽之後活頁簿有改動',
    'The workbook changed since the preview',
  ),
  busy: text('正在处理中', '正在處理中', 'Already at work'),
  gone: text('已不存在', '已不存在', 'No longer there'),
  'too-large': text('请求太大', '請求太大', 'The request is too large'),
  'unsupported-media-type': text(
    '此处不接受这种内容类型',
    '此處不接受這種內容類型',
    'Media type not taken here',
  ),
  'workbook-incomplete': text('工作簿不完整', '活頁簿不完整', 'The workbook is not complete'),
  'quota-exceeded': text('目前调用太多', '目前呼叫太多', 'Too many calls for now'),
  internal: text('Lectern 出了问题', 'Lectern 出了問題', 'Something went wrong in Lectern'),
  'google-unavailable': text(
    '目前无法使用 Google 表格',
    '目前無法使用 Google 試算表',
    'Google Sheets cannot be used now',
  ),
  'mail-unavailable': text('目前无法发送邮件', '目前無法傳送郵件', 'Mail cannot be sent now'),
};

const BUG = {
  detail: text('操作没有完成。', '操作沒有完成。', 'The request could not be carried out.'),
  nextStep: text(
    '请重试；若再次出现，请把请求编号告诉管理员。',
    '請重試；若再次出現，請把請求編號告訴管理員。',
    'Try again; if it happens again, give the administrator the request id.',
  ),
};

/** Where the problem arose: its id for the log, and the language of the call, unless the workbook's is known. */
export interface ProblemContext {
  readonly requestId: string;
  readonly language: Language;
  readonly logger: Logger;
}

/** What is our bug is logged with its stack and never shown. */
export function toProblem(
  error: unknown,
  { requestId, language: callLanguage, logger }: ProblemContext,
): Problem {
  const language = languageOfError(error) ?? callLanguage;
  if (!(error instanceof AppError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error('request.bug', { requestId, stack: withoutSecrets(stack) });
    return problem('internal', { requestId, language }, sentencesIn(BUG, language));
  }
  logger.info('request.refused', { requestId, refusal: error.refusal });
  return {
    ...problem(error.code, { requestId, language }, error.explain(language)),
    ...(error.errors && { errors: [...error.errors] }),
  };
}

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

interface Said {
  readonly detail: string;
  readonly nextStep: string;
}

const sentencesIn = (texts: typeof BUG, language: Language): Said => ({
  detail: texts.detail[language],
  nextStep: texts.nextStep[language],
});

function problem(
  code: ProblemCode,
  { requestId, language }: Pick<ProblemContext, 'requestId' | 'language'>,
  said: Said,
): Problem {
  return {
    type: `urn:lectern:problem:${code}`,
    title: TITLES[code][language],
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
