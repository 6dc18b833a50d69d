// The rules V30, V33 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const LEAVE_NOT_RECORDED: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text(
    '考勤为“{value}”，但“请假”中没有此人本期已批准的整期{kind}。',
    '考勤為「{value}」，但「請假」中沒有此人本期已批准的整期{kind}。',
    'Marked "{value}", but the leave tab has no approved leave ({kind}) of this person for the whole session.',
  ),
  suggestion: text('请补登请假和审批，或更正考勤状态。', '請補登請假和審批，或更正考勤狀態。', 'Enter the leave and its approval, or correct the status.'),
};
export const ATTENDED_ON_LEAVE: Rule = {
  code: 'V30',
  severity: 'warning',
  source: null,
  message: text(
    '已准假，{session}的考勤却登记为“{status}”（第{row}行）。',
    '已准假，{session}的考勤卻登記為「{status}」（第{row}列）。',
    'The leave is approved, but the attendance for {session} says "{status}" (row {row}).',
  ),
  suggestion: text('本人来了的，请撤销请假；没有来的，请更正考勤。', '本人來了的，請撤銷請假；沒有來的，請更正考勤。', 'If the person came, cancel the leave; otherwise correct the attendance.'),
};
export const TOO_MUCH_LEAVE: Rule = {
  code: 'V33',
  severity: 'warning',
  source: '《干部教育培训工作条例》（累计请假不超过总学时七分之一；每周课程参照）',
  message: text(
    '{value}在{year}年{total}期中请假{leaves}期，超过{limit}。',
    '{value}在{year}年{total}期中請假{leaves}期，超過{limit}。',
    '{value} is on leave for {leaves} of the {total} sessions of {year}, more than {limit}.',
  ),
  suggestion: text('请提醒本人并安排补学。', '請提醒本人並安排補學。', 'Remind the person and arrange for the sessions to be made up.'),
};
