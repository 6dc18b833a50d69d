// What went wrong with Cloud Storage or BigQuery, or with a folder, as the administrator has to know it.
import * as z from 'zod';
import { AppError } from '../../errors';
import { readGoogleError } from '../google-sheets/google-error';

/** Errors of Google's that the administrator can act on, or that pass; our own mistakes stay plain errors. */
export function toFactError(error: unknown): Error {
  const google = readGoogleError(error);
  const cause = { cause: error };
  if (!google) return error instanceof Error ? error : new Error(String(error));
  const { status, message } = google;
  if (status === null || status === 429 || status >= 500)
    return new AppError('factStoreDown', cause);
  if (status === 401 || status === 403 || status === 404)
    return new AppError('factStoreRefused', { facts: { reason: message }, cause: error });
  return new Error(`Google refused a request for facts: ${message}`, cause);
}

const FolderFailure = z.object({ code: z.string(), message: z.string() });

/** For a folder: the system says what it does not allow. */
export function toFolderError(error: unknown): Error {
  const failure = FolderFailure.safeParse(error);
  if (!failure.success) return error instanceof Error ? error : new Error(String(error));
  const reason = failure.data.message;
  return new AppError('factStoreRefused', { facts: { reason }, cause: error });
}
