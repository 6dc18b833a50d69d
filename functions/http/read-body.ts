// The request's bytes → JSON that keeps to a schema, or a clear refusal.
import type { Request } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { fill, type Language } from '#core/text/language';
import { joined } from '#core/text/listed';
import { AppError } from '../errors';
import { ENTERED_FIELDS, WRONG_ENTRY, type EnteredField } from './entered-fields.texts';
import { sentContentType } from './raw-body';

/** A request names a workbook and a few options; anything longer is a mistake or an attack. */
const MOST_BYTES = 256 * 1024;
/** A file of 2 MB in base64, and what is asked of it. */
const MOST_BYTES_WITH_FILE = 3 * 1024 * 1024;

export function checkEnvelope(request: Request, { takesFile = false } = {}): void {
  const most = takesFile ? MOST_BYTES_WITH_FILE : MOST_BYTES;
  if (request.method !== 'POST') throw new AppError('notPost');
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > most || (request.rawBody?.length ?? 0) > most) {
    throw new AppError('bodyTooLarge', { facts: { kilobytes: most / 1024 } });
  }
  if (!/^application\/json\s*(;|$)/i.test(sentContentType(request))) {
    throw new AppError('notJson');
  }
}

/** Throws `AppError` badJson, badEntry when what people fill in is wrong, badFields when a program has sent something else. */
export function parseBody<T>(
  request: Pick<Request, 'rawBody'>,
  schema: z.ZodType<T>,
  language: Language,
): T {
  const parsed = schema.safeParse(parseJson(request.rawBody ?? Buffer.alloc(0)));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  const wrong = parsed.error.issues.map((issue) => wrongEntry(issue, language));
  if (wrong.every((problem) => problem !== null))
    throw new AppError('badEntry', { errors, facts: { problems: joined(wrong, language) } });
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  const fields =
    [...errors.map(({ path }) => path).filter((path) => path !== ''), ...unknown].join(', ') || '—';
  throw new AppError('badFields', { errors, facts: { fields } });
}

/** What is wrong with a field that people fill in, in their words; null for any other field. */
function wrongEntry(issue: z.core.$ZodIssue, language: Language): string | null {
  const name = issue.path.findLast((part) => typeof part === 'string') ?? '';
  const field = Object.hasOwn(ENTERED_FIELDS, name) ? ENTERED_FIELDS[name] : undefined;
  if (field === undefined) return null;
  const [problem, limit] = problemOf(issue, field);
  return fill(WRONG_ENTRY[problem][language], {
    field: field.label[language],
    limit: field.isCents === true ? limit / 100 : limit,
  });
}

function problemOf(
  issue: z.core.$ZodIssue,
  { isDay }: EnteredField,
): readonly [problem: keyof typeof WRONG_ENTRY, limit: number] {
  const isWords = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'too_big') return [isWords ? 'long' : 'over', Number(issue.maximum)];
  if (issue.code === 'too_small') return [isWords ? 'blank' : 'under', Number(issue.minimum)];
  return [issue.code === 'invalid_format' && isDay === true ? 'noDay' : 'unreadable', 0];
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('badJson', { cause });
  }
}
