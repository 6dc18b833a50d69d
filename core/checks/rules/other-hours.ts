// Hours credited elsewhere: a row of no or negative hours counts for nothing.
import { finding, type Finding, type Rule } from '../../finding';
import { text } from '../../text/language';
import type { Book } from '../book';
import { at } from '../place';

// prettier-ignore
export const NO_HOURS: Rule = {
  code: 'W43', severity: 'error', source: null,
  message: text('学时{value}不大于 0，不计入台账。', '學時{value}不大於 0，不計入台賬。', '{value} hours are none; the ledger does not count them.'),
  suggestion: text('请填写认定的学时；不再计的请删去这一行。', '請填寫認定的學時；不再計的請刪去這一列。', 'Enter the hours that were credited, or delete the row.'),
};

export function checkOtherHours(book: Book): Finding[] {
  return book.entries.otherHours.flatMap(({ row, cells: { hours } }) =>
    hours === undefined || hours > 0
      ? []
      : [finding(NO_HOURS, at('otherHours', row, 'hours'), hours)],
  );
}
