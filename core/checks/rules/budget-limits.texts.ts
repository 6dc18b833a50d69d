// The rules W32, W33 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const NEARLY_SPENT: Rule = {
  code: 'W32',
  severity: 'warning',
  source: null,
  message: text(
    '{year}年“{head}”已支出{spent}元，达到预算{value}元的{percent}%。',
    '{year}年「{head}」已支出{spent}元，達到預算{value}元的{percent}%。',
    '"{head}" of {year}: {spent} yuan is {percent}% or more of the budget of {value}.',
  ),
  suggestion: text('请安排好其余各期的支出，或按程序调整预算。', '請安排好其餘各期的支出，或按程序調整預算。', 'Plan what the other sessions may cost, or have the budget adjusted.'),
};
export const BEYOND_BUDGET: Rule = {
  code: 'W33',
  severity: 'error',
  source: null,
  message: text(
    '这笔{value}元使{year}年“{head}”累计支出{spent}元，超过预算{budget}元，且没有审批号。',
    '這筆{value}元使{year}年「{head}」累計支出{spent}元，超過預算{budget}元，且沒有審批號。',
    'With these {value} yuan "{head}" of {year} comes to {spent}, beyond the budget of {budget}, and there is no approval number.',
  ),
  suggestion: text('请填写审批号，或先按程序调整预算。', '請填寫審批號，或先按程序調整預算。', 'Enter the approval number, or have the budget adjusted first.'),
};
