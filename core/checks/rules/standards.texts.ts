// The rules V20, V28, W51 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const HALF_DAY_PRICE: Rule = {
  code: 'V20',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '讲课费上限的计量是“{value}”，按半天计价的规定已废止。',
    '講課費上限的計量是「{value}」，按半天計價的規定已廢止。',
    'The fee cap is given per "{value}"; prices per half-day are no longer valid.',
  ),
  suggestion: text('请改为现行文件的每学时标准。', '請改為現行文件的每學時標準。', 'Enter the cap per class hour of the document in force.'),
};
export const STANDARD_MISSING: Rule = {
  code: 'V28',
  severity: 'warning',
  source: '财行〔2016〕540号',
  message: text(
    '“标准”中没有{date}有效的“{item}”{scope}，无法核对。',
    '「標準」中沒有{date}有效的「{item}」{scope}，無法核對。',
    'The standards tab has no "{item}" {scope} valid on {date}, so entries cannot be checked against it.',
  ),
  suggestion: text('请按本地文件补充一行，注明文号和有效期。', '請按本地文件補充一列，註明文號和有效期。', 'Add a row from your local document, with its number and validity.'),
};
export const MODEL_ONLY: Rule = {
  code: 'V28',
  severity: 'warning',
  source: '财行〔2016〕540号（地方另有规定的从其规定）',
  message: text(
    '{document}是中央标准，只作参照，有{count}行本地尚未确认。',
    '{document}是中央標準，只作參照，有{count}列本地尚未確認。',
    '{document} is the central model; {count} rows are not confirmed for this place.',
  ),
  suggestion: text(
    '请填写本地文件的标准；确无本地文件的，填写确认人和确认日期。',
    '請填寫本地文件的標準；確無本地文件的，填寫確認人和確認日期。',
    'Enter the local document’s rate; if there is none, enter who confirmed this one and when.',
  ),
};
export const EXPIRES_BEFORE_START: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text('失效日期{to}早于生效日期{from}。', '失效日期{to}早於生效日期{from}。', 'Valid to {to} is before valid from {from}.'),
  suggestion: text('请核对有效期。', '請核對有效期。', 'Check the validity.'),
};
export const UNKNOWN_SCOPE: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text('“{value}”不是职称级别，这一行不会用到。', '「{value}」不是職稱級別，這一列不會用到。', '"{value}" is no title level, so this row is never used.'),
  suggestion: text('请填写：{choices}。', '請填寫：{choices}。', 'Enter one of: {choices}.'),
};
export const AMBIGUOUS_STANDARD: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text(
    '同一层级的“{item}”{scope}在{from}起有两个不同的数值（另见第{other}行）。',
    '同一層級的「{item}」{scope}在{from}起有兩個不同的數值（另見第{other}列）。',
    'Two different values of "{item}" {scope} of one level hold from {from} (see row {other}).',
  ),
  suggestion: text('请给旧的一行填写失效日期，或删去一行。', '請給舊的一列填寫失效日期，或刪去一列。', 'End the older row, or remove one.'),
};

export const IMPLAUSIBLE_VALUE: Rule = {
  code: 'W51',
  severity: 'error',
  source: null,
  message: text(
    '“{item}”的数值{value}不在{least}到{most}之间，这一行不会用到。',
    '「{item}」的數值{value}不在{least}到{most}之間，這一列不會用到。',
    '"{item}" cannot be {value}: it must be between {least} and {most}. The row is not used.',
  ),
  suggestion: text('请核对数值；比例填小数，例如 50% 填 0.5。', '請核對數值；比例填小數，例如 50% 填 0.5。', 'Check the value; a share is a decimal: 50 % is 0.5.'),
};
