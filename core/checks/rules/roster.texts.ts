// The rules V34, W22, W24 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const SAME_DAY_TWICE: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text('“{value}”有不止一行在同一天有效（第{rows}行）。', '「{value}」有不止一列在同一天有效（第{rows}列）。', '"{value}" has more than one row valid on the same day (rows {rows}).'),
  suggestion: text(
    '调动的人一段任职一行：前一行填截止日期，后一行从次日起填起始日期；是两个人的，改成不同的编号。',
    '調動的人一段任職一列：前一列填截止日期，後一列從次日起填起始日期；是兩個人的，改成不同的編號。',
    'A person who changed posts has a row for each: end the first, and begin the next on the day after. Two people need different ids.',
  ),
};
export const ID_OF_TWO: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text(
    '编号“{value}”先后用于不同的人：{names}（第{rows}行）。',
    '編號「{value}」先後用於不同的人：{names}（第{rows}列）。',
    'The id "{value}" is given to different people at different times: {names} (rows {rows}).',
  ),
  suggestion: text(
    '考勤和请假都靠编号对应，不能转给别人：请给后来的人一个新编号。',
    '考勤和請假都靠編號對應，不能轉給別人：請給後來的人一個新編號。',
    'Attendance and leave use the id, so it is never reused: give the later person a new one.',
  ),
};
export const SAME_PERSON_TWICE: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '“{unit}”的“{value}”与第{other}行是同一人（比较时不计空格）。',
    '「{unit}」的「{value}」與第{other}列是同一人（比較時不計空格）。',
    '"{value}" of "{unit}" is also in row {other} (compared without spaces).',
  ),
  suggestion: text('一人一行：请合并，或用起止日期区分任期。', '一人一列：請合併，或用起訖日期區分任期。', 'One row per person: merge them, or separate the terms by dates.'),
};
export const SAME_NAME: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text('“{value}”与第{other}行（{unit}）同名。', '「{value}」與第{other}列（{unit}）同名。', '"{value}" has the same name as row {other} ({unit}).'),
  suggestion: text(
    '请确认是两个人；一人兼两职的只在主要单位保留一行。',
    '請確認是兩個人；一人兼兩職的只在主要單位保留一列。',
    'Make sure these are two people; someone with two posts has one row, at the main unit.',
  ),
};
export const ENDS_BEFORE_IT_BEGINS: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('截止日期{to}早于起始日期{from}。', '截止日期{to}早於起始日期{from}。', 'The last day {to} is before the first day {from}.'),
  suggestion: text('请核对起止日期。', '請核對起訖日期。', 'Check the two dates.'),
};
export const EMPTY_AUDIENCE: Rule = {
  code: 'W24',
  severity: 'warning',
  source: null,
  message: text(
    '参加范围中的“{part}”不是花名册中的类别或单位，不会通知到任何人。',
    '參加範圍中的「{part}」不是花名冊中的類別或單位，不會通知到任何人。',
    '"{part}" in the audience is not a category or unit of the roster, so it matches no one.',
  ),
  suggestion: text('请按花名册中的类别或单位名称填写。', '請按花名冊中的類別或單位名稱填寫。', 'Use the categories and units of the roster.'),
};
