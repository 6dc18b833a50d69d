// The statuses tab: what a status earns is a share of a session, and what it means for the person must be known.
import { finding, type Finding } from '../../workbook/finding';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { foldWord } from '../../text/clean';
import type { StatusMeanings } from '../../model/status-meanings';
import { CREDIT_IS_NO_SHARE, MEANING_UNKNOWN } from './statuses.texts';

export function checkStatusTab(book: Book, statuses: StatusMeanings): Finding[] {
  return [...checkCredits(book), ...checkMeanings(book, statuses)];
}

function checkCredits(book: Book): Finding[] {
  return book.entries.statuses.flatMap(({ row, cells: { credit } }) => {
    if (credit === undefined) return [];
    const isHundredths = Math.abs(credit * 100 - Math.round(credit * 100)) < 1e-9;
    const isShare = credit >= 0 && credit <= 1 && isHundredths;
    return isShare ? [] : [finding(CREDIT_IS_NO_SHARE, placeAt('statuses', row, 'credit'), credit)];
  });
}

function checkMeanings(book: Book, { byWord }: StatusMeanings): Finding[] {
  const column = book.hasColumn('statuses', 'presence') ? 'presence' : 'label';
  return book.entries.statuses.flatMap(({ row, cells: { code = '', label } }) => {
    const meaning = byWord.get(foldWord(code));
    if (!meaning || meaning.presence !== null || book.isUnreadable('statuses', row, 'presence'))
      return [];
    return [finding(MEANING_UNKNOWN, placeAt('statuses', row, column), label ?? code)];
  });
}
