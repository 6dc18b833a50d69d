// Amounts in the capital numerals that cannot be altered on a signed sheet (人民币大写).
import type { Language } from '../text/language';
import { formatCents, type Cents } from './cents';

const { floor } = Math;

interface Numerals {
  readonly digits: string;
  /** Places inside a group of four digits, units first. */
  readonly places: readonly string[];
  /** Groups of four digits, units first. */
  readonly groups: readonly string[];
  readonly minus: string;
}

const SIMPLIFIED: Numerals = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  places: ['', '拾', '佰', '仟'],
  groups: ['', '万', '亿'],
  minus: '负',
};
const TRADITIONAL: Numerals = {
  digits: '零壹貳參肆伍陸柒捌玖',
  places: ['', '拾', '佰', '仟'],
  groups: ['', '萬', '億'],
  minus: '負',
};

/** Beyond twelve digits of yuan the group words run out. */
const LONGEST = 12;

/**
 * `壹仟肆佰零玖元伍角整` for 1409.50. One 零 represents any number of zeros inside the number; an amount that ends before 分 is
 * closed with 整, so that nothing can be added. A Chinese sheet needs these numerals whatever language its labels are in.
 */
export function toCapitalAmount(amount: Cents, language: Language = 'zh-CN'): string {
  const numerals = language === 'zh-TW' ? TRADITIONAL : SIMPLIFIED;
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  if (whole.length > LONGEST) throw new Error(`too large to write out: ${formatCents(amount)}`);
  const yuan = wholeYuan(whole, numerals);
  const fraction = fractionOf(digits.slice(-2), yuan !== '', numerals);
  const sign = amount < 0 ? numerals.minus : '';
  if (yuan === '' && fraction === '整') return `${numerals.digits.charAt(0)}元整`;
  return `${sign}${yuan === '' ? '' : `${yuan}元`}${fraction}`;
}

/** Without the word 元; empty for zero. */
function wholeYuan(whole: string, { digits, places, groups }: Numerals): string {
  let words = '';
  let gap = false;
  Array.from(whole, Number).forEach((digit, index) => {
    const place = whole.length - 1 - index;
    if (digit === 0) gap = true;
    else {
      const zero = gap && words !== '' ? digits.charAt(0) : '';
      words += `${zero}${digits.charAt(digit)}${places[place % 4] ?? ''}`;
      gap = false;
    }
    if (place % 4 === 0 && hasDigits(whole, index)) words += groups[floor(place / 4)] ?? '';
  });
  return words;
}

/** Whether the group of four that ends here has a digit other than 0. */
function hasDigits(whole: string, end: number): boolean {
  return /[1-9]/.test(whole.slice(Math.max(0, end - 3), end + 1));
}

function fractionOf(digits: string, afterYuan: boolean, { digits: words }: Numerals): string {
  const [tenths = 0, hundredths = 0] = Array.from(digits, Number);
  if (tenths === 0 && hundredths === 0) return '整';
  const zero = tenths === 0 && afterYuan ? words.charAt(0) : '';
  const jiao = tenths === 0 ? zero : `${words.charAt(tenths)}角`;
  return hundredths === 0 ? `${jiao}整` : `${jiao}${words.charAt(hundredths)}分`;
}
