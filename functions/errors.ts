// The world failed: closed codes, a sentence for the caller and the next step. Mapped to HTTP in one place.
import type { ProblemCode } from '#core/contract/problem';

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** Places in a request body that were refused. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly errors: AppErrorOptions['errors'];

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly nextStep: string,
    options: AppErrorOptions = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.errors = options.errors;
  }
}
