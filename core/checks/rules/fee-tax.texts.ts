// The rules V15, V16, V17 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

const WITHHOLDING = '劳务报酬所得个人所得税预扣预缴（预扣率表二）';

export const DOES_NOT_ADD_UP: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text('税前{gross}元 − 个税{tax}元 ≠ 税后{value}元。', '稅前{gross}元 − 個稅{tax}元 ≠ 稅後{value}元。', 'Gross {gross} − tax {tax} is not net {value}.'),
  suggestion: text('税后{value}元对应税前{rightGross}元、个税{rightTax}元。', '稅後{value}元對應稅前{rightGross}元、個稅{rightTax}元。', 'Net {value} needs gross {rightGross} and tax {rightTax}.'),
};
export const WRONG_TAX: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text('税前{gross}元应扣个税{rightTax}元，不是{value}元。', '稅前{gross}元應扣個稅{rightTax}元，不是{value}元。', 'Tax on gross {gross} is {rightTax}, not {value}.'),
  suggestion: text('请将个税改为{rightTax}元，税后为{rightNet}元。', '請將個稅改為{rightTax}元，稅後為{rightNet}元。', 'Set the tax to {rightTax}; the net is then {rightNet}.'),
};
export const FEE_INCOMPLETE: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text('讲课费缺少{missing}。', '講課費缺少{missing}。', 'The fee has no {missing}.'),
  suggestion: text('税后{net}元对应税前{gross}元、个税{tax}元。', '稅後{net}元對應稅前{gross}元、個稅{tax}元。', 'Net {net} means gross {gross} and tax {tax}.'),
};
export const AMOUNT_IS_NOT_GROSS: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text('讲课费的金额{value}元应等于税前{gross}元。', '講課費的金額{value}元應等於稅前{gross}元。', 'The amount {value} of a fee is its gross, {gross}.'),
  suggestion: text('个税由单位代扣代缴，支出金额按税前填写。', '個稅由單位代扣代繳，支出金額按稅前填寫。', 'The tax is paid for the lecturer: the expense is the gross.'),
};
export const NET_IS_GROSS: Rule = {
  code: 'V16',
  severity: 'error',
  source: WITHHOLDING,
  message: text('税后与税前都是{value}元：可能把税前金额填到了税后。', '稅後與稅前都是{value}元：可能把稅前金額填到了稅後。', 'Net and gross are both {value}: the gross may be in the net column.'),
  suggestion: text(
    '若{value}元是税前，税后为{net}元；若是税后，税前为{gross}元。',
    '若{value}元是稅前，稅後為{net}元；若是稅後，稅前為{gross}元。',
    'If {value} is the gross, the net is {net}; if it is the net, the gross is {gross}.',
  ),
};
export const NOT_AGGREGATED: Rule = {
  code: 'V17',
  severity: 'warning',
  source: WITHHOLDING,
  message: text(
    '“{payee}”{month}有{count}笔讲课费，个税未合并计算：本笔合并应扣{together}元，现扣{value}元。',
    '「{payee}」{month}有{count}筆講課費，個稅未合併計算：本筆合併應扣{together}元，現扣{value}元。',
    '"{payee}" has {count} fees in {month} taxed separately; combined, the tax on this one is {together}, not {value}.',
  ),
  suggestion: text(
    '同一项目一个月内的讲课费合并为一次；确属不同项目的，“计税方式”选“单独计税”并写明理由。',
    '同一項目一個月內的講課費合併為一次；確屬不同項目的，「計稅方式」選「單獨計稅」並寫明理由。',
    'Fees for the same engagement within a month are taxed together; for different engagements choose separate taxation and give the reason.',
  ),
};

export const LABELS = {
  net: text('税后', '稅後', 'net'),
  gross: text('税前', '稅前', 'gross'),
  tax: text('个税', '個稅', 'tax'),
};
