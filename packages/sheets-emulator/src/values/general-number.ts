/** Google's automatic number format: up to ten significant digits, all digits of an integer. */

const SIGNIFICANT_DIGITS = 10;
const SCIENTIFIC_FROM = 1e15;
const SCIENTIFIC_BELOW = 1e-9;

/** `1.5e+20` → `1.5E+20`, `2e-10` → `2E-10`: two digits of exponent at least. */
function scientific(number: number): string {
  const [mantissa = '', exponent = ''] = number.toExponential(5).split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${trimZeros(mantissa)}E${exponent.startsWith('-') ? '-' : '+'}${digits}`;
}

const trimZeros = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+$/, '') : text;

export function formatGeneral(number: number): string {
  if (Object.is(number, -0) || number === 0) return '0';
  const size = Math.abs(number);
  if (size >= SCIENTIFIC_FROM || size < SCIENTIFIC_BELOW) return scientific(number);
  if (Number.isInteger(number)) return String(number);
  const integerDigits = size < 1 ? 0 : String(Math.trunc(size)).length;
  if (integerDigits >= SIGNIFICANT_DIGITS) return String(Math.round(number));
  const leadingZeros = size < 1 ? Math.ceil(-Math.log10(size)) - 1 : 0;
  const decimals = SIGNIFICANT_DIGITS - integerDigits + Math.max(leadingZeros, 0);
  return trimZeros(number.toFixed(Math.min(decimals, 20)));
}
