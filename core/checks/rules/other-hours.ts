// Hours credited elsewhere: a row of no or negative hours counts for nothing.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import { isWithin, type Limits } from '../../workbook/limits';
import { OTHER_HOURS } from '../../workbook/tabs/programme';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { outOfLimits } from './limits';

export const NO_HOURS: Rule = {
  code: 'W43',
  severity: 'error',
  source: null,
  message: text(
    '学时{value}不大于 0，不计入台账。',
    '學時{value}不大於 0，不計入台賬。',
    '{value} hours are none; the ledger does not count them.',
  ),
  suggestion: text(
    '请填写认定的学时；不再计的请删去这一行。',
    '請填寫認定的學時；不再計的請刪去這一列。',
    'Enter the hours that were credited, or delete the row.',
  ),
};

/** More than this in one row is a slip of the hand, even for the sum of earlier years. */
const LIMITS: Limits = [0, 2000];
const HOURS = {
  tab: 'otherHours',
  column: 'hours',
  label: OTHER_HOURS.columns.hours.label,
  limits: LIMITS,
} as const;

export function checkOtherHours(book: Book): Finding[] {
  return book.entries.otherHours.flatMap(({ row, cells: { hours } }) =>
    hours === undefined ? [] : (hoursFinding(row, hours) ?? []),
  );
}

/** Null for hours that make sense. */
export function hoursFinding(row: number, hours: number): Finding | null {
  if (hours <= 0) return finding(NO_HOURS, placeAt('otherHours', row, 'hours'), hours);
  return isWithin(hours, LIMITS) ? null : outOfLimits(HOURS, row, hours);
}
