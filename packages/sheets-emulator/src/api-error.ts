/** The error bodies of Google's APIs, and the one class that carries them to the edge. */

const STATUS_BY_CODE = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
} as const;

export type ApiStatus = keyof typeof STATUS_BY_CODE;

export interface FieldViolation {
  readonly field?: string;
  readonly description: string;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: ApiStatus,
    message: string,
    readonly details: readonly object[] = [],
  ) {
    super(message);
  }

  get code(): number {
    return STATUS_BY_CODE[this.status];
  }

  /** The same error, said to be about one part of a batch: `Invalid requests[0].addSheet: …`. */
  within(place: string): ApiError {
    if (this.status !== 'INVALID_ARGUMENT') return this;
    return new ApiError(this.status, `Invalid ${place}: ${this.message}`, this.details);
  }

  body(): object {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

export const invalid = (message: string): ApiError => new ApiError('INVALID_ARGUMENT', message);

/** Malformed requests name each bad field in `details`; the message is all descriptions. */
export function badRequest(violations: readonly FieldViolation[], message?: string): ApiError {
  const text = message ?? violations.map((violation) => violation.description).join('\n');
  return new ApiError('INVALID_ARGUMENT', text, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export const notFound = (): ApiError =>
  new ApiError('NOT_FOUND', 'Requested entity was not found.');

/** What this server does not do is refused by name, never answered as if it were done. */
export const notEmulated = (what: string): ApiError =>
  new ApiError('UNIMPLEMENTED', `not emulated: ${what}`);
