// The settings and roles a workbook starts with.
import { LANGUAGES, type Text } from '#core/text/language';
import { SETTING_TEXTS } from '#core/workbook/read/settings.texts';
import { SETTING_KEYS, initialCell, type Settings } from '#core/workbook/read/settings';
import type { SampleRow } from './sample';

type Values = { readonly [Key in keyof Settings]?: Text | string };

/** The workbench's own mail server takes mails as fast as they come. */
const LOCAL: Values = { mailsPerMinute: '6000' };

/** Every setting with its default, or with the value given here. */
export function settingRows(values: Values = {}): SampleRow<'settings'>[] {
  return SETTING_KEYS.map((name) => {
    const { label, help } = SETTING_TEXTS[name];
    return { name: label, value: values[name] ?? LOCAL[name] ?? initialText(name), help };
  });
}

function initialText(name: keyof Settings): Text {
  const [zhCN, zhTW, en] = LANGUAGES.map((language) => initialCell(name, language));
  return { 'zh-CN': zhCN ?? '', 'zh-TW': zhTW ?? '', en: en ?? '' };
}

export const ROLES: readonly SampleRow<'roles'>[] = [
  { email: 'admin@example.org', role: 'admin' },
  { email: 'clerk@example.org', role: 'clerk' },
  { email: 'viewer@example.org', role: 'viewer' },
];
