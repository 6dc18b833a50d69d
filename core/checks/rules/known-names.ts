// W31: payees and approvers whose spelling differs from the name they are recognised by.
import { attachFix, finding, type Finding, type Place, type Rule } from '../../workbook/finding';
import { foldName } from '../../text/clean';
import { text, type Text } from '../../text/language';
import { SPEAKERS, ROSTER } from '../../workbook/tabs/people';
import { APPROVERS } from '../../workbook/tabs/leave';
import type { Book } from '../../model/book';
import { payeeFinder } from '../../model/fee-rows';
import { placeAt } from '../../model/place-at';

export const OTHER_SPELLING: Rule = {
  code: 'W31',
  severity: 'info',
  source: null,
  message: text(
    '“{value}”按“{tab}”中的“{after}”识别，两处写法不同。',
    '「{value}」按「{tab}」中的「{after}」識別，兩處寫法不同。',
    '"{value}" is read as "{after}" of the tab {tab}; the spelling differs.',
  ),
  suggestion: text(
    '建议改为“{after}”，查找和筛选才对得上。',
    '建議改為「{after}」，查找和篩選才對得上。',
    'Use "{after}", so that searches and filters find it.',
  ),
};

export function checkKnownNames(book: Book): Finding[] {
  return [...checkPayees(book), ...checkApprovers(book)];
}

function checkPayees(book: Book): Finding[] {
  const paidTo = payeeFinder(book);
  return book.entries.expenses.flatMap(({ row, cells }) => {
    const name = paidTo(cells).speaker?.cells.name;
    return name === undefined || cells.payee === undefined || cells.payee === name
      ? []
      : [otherSpelling(book, placeAt('expenses', row, 'payee'), name, SPEAKERS.title)];
  });
}

/** The approver of a leave, and everyone who is named in a row of the tab Approvers. */
function checkApprovers(book: Book): Finding[] {
  const { entries } = book;
  const people = spellings(
    entries.roster.flatMap(({ cells: { id, name, unit, post } }) => [
      name,
      id,
      post,
      post && `${unit ?? ''}${post}`,
      ...partsOf(post),
    ]),
  );
  const named = spellings(entries.approvers.flatMap(({ cells }) => partsOf(cells.approver)));
  const inRules = entries.approvers.flatMap(({ row, cells }) => {
    const { approver = '' } = cells;
    const after = approver.replace(NAME, (word) => people.keptFor(word) ?? word);
    return after === approver
      ? []
      : [otherSpelling(book, placeAt('approvers', row, 'approver'), after, ROSTER.title)];
  });
  const ofLeave = entries.leave.flatMap(({ row, cells: { approver } }) => {
    if (!approver || named.has(approver)) return [];
    const place = placeAt('leave', row, 'approver');
    const person = people.keptFor(approver);
    if (person !== null) return [otherSpelling(book, place, person, ROSTER.title)];
    const word = people.has(approver) ? null : named.keptFor(approver);
    return word === null ? [] : [otherSpelling(book, place, word, APPROVERS.title)];
  });
  return [...inRules, ...ofLeave];
}

/** One name of a list, without the spaces around it. */
const NAME = /[^、,，;；\n\s](?:[^、,，;；\n]*[^、,，;；\n\s])?/gu;

const partsOf = (cell: string | null | undefined): string[] => (cell ?? '').match(NAME) ?? [];

interface Spellings {
  has(word: string): boolean;
  /** The spelling that is kept, where this one differs from it; null where it does not, or nothing is meant. */
  keptFor(word: string): string | null;
}

function spellings(words: readonly (string | null | undefined)[]): Spellings {
  const kept = new Set(words.filter((word) => typeof word === 'string' && word !== ''));
  const byFold = new Map([...kept].map((word) => [fold(word ?? ''), word ?? ''] as const));
  return {
    has: (word) => kept.has(word),
    keptFor: (word) => (kept.has(word) ? null : (byFold.get(fold(word)) ?? null)),
  };
}

/** As approvers are compared. */
const fold = (word: string): string => foldName(word).toLowerCase();

function otherSpelling(book: Book, place: Place, after: string, tab: Text): Finding {
  const { tab: key, row, column } = place;
  const before = book.rawCell(key, row ?? 0, column ?? '') ?? null;
  const found = finding(OTHER_SPELLING, place, before, { after, tab });
  return attachFix(found, { place, before, after, shown: after });
}
