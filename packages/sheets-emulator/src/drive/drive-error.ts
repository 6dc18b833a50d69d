/** Drive's error bodies: unlike Sheets they carry a list of errors with reasons. */
import { ApiError, type ApiStatus } from '../api-error';

interface Reason {
  readonly reason: string;
  readonly location?: string;
  readonly locationType?: string;
}

export class DriveError extends ApiError {
  constructor(
    status: ApiStatus,
    message: string,
    private readonly detail: Reason,
  ) {
    super(status, message);
  }

  override body(): object {
    const { code, message } = this;
    const errors = [{ message, domain: 'global', ...this.detail }];
    return { error: { code, message, errors } };
  }
}

export const fileNotFound = (id: string): DriveError =>
  new DriveError('NOT_FOUND', `File not found: ${id}.`, {
    reason: 'notFound',
    location: 'fileId',
    locationType: 'parameter',
  });

export const invalidParameter = (message: string, location: string): DriveError =>
  new DriveError('INVALID_ARGUMENT', message, {
    reason: 'invalid',
    location,
    locationType: 'parameter',
  });

export const insufficientPermissions = (): DriveError =>
  new DriveError(
    'PERMISSION_DENIED',
    'The user does not have sufficient permissions for this file.',
    { reason: 'insufficientFilePermissions' },
  );
