// The rules V29, V34 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const UNKNOWN_STATUS: Rule = {
  code: 'V29',
  severity: 'error',
  source: null,
  message: text('“{value}”不是“考勤状态”中的状态。', '「{value}」不是「考勤狀態」中的狀態。', '"{value}" is not a status in Statuses.'),
  suggestion: text('请从下拉列表选择：{choices}。', '請從下拉清單選擇：{choices}。', 'Choose one of: {choices}.'),
};
export const MARKED_TWICE: Rule = {
  code: 'V29',
  severity: 'error',
  source: null,
  message: text('{member}在{session}有不止一行考勤（另见第{other}行）。', '{member}在{session}有不止一列考勤（另見第{other}列）。', '{member} has more than one row for {session} (see row {other}).'),
  suggestion: text('每人每期只保留一行。', '每人每期只保留一列。', 'Keep one row per person and session.'),
};
export const NOT_ON_ROSTER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('{date}当天“{value}”（{name}）不在册。', '{date}當天「{value}」（{name}）不在冊。', '"{value}" ({name}) was not on the roster on {date}.'),
  suggestion: text('请核对人员编号，或更正花名册的起止日期。', '請核對人員編號，或更正花名冊的起訖日期。', 'Check the member id, or correct the dates on the roster.'),
};
export const POST_VACANT: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('“{value}”是空缺职务，不能登记。', '「{value}」是空缺職務，不能登記。', '"{value}" is a vacant post; nobody can be entered for it.'),
  suggestion: text('请核对人员编号；到任后先更新花名册。', '請核對人員編號；到任後先更新花名冊。', 'Check the member id; when the post is filled, update the roster first.'),
};
