/** What reading typed input needs to know of a spreadsheet's locale. Locales not listed are stored and returned, but input that depends on them is refused. */

export interface InputLocale {
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd';
  readonly currency: string;
}

const dollar = (dateOrder: InputLocale['dateOrder']): InputLocale => ({ dateOrder, currency: '$' });

/** All of these write 1,234.56 with a point and commas. */
const LOCALES: Readonly<Record<string, InputLocale>> = {
  en_US: dollar('mdy'),
  en_AU: dollar('dmy'),
  en_CA: dollar('ymd'),
  en_NZ: dollar('dmy'),
  en_GB: { dateOrder: 'dmy', currency: '£' },
  en_IE: { dateOrder: 'dmy', currency: '€' },
  ja_JP: { dateOrder: 'ymd', currency: '¥' },
  ko_KR: { dateOrder: 'ymd', currency: '₩' },
  zh_CN: { dateOrder: 'ymd', currency: '¥' },
  zh_HK: { dateOrder: 'dmy', currency: 'HK$' },
  zh_TW: dollar('ymd'),
};

export const DEFAULT_LOCALE = dollar('mdy');

/** Undefined for a locale whose input rules this server does not know. */
export function inputLocale(name: string | null | undefined): InputLocale | undefined {
  if (name === undefined || name === null || name === '' || name === 'en') return DEFAULT_LOCALE;
  return LOCALES[name.replace('-', '_')];
}
