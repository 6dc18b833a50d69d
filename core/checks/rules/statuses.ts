// The statuses tab: what a status earns is a share of a session.
import { finding, type Finding, type Rule } from '../../finding';
import { text } from '../../text/language';
import type { Book } from '../book';
import { at } from '../place';

// prettier-ignore
export const CREDIT_IS_NO_SHARE: Rule = {
  code: 'W25', severity: 'error', source: null,
  message: text('折算{value}不在 0 到 1 之间，或超过两位小数。', '折算{value}不在 0 到 1 之間，或超過兩位小數。', 'The credit {value} is not between 0 and 1 in hundredths.'),
  suggestion: text('到课填 1，未到填 0，折半填 0.5。', '到課填 1，未到填 0，折半填 0.5。', 'Attended is 1, not attended 0, half 0.5.'),
};

export function checkStatusTab(book: Book): Finding[] {
  return book.entries.statuses.flatMap(({ row, cells: { credit } }) => {
    if (credit === undefined) return [];
    const isHundredths = Math.abs(credit * 100 - Math.round(credit * 100)) < 1e-9;
    const isShare = credit >= 0 && credit <= 1 && isHundredths;
    return isShare ? [] : [finding(CREDIT_IS_NO_SHARE, at('statuses', row, 'credit'), credit)];
  });
}
