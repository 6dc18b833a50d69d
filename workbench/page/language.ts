// Which language the page speaks.
import { toLanguage, type Language } from '#core/text/language';

/** What the address asks for (`?lang=en`), else what the browser prefers. */
export function pageLanguage(search: string, preferred: string): Language {
  return toLanguage(new URLSearchParams(search).get('lang') ?? preferred);
}
