// What the check while typing says.
import { text } from '#core/text/language';

export const TITLE = text('录入校验', '輸入檢核', 'Entry check');
export const ON = text('已打开：以后改动任何一行，都会马上校验这一行。', '已開啟：以後改動任何一列，都會馬上檢核這一列。', 'On: each row is checked as soon as it is edited.');
export const OFF = text('已关闭录入时的自动校验。', '已關閉輸入時的自動檢核。', 'Off: edits are no longer checked.');
export const ENTERED = text('{cell}：“{words}”已填成编号 {id}。', '{cell}：「{words}」已填成編號 {id}。', '{cell}: the ID {id} was entered for "{words}".');
export const MORE_ENTERED = text('另有 {count} 处也由名称填成了编号。', '另有 {count} 處也由名稱填成了編號。', '{count} more names were replaced by IDs.');
export const FOUND = text('{cell}：{message}{suggestion}（这几行共 {count} 处）', '{cell}：{message}{suggestion}（這幾列共 {count} 處）', '{cell}: {message} {suggestion} ({count} in these rows)');
export const NOT_CHECKED = text(
  '这次改动的行很多，还有 {count} 行没有查，请点“开始校验”。',
  '這次改動的列很多，還有 {count} 列沒有查，請按「開始檢核」。',
  'A large change: {count} rows were not checked. Press "Check" in the sidebar.',
);
