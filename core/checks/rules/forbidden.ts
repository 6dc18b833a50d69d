// V23: what training money may not buy, by the words of the tab Excluded expenses.
import { acceptWithReason, finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import { INITIAL_FORBIDDEN } from '../../workbook/tabs/initial-forbidden';
import type { Column } from '../../workbook/column';
import { EXPENSES } from '../../workbook/tabs/money';
import type { Book, EntryOf, RowOf } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const FORBIDDEN: Rule = {
  code: 'V23',
  severity: 'error',
  source: '财行〔2016〕540号（培训费禁止列支的项目）',
  message: text(
    '“{value}”中的“{word}”（{kind}）不得在培训费中列支。',
    '「{value}」中的「{word}」（{kind}）不得在培訓費中列支。',
    '"{value}": "{word}" ({kind}) must not be paid from training money.',
  ),
  suggestion: text(
    '请删去或改列；确实不属于的，在“例外说明”写明理由（没有这一列的，先由管理员点“初始化”）。词语见“禁列项目”。',
    '請刪去或改列；確實不屬於的，在「例外說明」寫明理由（沒有這一欄的，先由管理員按「初始化」）。詞語見「禁列項目」。',
    'Remove it or book it elsewhere; if it is not such an expense, give the reason under Exception reason (where there is no such column, an administrator runs Set up again). The words are listed in the tab Excluded expenses.',
  ),
};

/** Every text of an expense, and what was typed as head: that may be no head at all. The reason for an exception names the word itself. */
const COLUMNS = Object.entries<Column>(EXPENSES.columns).flatMap(([name, { kind }]) =>
  (kind === 'text' && name !== 'exceptionReason') || name === 'head' ? [name] : [],
);

export function checkForbidden(book: Book): Finding[] {
  const find = wordFinder(wordsOf(book));
  return book.entries.expenses.flatMap(({ row, cells }: EntryOf<'expenses'>) =>
    COLUMNS.flatMap((column) => {
      const cell = book.rawCell('expenses', row, column);
      const found = typeof cell === 'string' ? find(cell) : null;
      if (found === null) return [];
      const told = finding(FORBIDDEN, placeAt('expenses', row, column), cell, { ...found });
      return [acceptWithReason(told, cells.exceptionReason)];
    }),
  );
}

type Words = Partial<RowOf<'forbidden'>>;

function wordsOf({ entries }: Book): readonly Words[] {
  return entries.forbidden.length > 0
    ? entries.forbidden.map(({ cells }) => cells)
    : INITIAL_FORBIDDEN;
}

interface Found {
  readonly word: string;
  readonly kind: string;
}

/** A street may be named after anything. */
const STREET = /^(?:路|街|巷|弄|胡同|大道)/u;

/**
 * Finds the first forbidden word. Words are whole: of several that begin at one place the longest is meant, so that one inside a longer
 * word that is excepted is none; a word in Latin letters is none inside another.
 */
function wordFinder(rows: readonly Words[]): (cell: string) => Found | null {
  const kinds = new Map<string, string | null>();
  for (const { words, kind = '' } of rows) for (const word of partsOf(words)) kinds.set(word, kind);
  for (const { except } of rows) for (const word of partsOf(except)) kinds.set(word, null);
  if (kinds.size === 0) return () => null;
  const longestFirst = [...kinds.keys()].toSorted((a, b) => b.length - a.length).map(asPattern);
  const pattern = new RegExp(longestFirst.join('|'), 'gu');
  return (cell) => {
    const written = fold(cell);
    for (const match of written.matchAll(pattern)) {
      const [word] = match;
      const kind = kinds.get(word) ?? null;
      if (kind !== null && !STREET.test(written.slice(match.index + word.length)))
        return { word, kind };
    }
    return null;
  };
}

const partsOf = (words: string | null | undefined): string[] =>
  (words ?? '')
    .split(/[、,，;；\n]/)
    .map(fold)
    .filter((word) => word !== '');

/** Full width made ordinary, small letters, no space between Chinese characters. */
function fold(words: string): string {
  return words
    .slice(0, 2000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
}

function asPattern(word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d])' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d])' : '';
  return `${before}${literal}${after}`;
}
