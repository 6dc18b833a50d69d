// V34: citizens' identity numbers, which stand on the payment sheet and the tax return.
import { isDay } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../finding';
import { text } from '../../text/language';
import type { Book } from '../book';
import { at } from '../place';

// prettier-ignore
export const BAD_ID_NUMBER: Rule = {
  code: 'V34', severity: 'error', source: 'GB 11643',
  message: text('身份证号{value}不对：{reason}。', '身分證號{value}不對：{reason}。', 'The identity number {value} is wrong: {reason}.'),
  suggestion: text('请对照证件重新输入（单元格设为文本）。', '請對照證件重新輸入（儲存格設為文字）。', 'Enter it again from the card (the cell formatted as text).'),
};

const LENGTH = text('应为18位', '應為18位', 'it has not 18 digits');
const BIRTHDAY = text('出生日期不存在', '出生日期不存在', 'its birthday does not exist');
const CHECK_DIGIT = text('校验码不符', '檢核碼不符', 'its last character does not fit');

/** Passports and travel permits have letters and are not judged. */
const LOOKS_LIKE_ONE = /^\d{13,20}[\dXx]?$/;

export function checkIdNumbers(book: Book): Finding[] {
  return book.entries.speakers.flatMap(({ row, cells: { idNumber } }) => {
    // Of a number it is said elsewhere that its digits are lost.
    if (typeof book.rawCell('speakers', row, 'idNumber') === 'number') return [];
    const reason = idNumber && LOOKS_LIKE_ONE.test(idNumber) ? wrongWith(idNumber) : null;
    if (!idNumber || reason === null) return [];
    return [finding(BAD_ID_NUMBER, at('speakers', row, 'idNumber'), masked(idNumber), { reason })];
  });
}

function wrongWith(number: string): typeof LENGTH | null {
  if (!/^\d{17}[\dXx]$/.test(number)) return LENGTH;
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(number) ?? [];
  if (!isDay(`${year}-${month}-${day}`)) return BIRTHDAY;
  return checkCharacter(number) === number.slice(-1).toUpperCase() ? null : CHECK_DIGIT;
}

/** ISO 7064, MOD 11-2: the digit in place i from the right (0 is the check character) weighs 2^i mod 11. */
function checkCharacter(number: string): string {
  let sum = 0;
  for (let place = 17; place > 0; place -= 1) sum += Number(number[17 - place]) * (2 ** place % 11);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Enough to find it again, too little to use it. */
const masked = (number: string): string => `${number.slice(0, 3)}…${number.slice(-2)}`;
