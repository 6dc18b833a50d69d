// V34: citizens' identity numbers, which are on the payment sheet and the tax return.
import { isDay } from '../../calendar/day';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';

export const BAD_ID_NUMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: 'GB 11643',
  message: text(
    '身份证号{value}不对：{reason}。',
    '身分證號{value}不對：{reason}。',
    'The identity number {value} is wrong: {reason}.',
  ),
  suggestion: text(
    '请对照证件重新输入（单元格设为文本）。',
    '請對照證件重新輸入（儲存格設為文字）。',
    'Enter it again from the card (the cell formatted as text).',
  ),
};

export const SAME_ID_NUMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text(
    '证件号码{value}与第{other}行“{name}”的相同。',
    '證件號碼{value}與第{other}列「{name}」的相同。',
    'The identity number {value} is also that of "{name}" in row {other}.',
  ),
  suggestion: text(
    '请对照证件更正；确是同一人的，只保留一行。',
    '請對照證件更正；確是同一人的，只保留一列。',
    'Correct it from the papers; the same person has one row.',
  ),
};

const LENGTH = text('应为18位', '應為18位', 'it has not 18 digits');
const BIRTHDAY = text('出生日期不存在', '出生日期不存在', 'its birthday does not exist');
const CHECK_DIGIT = text('校验码不符', '檢核碼不符', 'its last character does not fit');
const SCIENTIFIC = text(
  '写成了科学计数，末尾的数位已经丢失',
  '寫成了科學計數，末尾的數位已經遺失',
  'it is in scientific notation and has lost its last digits',
);
const LETTERS = text(
  '混有字母 O、I 或 L，应为数字',
  '混有字母 O、I 或 L，應為數字',
  'it has a letter O, I or L among its digits',
);
const SYMBOLS = text(
  '混有数字以外的符号',
  '混有數字以外的符號',
  'it has other signs among its digits',
);
const FULL_WIDTH = text('是全角数字', '是全形數字', 'its digits are full-width');

export function checkIdNumbers(book: Book): Finding[] {
  // Of a number that has lost its digits it is said elsewhere.
  const speakers = book.entries.speakers.filter(({ row }) => {
    const cell = book.rawCell('speakers', row, 'idNumber');
    return typeof cell !== 'number' || Number.isSafeInteger(cell);
  });
  return [...speakers.flatMap(checkNumber), ...checkShared(speakers)];
}

type Speaker = EntryOf<'speakers'>;

function checkNumber({ row, cells: { idNumber } }: Speaker): Finding[] {
  const reason = idNumber ? wrongWith(idNumber) : null;
  return reason
    ? [finding(BAD_ID_NUMBER, placeAt('speakers', row, 'idNumber'), idNumber, { reason })]
    : [];
}

function checkShared(speakers: readonly Speaker[]): Finding[] {
  const groups = groupBy(
    speakers,
    ({ cells: { idNumber } }) => idNumber && sameInAllForms(idNumber),
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((speaker) => {
      const other = group.find((one) => one !== speaker);
      if (!other) return [];
      const facts = { other: other.row, name: other.cells.name ?? '' };
      const place = placeAt('speakers', speaker.row, 'idNumber');
      return [finding(SAME_ID_NUMBER, place, speaker.cells.idNumber, facts)];
    }),
  );
}

const isScientific = (plain: string): boolean => /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(plain);

const plainOf = (number: string): string => number.normalize('NFKC').toUpperCase();
const bareOf = (plain: string): string => plain.replace(/[\s\p{P}\p{S}]/gu, '');
const digitsOf = (bare: string): string => bare.replaceAll('O', '0').replace(/[IL]/g, '1');

/** Meant as a citizen's number, even if mistyped. Passports and travel permits have other letters, or fewer digits, and are not checked. */
const LOOKS_LIKE_ONE = /^\d{11,}X?$/;

/** Null for what says nothing of the person any more. */
function sameInAllForms(number: string): string | null {
  const plain = plainOf(number);
  const digits = digitsOf(bareOf(plain));
  if (isScientific(plain) || digits === '') return null;
  return LOOKS_LIKE_ONE.test(digits) ? digits : bareOf(plain);
}

/** `number` has no spaces. */
function wrongWith(number: string): Text | null {
  const plain = plainOf(number);
  if (isScientific(plain)) return SCIENTIFIC;
  const bare = bareOf(plain);
  const digits = digitsOf(bare);
  if (!LOOKS_LIKE_ONE.test(digits)) return null;
  if (digits !== bare) return LETTERS;
  if (bare !== plain) return SYMBOLS;
  if (plain !== number.toUpperCase()) return FULL_WIDTH;
  return wrongInside(plain);
}

function wrongInside(number: string): Text | null {
  if (!/^\d{17}[\dX]$/.test(number)) return LENGTH;
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(number) ?? [];
  if (!isDay(`${year}-${month}-${day}`)) return BIRTHDAY;
  return checkCharacter(number) === number.slice(-1) ? null : CHECK_DIGIT;
}

/** ISO 7064, MOD 11-2: the digit in place i from the right (0 is the check character) has the weight 2^i mod 11. */
function checkCharacter(number: string): string {
  let sum = 0;
  for (let place = 17; place > 0; place -= 1) sum += Number(number[17 - place]) * (2 ** place % 11);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
