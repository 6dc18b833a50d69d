// A visitor without a link of their own says who they are: a name and the last digits of a telephone number. All pages that ask share
// one form and one limit on wrong guesses.
import type { Claim } from '#core/check-in/identify';
import { foldName, tidy } from '#core/text/clean';
import type { Language, Text } from '#core/text/language';
import { AppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { PageField } from '../runtime/page-view';
import type { CountedAttempt, RateLimiter } from './rate-limiter';
import { IDENTITY_TEXTS } from './visitor-identity.texts';

/** In characters. */
const LONGEST_NAME = 60;
/** A whole number with its country code: cut at four, its first digits would be a wrong guess. */
const LONGEST_PHONE = 20;

export function readIdentity(form: URLSearchParams): Claim {
  return {
    name: tidy(form.get('name') ?? '').slice(0, LONGEST_NAME),
    digits: (form.get('digits') ?? '').slice(0, LONGEST_NAME),
  };
}

/** `typedName` stays in its field when the digits were wrong. */
export function identityFields(typedName: string, language: Language): readonly PageField[] {
  const field = (label: Text, value: string) =>
    ({ kind: 'text', label: label[language], value, isRequired: true }) as const;
  return [
    { ...field(IDENTITY_TEXTS.name, typedName), name: 'name', longest: LONGEST_NAME },
    { ...field(IDENTITY_TEXTS.digits, ''), name: 'digits', longest: LONGEST_PHONE, isNumber: true },
  ];
}

/** On whichever page of the workbook a name was entered. Throws `AppError` tooManyGuesses. */
export function countGuess(
  guesses: RateLimiter,
  { spreadsheetId, name }: { readonly spreadsheetId: string; readonly name: string },
  clock: Clock,
): CountedAttempt {
  const guess = guesses.consume(JSON.stringify([spreadsheetId, foldName(name)]), clock);
  if (guess === null) throw new AppError('tooManyGuesses');
  return guess;
}
