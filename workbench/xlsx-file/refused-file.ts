/** Why a file was not opened, and what to do, in one language. */
import { fill, type Language } from '#core/text/language';
import { NOT_OPENED, REFUSED_FILES } from './refused-file.texts';

interface Refusal {
  readonly reason: string;
  /** The Sheets server's own words, for a reason without a sentence. */
  readonly message: string;
}

export function refusedFile(path: string, refusal: Refusal, language: Language): string {
  const known = REFUSED_FILES[refusal.reason];
  return fill(NOT_OPENED[language], {
    path,
    what: known?.what[language] ?? refusal.message,
    todo: known?.todo[language] ?? '',
  }).trim();
}
