// The rules W26, W27, W28 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const NO_BUDGET: Rule = {
  code: 'W26',
  severity: 'warning',
  source: null,
  message: text('{year}年预算中没有“{head}”科目。', '{year}年預算中沒有「{head}」科目。', 'The budget of {year} has no head "{head}".'),
  suggestion: text('请核对科目，或先在“预算”中增加。', '請核對科目，或先在「預算」中增加。', 'Check the head, or add it to the budget first.'),
};
export const OVERSPENT: Rule = {
  code: 'W27',
  severity: 'warning',
  source: null,
  message: text(
    '{year}年“{head}”已支出{spent}元，超过预算{value}元。',
    '{year}年「{head}」已支出{spent}元，超過預算{value}元。',
    '"{head}" of {year}: {spent} yuan spent, over the budget of {value}.',
  ),
  suggestion: text('请核对支出，或按程序调整预算。', '請核對支出，或按程序調整預算。', 'Check the expenses, or have the budget adjusted.'),
};
export const BELOW_ZERO: Rule = {
  code: 'W28',
  severity: 'error',
  source: null,
  message: text('金额{value}元小于零。', '金額{value}元小於零。', 'The amount {value} is below zero.'),
  suggestion: text('预算调整后不能为负；退款请冲减原来的支出行。', '預算調整後不能為負；退款請沖減原來的支出列。', 'A budget cannot fall below zero; take a refund off the row it belongs to.'),
};
