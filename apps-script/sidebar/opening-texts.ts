// What the sidebar says before the script has sent the texts of the user's language, and when it cannot: 简体, 繁體, English.
import type { Language, Text } from '#core/text/language';

const t = (zhCN: string, zhTW: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en });

// prettier-ignore
const OPENING = {
  'loading': t('正在打开……', '正在開啟……', 'Opening…'),
  'retry': t('重试', '重試', 'Try again'),
  'request': t('请求编号 {id}', '請求編號 {id}', 'Request number {id}'),
  'next': t('怎么办：{step}', '怎麼辦：{step}', 'What to do: {step}'),
  'broken': t('操作没有完成：{message}', '操作沒有完成：{message}', 'This could not be finished: {message}'),
  'broken.next': t('请检查网络后重试；仍不行时重新载入工作簿。', '請檢查網路後重試；仍不行時重新載入活頁簿。', 'Check your connection and try again; if that does not help, reload the workbook.'),
} as const satisfies Record<string, Text>;

export type OpeningText = keyof typeof OPENING;

export function openingTexts(language: Language): Record<OpeningText, string> {
  const entries = Object.entries(OPENING).map(([key, text]) => [key, text[language]]);
  return Object.fromEntries(entries) as Record<OpeningText, string>; // the keys of OPENING
}
