// The rules V07, V10, V11 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const END_BEFORE_START: Rule = {
  code: 'V07',
  severity: 'error',
  source: null,
  message: text('结束时间{end}不晚于开始时间{start}。', '結束時間{end}不晚於開始時間{start}。', 'The end {end} is not after the start {start}.'),
  suggestion: text('请核对开始和结束时间。', '請核對開始和結束時間。', 'Check the start and the end.'),
};
export const WRONG_HALF_DAY: Rule = {
  code: 'V07',
  severity: 'error',
  source: null,
  message: text('“{value}”与开始时间{start}不符。', '「{value}」與開始時間{start}不符。', '"{value}" does not fit the start at {start}.'),
  suggestion: text('请核对上午、下午与开始时间。', '請核對上午、下午與開始時間。', 'Check morning or afternoon against the start.'),
};
export const TOO_MANY_HOURS: Rule = {
  code: 'V10',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '授课{value}学时，超过半天{limit}学时的上限（{document}）。',
    '授課{value}學時，超過半天{limit}學時的上限（{document}）。',
    '{value} class hours in a half-day; the limit is {limit} ({document}).',
  ),
  suggestion: text('请核对学时；全天的课分上午、下午两行填写。', '請核對學時；全天的課分上午、下午兩列填寫。', 'Check the hours; enter a whole day as two rows.'),
};
export const TOO_MANY_HOURS_TOGETHER: Rule = {
  code: 'V10',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '“{speaker}”{date}同一半天授课共{total}学时（第{rows}行），超过{limit}学时的上限（{document}）。',
    '「{speaker}」{date}同一半天授課共{total}學時（第{rows}列），超過{limit}學時的上限（{document}）。',
    '"{speaker}" teaches {total} class hours in one half-day of {date} (rows {rows}); the limit is {limit} ({document}).',
  ),
  suggestion: text(
    '同一人半天内的各期合并计算：请核对学时、时间和主讲人。',
    '同一人半天內的各期合併計算：請核對學時、時間和主講人。',
    'One lecturer’s sessions of a half-day count together: check hours, times and speaker.',
  ),
};
export const HOURS_DO_NOT_FIT: Rule = {
  code: 'V11',
  severity: 'warning',
  source: null,
  message: text(
    '{start}—{end}共{minutes}分钟，按每学时{each}分钟不足{value}学时。',
    '{start}—{end}共{minutes}分鐘，按每學時{each}分鐘不足{value}學時。',
    '{start}–{end} is {minutes} minutes, less than {value} class hours of {each} minutes.',
  ),
  suggestion: text(
    '请核对授课学时和起止时间；每学时分钟数见“设置”。',
    '請核對授課學時和起訖時間；每學時分鐘數見「設定」。',
    'Check the taught hours and the times; minutes per class hour are set in Settings.',
  ),
};
