// The words of the sign-in sheet.
import { text } from '../text/language';

export const WORDS = {
  tab: text('签到-{id}', '簽到-{id}', 'Sign-in - {id}'),
  heading: text('{programme}签到表', '{programme}簽到表', '{programme}: sign-in sheet'),
  topic: text('第{number}期　{title}', '第{number}期　{title}', 'Session {number}: {title}'),
  when: text('时间：{when}　地点：{venue}', '時間：{when}　地點：{venue}', '{when}, {venue}'),
  speaker: text('主讲人：{speaker}', '主講人：{speaker}', 'Speaker: {speaker}'),
  due: text(
    '应到 {due} 人，已准假 {leave} 人',
    '應到 {due} 人，已准假 {leave} 人',
    'Due: {due}, on leave: {leave}',
  ),
  group: text('{category}（{count}人）', '{category}（{count}人）', '{category} ({count})'),
  noCategory: text('未分类', '未分類', 'Without category'),
  others: text('其他（{count}行）', '其他（{count}行）', 'Others ({count} rows)'),
  order: text('序号', '序號', 'No.'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  post: text('职务', '職務', 'Post'),
  signature: text('签到', '簽到', 'Signature'),
  status: text('状态', '狀態', 'Status'),
  in: text('时间', '時間', 'Time'),
  remark: text('备注', '備註', 'Remark'),
  id: text('编号', '編號', 'ID'),
  partLeave: text('请假{minutes}分钟', '請假{minutes}分鐘', 'Leave: {minutes} min'),
  unclearWord: text(
    '{name}：状态“{word}”看不懂',
    '{name}：狀態「{word}」看不懂',
    '{name}: “{word}” is no status',
  ),
  unclearTime: text(
    '{name}：时间“{word}”看不懂，请写成 14:45',
    '{name}：時間「{word}」看不懂，請寫成 14:45',
    '{name}: “{word}” is no time; write it as 14:45',
  ),
  unclearDouble: text(
    '{name}：有两行，内容不一致，请留一行',
    '{name}：有兩列，內容不一致，請留一列',
    '{name}: two rows that differ; keep one',
  ),
  noId: text(
    '花名册第{row}行 {name}：没有编号',
    '花名冊第{row}列 {name}：沒有編號',
    'Roster row {row}, {name}: no ID',
  ),
  noName: text(
    '花名册第{row}行：没有姓名',
    '花名冊第{row}列：沒有姓名',
    'Roster row {row}: no name',
  ),
  doubledId: text(
    '花名册第{row}行 {name}：编号与别人重复',
    '花名冊第{row}列 {name}：編號與別人重複',
    'Roster row {row}, {name}: another row has the same ID',
  ),
  outdated: text(
    '签到表：{word}（没有准假）',
    '簽到表：{word}（沒有准假）',
    'On the sheet: {word} (not approved)',
  ),
  closed: text('结束签到', '結束簽到', 'Sign-in closed'),
  counted: text(
    '新记 {added}，更正 {changed}，缺席 {absent}，未登记 {open}',
    '新記 {added}，更正 {changed}，缺席 {absent}，未登記 {open}',
    'added {added}, changed {changed}, absent {absent}, not recorded {open}',
  ),
  corrected: text('签到更正考勤', '簽到更正考勤', 'Mark changed by sign-in'),
  checkedIn: text('扫码签到', '掃碼簽到', 'Checked in'),
};
