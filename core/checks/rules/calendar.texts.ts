// The rules V02, V03, V04, V05, V06 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

const HOLIDAY_NOTICE = '国务院办公厅关于部分节假日安排的通知（各年度）';

export const IN_HOLIDAY: Rule = {
  code: 'V02',
  severity: 'error',
  source: HOLIDAY_NOTICE,
  message: text('{date}是放假日（{name}），不能安排上课。', '{date}是放假日（{name}），不能安排上課。', '{date} is a public holiday ({name}); no session can be held.'),
  suggestion: text('请另选日期；确需安排的，填写“例外说明”。', '請另選日期；確需安排的，填寫「例外說明」。', 'Choose another day, or give an exception reason.'),
};
export const ADJUSTED_WORKDAY: Rule = {
  code: 'V03',
  severity: 'warning',
  source: HOLIDAY_NOTICE,
  message: text('{date}（{weekday}）因{name}调休上班，是工作日。', '{date}（{weekday}）因{name}調休上班，是工作日。', '{date} ({weekday}) is worked in exchange for {name}.'),
  suggestion: text(
    '请确认是否占用办公时间上课；确认后填写“例外说明”。',
    '請確認是否佔用辦公時間上課；確認後填寫「例外說明」。',
    'Make sure the session may take office hours, and give an exception reason.',
  ),
};
export const UNKNOWN_YEAR: Rule = {
  code: 'V04',
  severity: 'error',
  source: HOLIDAY_NOTICE,
  message: text('没有{year}年的节假日数据，无法核对{date}。', '沒有{year}年的節假日資料，無法核對{date}。', 'There is no holiday data for {year}, so {date} cannot be checked.'),
  suggestion: text(
    '国务院通知公布后，请在“节假日”中补充该日（放假、上班或普通），或更新本程序。',
    '國務院通知公佈後，請在「節假日」中補充該日（放假、上班或普通），或更新本程式。',
    'Once the official notice is out, enter the day in the holidays tab (off, work or ordinary), or update this program.',
  ),
};
export const OUTSIDE_SLOTS: Rule = {
  code: 'V05',
  severity: 'warning',
  source: null,
  message: text('{date}（{weekday}）{start}—{end}不在规定的上课时段。', '{date}（{weekday}）{start}—{end}不在規定的上課時段。', '{date} ({weekday}) {start}–{end} is outside the programme’s slots.'),
  suggestion: text('上课时段见“设置”；确需变更的，填写“例外说明”。', '上課時段見「設定」；確需變更的，填寫「例外說明」。', 'See the slots in the settings, or give an exception reason.'),
};
export const WRONG_WEEKDAY: Rule = {
  code: 'V06',
  severity: 'error',
  source: null,
  message: text('星期“{value}”与日期不符：{date}是{weekday}。', '星期「{value}」與日期不符：{date}是{weekday}。', 'Weekday "{value}" does not fit: {date} is a {weekday}.'),
  suggestion: text('请核对日期，或将星期改为{weekday}。', '請核對日期，或將星期改為{weekday}。', 'Check the date, or change the weekday to {weekday}.'),
};
