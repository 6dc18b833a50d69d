// The menu 讲台 Lectern and what its items open.
import { fill, text, type Text } from '#core/text/language';
import { isAddOn } from './add-on';
import { functionsAddress } from './call-function';
import { rememberStartPanel, userLanguage } from './context';

/** Set by the build to the version in package.json. */
declare const LECTERN_VERSION: string;

const NAME = text('讲台 Lectern', '講台 Lectern', 'Lectern 讲台');

interface Item {
  readonly label: Text;
  /** A function that index.ts exports. */
  readonly run: string;
}

const OPEN: Item = {
  label: text('打开侧边栏', '開啟側邊欄', 'Open sidebar'),
  run: 'showSidebar',
};
const CHECK: Item = {
  label: text('校验录入内容', '檢核輸入內容', 'Check entries'),
  run: 'showSidebarAndCheck',
};
const TYPING: Item = {
  label: text('录入时自动校验（开/关）', '輸入時自動檢核（開/關）', 'Check while typing (on/off)'),
  run: 'toggleCheckingEdits',
};
const ABOUT: Item = { label: text('关于与帮助', '關於與說明', 'About and help'), run: 'showAbout' };

/** An add-on runs this before the user has granted any permission: it may read the user's locale, and nothing else. */
export function onOpen(): void {
  const language = userLanguage();
  const ui = SpreadsheetApp.getUi();
  // Google puts an add-on's menu under Extensions, with the add-on's own name.
  const menu = isAddOn ? ui.createAddonMenu() : ui.createMenu(NAME[language]);
  menu
    .addItem(OPEN.label[language], OPEN.run)
    .addItem(CHECK.label[language], CHECK.run)
    .addItem(TYPING.label[language], TYPING.run)
    .addSeparator()
    .addItem(ABOUT.label[language], ABOUT.run)
    .addToUi();
}

/** When an add-on is installed the workbook is already open, so onOpen has not run. */
export function onInstall(): void {
  onOpen();
}

export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(NAME[userLanguage()]);
  SpreadsheetApp.getUi().showSidebar(page);
}

export function showSidebarAndCheck(): void {
  rememberStartPanel('check');
  showSidebar();
}

const ABOUT_TEXT = text(
  '用这份工作簿管理每周的学习讲座：校验录入、统计考勤、发送通知。\n\n版本：{version}\n账号：{email}\n服务地址：{address}\n\n操作方法见侧边栏各项的说明。遇到问题，请把提示文字和请求编号告诉管理员。',
  '用這份活頁簿管理每週的學習講座：檢核輸入、統計考勤、傳送通知。\n\n版本：{version}\n帳號：{email}\n服務位址：{address}\n\n操作方法見側邊欄各項的說明。遇到問題，請把提示文字和請求編號告訴管理員。',
  'Runs a weekly study programme from this workbook: entries checked, attendance counted, notices sent.\n\nVersion: {version}\nAccount: {email}\nService address: {address}\n\nEach panel of the sidebar explains what it does. If something fails, give your administrator the message and the request number.',
);
const NOT_SET = text('尚未设置', '尚未設定', 'not set yet');

export function showAbout(): void {
  const language = userLanguage();
  const ui = SpreadsheetApp.getUi();
  const facts = {
    version: LECTERN_VERSION,
    email: Session.getActiveUser().getEmail(),
    address: functionsAddress() ?? NOT_SET[language],
  };
  ui.alert(NAME[language], fill(ABOUT_TEXT[language], facts), ui.ButtonSet.OK);
}
