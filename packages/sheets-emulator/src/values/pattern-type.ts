/** The API's type of number format for a pattern that comes without one. */
import { isDateFormat, isPercentFormat, isTextFormat } from 'numfmt';
import type { NumberFormat } from '../model/cell';

function dateType(pattern: string): string {
  const hasDay = /[yd]/i.test(pattern);
  if (!/[hs]/i.test(pattern)) return 'DATE';
  return hasDay ? 'DATE_TIME' : 'TIME';
}

export function formatOfPattern(pattern: string): NumberFormat {
  if (isDateFormat(pattern)) return { type: dateType(pattern), pattern };
  if (isTextFormat(pattern)) return { type: 'TEXT', pattern };
  if (isPercentFormat(pattern)) return { type: 'PERCENT', pattern };
  if (/E[+-]0/.test(pattern)) return { type: 'SCIENTIFIC', pattern };
  return { type: /[$¥€£₩]/.test(pattern) ? 'CURRENCY' : 'NUMBER', pattern };
}
