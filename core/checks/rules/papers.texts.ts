// The rules V24, V26, V27 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const TOO_MANY_STAFF: Rule = {
  code: 'V24',
  severity: 'warning',
  source: '财行〔2016〕540号（工作人员比例按本地规定）',
  message: text(
    '{people}人参加，工作人员{value}人，超过上限{limit}人（{document}）。',
    '{people}人參加，工作人員{value}人，超過上限{limit}人（{document}）。',
    '{value} staff for {people} people; at most {limit} ({document}).',
  ),
  suggestion: text('请减少列支培训费的工作人员。', '請減少列支培訓費的工作人員。', 'Have fewer staff paid from training money.'),
};
export const PAPERS_MISSING: Rule = {
  code: 'V26',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text('已有支出，报销材料缺少：{missing}。', '已有支出，報銷材料缺少：{missing}。', 'Money was spent, but supporting documents are missing: {missing}.'),
  suggestion: text(
    '报销须附计划、通知、实到签到表、讲课费签收单和票据，请补齐。',
    '報銷須附計劃、通知、實到簽到表、講課費簽收單和票據，請補齊。',
    'The claim needs the plan, the notice, the sign-in sheet, the receipts of the fees and the invoices: complete them.',
  ),
};
export const MORE_PAID_THAN_CAME: Rule = {
  code: 'V27',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text('按{value}人计费，实到{people}人。', '按{value}人計費，實到{people}人。', 'Paid for {value} people; {people} came.'),
  suggestion: text('计费人数不得多于签到人数，请核对。', '計費人數不得多於簽到人數，請核對。', 'The headcount cannot exceed the number of people signed in: check it.'),
};

export const MORE_PAID_THAN_DUE: Rule = {
  code: 'V27',
  severity: 'error',
  source: '财行〔2016〕540号（报销凭证）',
  message: text(
    '按{value}人计费，考勤还没有登记，应到只有{people}人。',
    '按{value}人計費，考勤還沒有登記，應到只有{people}人。',
    'Paid for {value} people; nobody is marked yet, and only {people} were due.',
  ),
  suggestion: text(
    '计费人数不得多于签到人数，请核对，并登记考勤。',
    '計費人數不得多於簽到人數，請核對，並登記考勤。',
    'The headcount cannot exceed the number of people signed in: check it, and record the attendance.',
  ),
};

export const NOTICE = text('培训通知', '培訓通知', 'the notice');
export const SIGN_IN = text('签到表', '簽到表', 'the sign-in sheet');
export const BILL = text('签收单或票据', '簽收單或票據', 'the fee slip or bill');
