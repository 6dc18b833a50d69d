// The rule V08 with its sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const BOOKED_TWICE: Rule = {
  code: 'V08',
  severity: 'error',
  source: null,
  message: text(
    '{what}“{name}”在{date}与{other}（{start}—{end}）时间冲突。',
    '{what}「{name}」在{date}與{other}（{start}—{end}）時間衝突。',
    '{what} "{name}" is taken on {date} by {other} ({start}–{end}).',
  ),
  suggestion: text('请调整其中一期的时间或{what}。', '請調整其中一期的時間或{what}。', 'Move one of the sessions, or change the {what}.'),
};

export const ROOM = text('地点', '地點', 'Venue');
export const LECTURER = text('主讲人', '主講人', 'Speaker');
export const AUDIENCE = text('参加范围', '參加範圍', 'Audience');
export const EVERYBODY = text('全体', '全體', 'everybody');
