// The request's bytes → JSON that keeps to a schema, or a clear refusal.
import type { Request } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { AppError } from '../errors';
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

export function parseBody<T>(request: Request, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(request.rawBody ?? Buffer.alloc(0)));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  const fields =
    [...errors.map(({ path }) => path).filter((path) => path !== ''), ...unknown].join(', ') || '—';
  throw new AppError('badFields', { errors, facts: { fields } });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('badJson', { cause });
  }
}
