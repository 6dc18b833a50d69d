// The statuses tab: a status earns a share of a session, what it means for the person is known, and each word belongs to one row.
import { finding, type Finding } from '../../workbook/finding';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { foldWord } from '../../text/clean';
import { listed } from '../../text/listed';
import type { Statuses } from '../../model/statuses';
import { KEY_TWICE } from './identity.texts';
import { CREDIT_IS_NO_SHARE, MEANING_UNKNOWN, WORD_OF_SEVERAL } from './statuses.texts';

export function checkStatusTab(book: Book, statuses: Statuses): Finding[] {
  return [...checkCredits(book), ...checkMeanings(book, statuses), ...checkDoubledWords(statuses)];
}

function checkCredits(book: Book): Finding[] {
  return book.entries.statuses.flatMap(({ row, cells: { credit } }) => {
    if (credit === undefined) return [];
    const isHundredths = Math.abs(credit * 100 - Math.round(credit * 100)) < 1e-9;
    const isShare = credit >= 0 && credit <= 1 && isHundredths;
    return isShare ? [] : [finding(CREDIT_IS_NO_SHARE, placeAt('statuses', row, 'credit'), credit)];
  });
}

function checkMeanings(book: Book, { byWord }: Statuses): Finding[] {
  const column = book.hasColumn('statuses', 'presence') ? 'presence' : 'label';
  return book.entries.statuses.flatMap(({ row, cells: { code = '', label } }) => {
    const meaning = byWord.get(foldWord(code));
    if (!meaning || meaning.presence !== null || book.isUnreadable('statuses', row, 'presence'))
      return [];
    return [finding(MEANING_UNKNOWN, placeAt('statuses', row, column), label ?? code)];
  });
}

function checkDoubledWords({ doubled }: Statuses): Finding[] {
  return [...doubled.values()].flatMap(({ uses, isAgreed }) => {
    const rows = listed(uses.map(({ row }) => String(row)));
    const rule = isAgreed ? KEY_TWICE : WORD_OF_SEVERAL;
    return uses.map(({ row, column, word }) =>
      finding(rule, placeAt('statuses', row, column), word, { rows }),
    );
  });
}
