// Which of the page's two languages to speak.
import { toLanguage } from '#core/text/language';

export type Language = 'zh' | 'en';

/** What the address asks for (`?lang=en`), else what the browser prefers. */
export function pageLanguage(search: string, preferred: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  return toLanguage(asked ?? preferred) === 'en' ? 'en' : 'zh';
}

/** How the rest of the system names the language. */
export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;
