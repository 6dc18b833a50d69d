// The world failed, or the caller may not: a closed set of refusals, each with what happened and the next step. Mapped to HTTP in one place.
import { fill, type Language } from '#core/text/language';
import { REFUSALS, type RefusalName } from './refusals.texts';
import type { ProblemCode } from '#core/contract/problem';

export interface AppErrorOptions {
  /** Values for the places in the refusal's sentences. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
  /** Places in a request body that were refused. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ProblemCode;
  readonly errors: AppErrorOptions['errors'];
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    readonly refusal: RefusalName,
    options: AppErrorOptions = {},
  ) {
    super(fill(REFUSALS[refusal].detail.en, options.facts ?? {}), { cause: options.cause });
    this.code = REFUSALS[refusal].code;
    this.facts = options.facts ?? {};
    this.errors = options.errors;
  }

  /** What happened, and what the caller can do now. */
  explain(language: Language): { readonly detail: string; readonly nextStep: string } {
    const { detail, nextStep } = REFUSALS[this.refusal];
    return {
      detail: fill(detail[language], this.facts),
      nextStep: fill(nextStep[language], this.facts),
    };
  }
}

const languages = new WeakMap<Error, Language>();

/** Notes the language in which a failure is explained: the workbook's, which only a use case has read. Returns the failure. */
export function inLanguage<Thrown>(error: Thrown, language: Language): Thrown {
  if (error instanceof Error && !languages.has(error)) languages.set(error, language);
  return error;
}

const contacts = new WeakMap<Error, string>();

/** Notes whom the reader of a page can ask, as the workbook's settings say. Returns the failure. */
export function withContact<Thrown>(error: Thrown, contact: string): Thrown {
  if (error instanceof Error && contact !== '') contacts.set(error, contact);
  return error;
}

/** Null when no workbook is known, or its settings name nobody. */
export const contactOfError = (error: unknown): string | null =>
  (error instanceof Error ? contacts.get(error) : undefined) ?? null;

/** Undefined when nothing is known but what the caller sent. */
export const languageOfError = (error: unknown): Language | undefined =>
  error instanceof Error ? languages.get(error) : undefined;
