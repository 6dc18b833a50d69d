// V34: citizens' identity numbers, which are on the payment sheet and the tax return.
import { isDay } from '../../calendar/day';
import { finding, type Finding } from '../../workbook/finding';
import type { Text } from '../../text/language';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  BAD_ID_NUMBER,
  SAME_ID_NUMBER,
  LENGTH,
  BIRTHDAY,
  CHECK_DIGIT,
  SCIENTIFIC,
  LETTERS,
  SYMBOLS,
  FULL_WIDTH,
} from './id-number.texts';

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
