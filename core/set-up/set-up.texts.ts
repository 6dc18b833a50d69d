import { text } from '../text/language';

/** What set-up says about tabs whose headings are not in the first row: those are a clerk's own. */
export const SET_UP_TEXTS = {
  kept: text('“{tab}”的列标题在第{row}行，保持原样。', '「{tab}」的欄位標題在第{row}列，保持原樣。', '"{tab}" has its headings in row {row} and was left as it is.'),
  added: text(
    '“{tab}”的列标题在第{row}行，原有各列保持原样，右侧补上了：{columns}。',
    '「{tab}」的欄位標題在第{row}列，原有各欄保持原樣，右側補上了：{columns}。',
    '"{tab}" has its headings in row {row}; its columns were left as they are, and these were added to the right: {columns}.',
  ),
  copy: text(
    '这个工作簿是另一个工作簿的副本，现在起单独使用；原工作簿的通知记录不计入。',
    '這個活頁簿是另一個活頁簿的副本，現在起單獨使用；原活頁簿的通知記錄不計入。',
    'This workbook is a copy of another one. From now on it is a workbook of its own, for which the notices of the other do not count.',
  ),
  settings: text('“{tab}”里补上了这些设置，值为默认值：{names}。', '「{tab}」裡補上了這些設定，值為預設值：{names}。', 'Settings added to "{tab}" with their defaults: {names}.'),
  names: text(
    '{tabs}右侧补上了随编号显示的姓名或专题；可以拖到编号旁边。',
    '{tabs}右側補上了隨編號顯示的姓名或專題；可以拖到編號旁邊。',
    'Columns with the name or topic of each ID were added to the right of {tabs}; they can be moved beside the IDs.',
  ),
  noHeader: text(
    '“{tab}”的前十行里没有列标题，未作改动；请写上列标题，再初始化一次。',
    '「{tab}」的前十列裡沒有欄位標題，未作改動；請寫上欄位標題，再初始化一次。',
    '"{tab}" has no column headings in its first ten rows and was not changed; enter them, then set up again.',
  ),
};
