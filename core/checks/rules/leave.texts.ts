// The rules V30, V31, V33, V34 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const NO_APPROVER: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text('已审批的请假没有批准人。', '已審批的請假沒有批准人。', 'The leave is decided, but nobody is named as approver.'),
  suggestion: text('请填写批准人。', '請填寫批准人。', 'Enter who approved it.'),
};
export const NO_DECISION_DAY: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text('已审批的请假没有审批日期。', '已審批的請假沒有審批日期。', 'The leave is decided, but the day of the decision is blank.'),
  suggestion: text('请填写审批日期。', '請填寫審批日期。', 'Enter the day of the decision.'),
};
export const DECIDED_TOO_LATE: Rule = {
  code: 'V30',
  severity: 'warning',
  source: null,
  message: text('{decided}才审批，晚于上课时间{date}；{done}。', '{decided}才審批，晚於上課時間{date}；{done}。', 'Decided on {decided}, after the session of {date} had begun; {done}.'),
  suggestion: text(
    '请核对审批日期；确属事后补批的，在“忽略理由”写明理由，不应补批的改为“撤销”，考勤恢复原样。',
    '請核對審批日期；確屬事後補批的，在「忽略理由」寫明理由，不應補批的改為「撤銷」，考勤恢復原樣。',
    'Check the day. If it had to be approved afterwards, give the reason under "Reason to ignore"; otherwise cancel it, and the attendance mark is restored.',
  ),
};
export const NOT_DECIDED: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text('{name}：{date}的课已上，请假还没有审批。', '{name}：{date}的課已上，請假還沒有審批。', 'The session of {date} is over, but the leave of {name} was never decided.'),
  suggestion: text('请填写审批结果；未批准的按缺席登记。', '請填寫審批結果；未批准的按缺席登記。', 'Enter the decision; without approval record an absence.'),
};
export const NO_PROOF: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text('{name}的{kind}没有证明材料。', '{name}的{kind}沒有證明材料。', 'There is no proof for the leave of {name} ({kind}).'),
  suggestion: text('{kind}须附{document}，请补齐。', '{kind}須附{document}，請補齊。', 'For leave of this kind ({kind}), hand in {document} and enter it.'),
};
export const APPROVED_BY_ONESELF: Rule = {
  code: 'V31',
  severity: 'warning',
  source: null,
  message: text('请假由本人“{value}”批准。', '請假由本人「{value}」批准。', 'The leave was approved by the person who requested it ({value}).'),
  suggestion: text('请由上一级批准。', '請由上一級批准。', 'Have it approved at a higher level.'),
};
export const NOT_ENTITLED: Rule = {
  code: 'V31',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”无权批准{name}的请假；按“审批权限”应由{entitled}批准。',
    '「{value}」無權批准{name}的請假；按「審批權限」應由{entitled}批准。',
    '“{value}” may not approve the leave of {name}; the tab Approvers names {entitled}.',
  ),
  suggestion: text('请由有权的人批准，或核对“审批权限”。', '請由有權的人批准，或核對「審批權限」。', 'Have it approved by a person named there, or check the tab Approvers.'),
};
export const NOT_DUE: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”（{name}）不在{session}的参加范围内，不用请假。',
    '「{value}」（{name}）不在{session}的參加範圍內，不用請假。',
    '"{value}" ({name}) is not due at {session}, so no leave is needed.',
  ),
  suggestion: text('请核对人员和期次；多余的改为“撤销”。', '請核對人員和期次；多餘的改為「撤銷」。', 'Check person and session; cancel the leave that is not needed.'),
};
export const MAKE_UP_OVERDUE: Rule = {
  code: 'V33',
  severity: 'warning',
  source: null,
  message: text(
    '{name}：{date}的课应在{days}天内补学，已过{due}仍未完成。',
    '{name}：{date}的課應在{days}天內補學，已過{due}仍未完成。',
    '{name} had to make up the session of {date} within {days} days; {due} has passed.',
  ),
  suggestion: text('请督促补学，完成后填写“补课完成日期”。', '請督促補學，完成後填寫「補課完成日期」。', 'Arrange the make-up, then enter the day it was done.'),
};
