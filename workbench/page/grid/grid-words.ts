// The grid component's own words, of the page's language only: each language is a file that is loaded by need.
import { LocaleType, type ILanguagePack } from '@univerjs/core';
import type { Language } from '#core/text/language';

export interface GridWords {
  readonly locale: LocaleType;
  readonly parts: readonly ILanguagePack[];
}

const LOAD: Readonly<Record<Language, () => Promise<GridWords>>> = {
  async 'zh-CN'() {
    const { parts } = await import('./words/zh-cn');
    return { locale: LocaleType.ZH_CN, parts };
  },
  async 'zh-TW'() {
    const { parts } = await import('./words/zh-tw');
    return { locale: LocaleType.ZH_TW, parts };
  },
  async en() {
    const { parts } = await import('./words/en');
    return { locale: LocaleType.EN_US, parts };
  },
};

export function loadGridWords(language: Language): Promise<GridWords> {
  return LOAD[language]();
}
