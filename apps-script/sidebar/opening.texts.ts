// The sidebar's texts until the script has sent those of the user's language, and when it cannot.
import type { Language, Text } from '#core/text/language';

const t = (zhCN: string, zhTW: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en });

const OPENING = {
  loading: t('正在打开……', '正在開啟……', 'Opening…'),
  retry: t('重试', '重試', 'Try again'),
  request: t('请求编号 {id}', '請求編號 {id}', 'Request number {id}'),
  next: t('怎么办：{step}', '怎麼辦：{step}', 'What to do: {step}'),
  broken: t('操作没有完成：{message}', '操作沒有完成：{message}', 'The action was not completed: {message}'),
  'broken.next': t('请检查网络后重试；仍不行时重新载入工作簿。', '請檢查網路後重試；仍不行時重新載入活頁簿。', 'Check your connection and try again; if that does not help, reload the workbook.'),
  accounts: t(
    'Google 没有让这个账号执行这一步：这个浏览器里可能登录了多个 Google 账号，或者还没有授权。',
    'Google 沒有讓這個帳號執行這一步：這個瀏覽器裡可能登入了多個 Google 帳號，或者還沒有授權。',
    'Google did not let this account do this. Several Google accounts may be signed in in this browser, or the permission was not granted.',
  ),
  'accounts.next': t(
    '每个账号各用一个浏览器个人资料：新建一个，只登录工作用的账号，在那里打开工作簿；要求授权时请同意。',
    '每個帳號各用一個瀏覽器設定檔：新增一個，只登入工作用的帳號，在那裡開啟活頁簿；要求授權時請同意。',
    'Use one browser profile per account: add one, sign in there with your work account only, and open the workbook in it; grant the permissions it asks for.',
  ),
  'accounts.help': t('Google 帮助：使用多个个人资料', 'Google 說明：使用多個設定檔', 'Google Help: use Chrome with several profiles'),
  'accounts.link': t(
    'https://support.google.com/chrome/answer/2364824?hl=zh-Hans',
    'https://support.google.com/chrome/answer/2364824?hl=zh-Hant',
    'https://support.google.com/chrome/answer/2364824?hl=en',
  ),
} as const satisfies Record<string, Text>;

export type OpeningText = keyof typeof OPENING;

export function openingTexts(language: Language): Record<OpeningText, string> {
  const entries = Object.entries(OPENING).map(([key, text]) => [key, text[language]]);
  return Object.fromEntries(entries) as Record<OpeningText, string>; // the keys of OPENING
}
