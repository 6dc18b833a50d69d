// The rule V34 with its sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const BAD_ID_NUMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: 'GB 11643',
  message: text('身份证号{value}不对：{reason}。', '身分證號{value}不對：{reason}。', 'The identity number {value} is wrong: {reason}.'),
  suggestion: text('请对照证件重新输入（单元格设为文本）。', '請對照證件重新輸入（儲存格設為文字）。', 'Enter it again from the card (the cell formatted as text).'),
};

export const SAME_ID_NUMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('证件号码{value}与第{other}行“{name}”的相同。', '證件號碼{value}與第{other}列「{name}」的相同。', 'The identity number {value} is also that of "{name}" in row {other}.'),
  suggestion: text('请对照证件更正；确是同一人的，只保留一行。', '請對照證件更正；確是同一人的，只保留一列。', 'Correct it from the papers; the same person has one row.'),
};

export const LENGTH = text('应为18位', '應為18位', 'it does not have 18 digits');
export const BIRTHDAY = text('出生日期不存在', '出生日期不存在', 'its birthday does not exist');
export const CHECK_DIGIT = text('校验码不符', '檢核碼不符', 'its last character does not fit');
export const SCIENTIFIC = text('写成了科学计数，末尾的数位已经丢失', '寫成了科學計數，末尾的數位已經遺失', 'it is in scientific notation and has lost its last digits');
export const LETTERS = text('混有字母 O、I 或 L，应为数字', '混有字母 O、I 或 L，應為數字', 'it has a letter O, I or L among its digits');
export const SYMBOLS = text('混有数字以外的符号', '混有數字以外的符號', 'it has other signs among its digits');
export const FULL_WIDTH = text('是全角数字', '是全形數字', 'its digits are full-width');
