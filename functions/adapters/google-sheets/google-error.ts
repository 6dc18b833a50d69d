// The only file that knows the shape of Google's errors.
import * as z from 'zod';
import { AppError } from '../../errors';

const GoogleFailure = z.object({
  status: z.number().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
  /** What was asked: on every error of the client library, also when no answer came. */
  config: z.looseObject({}).optional(),
  message: z.string(),
});

const ErrorBody = z.object({
  error: z.object({ message: z.string(), status: z.string().optional() }),
});

export interface GoogleError {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly message: string;
}

/** Null when the error is not an answer, or missing answer, of Google's. */
export function readGoogleError(error: unknown): GoogleError | null {
  const failure = GoogleFailure.safeParse(error);
  if (!failure.success) return null;
  const { response, status, code, config, message } = failure.data;
  const body = ErrorBody.safeParse(response?.data);
  const answered = response?.status ?? status ?? null;
  if (answered === null && typeof code !== 'string' && !config) return null;
  return { status: answered, message: body.success ? body.data.error.message : message };
}

/** Errors that the caller can act on become refusals; our own mistakes (400 and the like) stay plain errors. */
export function toAppError(error: unknown, doing: string): Error {
  const google = readGoogleError(error);
  if (!google) return error instanceof Error ? error : new Error(String(error));
  const cause = { cause: error };
  const { status } = google;
  if (status === 404) return new AppError('workbookGone', cause);
  if (status === 401 || status === 403) return new AppError('workbookRefused', cause);
  if (status === 400 && /protected (cell|range|sheet)/i.test(google.message))
    return new AppError('cellsProtected', cause);
  if (status === 429) return new AppError('quotaReached', cause);
  if (status === null || status >= 500) return new AppError('sheetsDown', cause);
  return new Error(`Google refused a request while ${doing}: ${google.message}`, cause);
}
