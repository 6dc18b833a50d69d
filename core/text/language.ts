/** The languages every label, message and template exists in; zh-CN is the default of a new workbook. */
export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

export function text(zhCN: string, zhTW: string, en: string): Text {
  return { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
}

/** The nearest language we speak: `zh_TW`, `zh-Hant-HK` → zh-TW, other Chinese → zh-CN, everything else → en. */
export function toLanguage(locale: string): Language {
  const tag = locale.toLowerCase().replaceAll('_', '-');
  if (!tag.startsWith('zh')) return 'en';
  return /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-TW' : 'zh-CN';
}

/** The locale a new spreadsheet gets: a language without its country is not one that every program knows. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en_US' : language.replace('-', '_');
}

/** Fills `{name}` places; values are inserted as they are and never expanded again. A place without a value is our bug. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    return String(value);
  });
}
